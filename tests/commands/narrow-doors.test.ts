// What adding a pack and importing say in a narrow terminal: wrapped at words, nothing lost; and that a large file is being read.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printNamed, printWrapped } from '../../src/app/print.js';
import type { World } from '../../src/app/world.js';
import { cellWidth } from '../../src/text/fit.js';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile, temporaryFolder } from '../support/hostile-pack.js';
import { type Call, run } from '../support/run.js';

const FILES = {
  'pack.yaml': packFile('team'),
  'one.md': questionFile('team', 'one'),
  LICENSE: 'MIT License\n',
};
const GIFT = `::An identifier of some length for a question::<img src\\="a-picture-of-some-kind.png">Which is safe? {=GET ~POST}

Broken without an end {=a
`;

/** The same call for a pipe and at 40 columns: no line is wider, and but for blanks the text is the same. */
async function atBoth(args: readonly string[], call: Call): Promise<string[]> {
  const whole = await run(args, call);
  const narrow = await run(args, { ...call, columns: 40 });
  const lines = narrow.out.split('\n');
  expect(lines.filter((line) => cellWidth(line) > 40)).toEqual([]);
  expect(narrow.out.replace(/\s+/g, '')).toBe(whole.out.replace(/\s+/g, ''));
  expect(narrow.code).toBe(whole.code);
  return lines;
}

describe('at 40 columns', () => {
  test('what is asked before a pack is added', async () => {
    const lines = await atBoth(['pack', 'add', folderOf(FILES)], { home: temporaryHome() });
    expect(lines).toContain('Lint       0 errors, 0 warnings');
    expect(lines).toEqual(
      expect.arrayContaining(['Pinned to  a copy of the folder as it is', '           now']),
    );
  });

  test('what an update changes, and the list', async () => {
    const home = temporaryHome();
    const folder = folderOf(FILES);
    await run(['pack', 'add', folder, '--yes'], { home });
    const more = ['retry-budget', 'circuit-breaker', 'bulkhead-of-threads', 'timeouts'];
    for (const id of more) writeFileSync(join(folder, `${id}.md`), questionFile('team', id));
    const lines = await atBoth(['pack', 'update', '--dry-run'], { home });
    expect(lines).toContain('  added 4: bulkhead-of-threads,');
    await atBoth(['pack'], { home });
  });

  test('the report of an import', async () => {
    const into = join(temporaryFolder(), 'drafts');
    const from = folderOf({ 'course.gift': GIFT });
    const lines = await atBoth(['import', from, '--into', into, '--dry-run'], { home: temporaryHome() });
    // Between them stand the places, as long as the folder for temporary files has it.
    expect(
      lines.filter((line) => line.startsWith('    ') || line.includes('questions')),
    ).toMatchInlineSnapshot(`
      [
        "    an image was left out:",
        "      a-picture-of-some-kind.png",
        "    cannot be read: Expected "}" but",
        "      end of input found.",
        "2 questions: 1 added, 1 refused; 1",
      ]
    `);
  });

  test('names stand in a column, texts hang beside them, long words are cut', () => {
    let out = '';
    const stdout = { isTTY: true, columns: 30, write: (text: string) => (out += text) };
    const world = { stdout } as unknown as World;
    printNamed(world, [
      ['Pack', 'team: Questions of our own team'],
      ['Pinned to', 'sha512-0123456789abcdef0123456789abcdef'],
    ]);
    printWrapped(world, ['  added 3: one, two-and-a-half, three', 'short']);
    expect(out).toMatchInlineSnapshot(`
      "Pack       team: Questions of
                 our own team
      Pinned to  sha512-0123456789ab
                 cdef0123456789abcde
                 f
        added 3: one,
          two-and-a-half, three
      short
      "
    `);
  });
});

test('a large file is said to be read before it is understood, at a terminal only', async () => {
  // Blanks are soon understood.
  const from = folderOf({ 'large.gift': `${`${' '.repeat(1000)}\n`.repeat(550)}One? {T}\n` });
  const args = ['import', from, '--into', join(temporaryFolder(), 'drafts'), '--dry-run'];
  const { out, err } = await run(args, { home: temporaryHome(), columns: 80 });
  expect(err).toBe('\r\u001b[KReading large.gift (0.6 MB) …\r\u001b[K');
  expect(out).toContain('1 added');
  expect((await run(args)).err).toBe('');
});
