// Watching: changes, new files and folders, deletions, renames over a file; nothing after it is closed.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { watchFolders } from '../../src/app/watch-folders.js';
import { temporaryHome } from '../support/home.js';

it('tells every kind of change once it is quiet', async () => {
  const folder = temporaryHome();
  const file = join(folder, 'a.md');
  writeFileSync(file, 'one');
  let told: () => void = () => undefined;
  let changes = 0;
  const watching = watchFolders([folder], () => {
    changes += 1;
    told();
  });
  onTestFinished(() => watching.close());
  const after = (change: () => void) =>
    new Promise<void>((resolve) => {
      told = resolve;
      change();
    });
  await after(() => writeFileSync(file, 'two'));
  await after(() => {
    writeFileSync(join(folder, '.a.md.swp'), 'three');
    renameSync(join(folder, '.a.md.swp'), file);
  });
  await after(() => mkdirSync(join(folder, 'topic')));
  await after(() => writeFileSync(join(folder, 'topic', 'b.md'), 'new'));
  await after(() => rmSync(file));
  await after(() => rmSync(join(folder, 'topic'), { recursive: true }));
  const before = changes;
  watching.close();
  writeFileSync(file, 'again');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(changes).toBe(before);
});

it('a file alone is watched by its folder: another one may be put in its place', async () => {
  const folder = temporaryHome();
  const file = join(folder, 'a.md');
  writeFileSync(file, 'one');
  const other = join(folder, 'b.tmp');
  await new Promise<void>((resolve) => {
    const watching = watchFolders([file], resolve);
    onTestFinished(() => watching.close());
    writeFileSync(other, 'two');
    renameSync(other, file);
  });
});
