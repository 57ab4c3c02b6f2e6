// What a killed writer left half-written in a shared folder: its own kind of name, and an hour old. Nothing else is ever removed.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../disk/errno.js';
import { listFolder, lookAtLink } from '../../disk/folders.js';
import { itemsFolder, sessionsFolder } from '../home.js';

/** As `writeWhole` calls what it is still writing. */
const DRAFT = /^\.api-quiz-[0-9a-f]{12}\.tmp$/;
/** A draft lives for milliseconds, wherever it is written; ms. */
const LEFT_OVER_MS = 3_600_000;

/** Removes left-overs below the folder; `now` in ms. */
export function sweepDrafts(folder: string, now: number): void {
  const sessions = sessionsFolder(folder);
  const months = entriesOf(sessions).filter((entry) => entry.isDirectory());
  for (const place of [
    join(folder, 'settings'),
    itemsFolder(folder),
    ...months.map(({ name }) => join(sessions, name)),
  ])
    for (const { name } of entriesOf(place)) if (DRAFT.test(name)) sweep(join(place, name), now);
}

function entriesOf(folder: string) {
  const listed = listFolder(folder);
  return 'entries' in listed ? listed.entries : [];
}

function sweep(path: string, now: number): void {
  const found = lookAtLink(path);
  if (!('stats' in found) || now - found.stats.mtimeMs < LEFT_OVER_MS) return;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // Not ours to remove: it may stay.
    errnoOf(error);
  }
}
