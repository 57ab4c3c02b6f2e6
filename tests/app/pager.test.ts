// Long output in a pager: which one, when, and what happens where there is none.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLong, pagerCommand, showText } from '../../src/app/pager.js';

test.each([
  [{}, { program: 'less', args: ['-FRX'], isNamed: false }],
  [{ PAGER: 'more -s' }, { program: 'more', args: ['-s'], isNamed: true }],
  [{ PAGER: '"/my tools/pager" -R' }, { program: '/my tools/pager', args: ['-R'], isNamed: true }],
  // Never through a shell: what one would make of this does not matter.
  [{ PAGER: 'less; rm -rf $HOME' }, { program: 'less;', args: ['rm', '-rf', '$HOME'], isNamed: true }],
  [{ PAGER: '' }, null],
  [{ PAGER: 'cat' }, null],
])('%o names %o', (env, command) => {
  expect(pagerCommand(env)).toEqual(command);
});

test('long is what leaves no row for the prompt of the shell, wrapped lines counted', () => {
  const size = { columns: 10, rows: 5 };
  expect(isLong('a\nb\nc\nd\n', size)).toBe(false);
  expect(isLong('a\nb\nc\nd\ne\n', size)).toBe(true);
  expect(isLong(`${'x'.repeat(21)}\na\nb\n`, size)).toBe(true);
  expect(isLong(`\u001b[1m${'x'.repeat(10)}\u001b[22m\na\nb\nc\n`, size)).toBe(false);
});

const LINES = `${Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n')}\n`;

function world(env: Record<string, string>) {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    ({
      columns: 80,
      rows: 10,
      write(text: string) {
        said[name] += text;
      },
    }) as never;
  return { said, world: { env, stdout: stream('out'), stderr: stream('err') } };
}

test('the pager is given the text, links taken out, and nothing else is printed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pager-'));
  const program = join(folder, 'pager.mjs');
  const file = join(folder, 'seen.txt');
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'; let t = ''; for await (const c of process.stdin) t += c; writeFileSync(${JSON.stringify(file)}, process.env.LESS + t);`,
  );
  const { said, world: given } = world({ PAGER: `"${process.execPath}" "${program}"` });
  await showText(given, `\u001b]8;;https://example.org\u0007see\u001b]8;;\u0007\n${LINES}`);
  expect(said).toEqual({ out: '', err: '' });
  expect(readFileSync(file, 'utf8')).toBe(`FRXsee\n${LINES}`);
});

test('a pager that is left at once is no error', async () => {
  const { said, world: given } = world({ PAGER: `"${process.execPath}" -e 0` });
  await showText(given, LINES.repeat(20_000));
  expect(said).toEqual({ out: '', err: '' });
});

test('a pager that does not exist is told once, and the text printed; without PAGER nothing is told', async () => {
  const { said, world: given } = world({ PAGER: 'no-such-pager -R' });
  await showText(given, LINES);
  expect(said).toEqual({
    out: LINES,
    err: 'The pager "no-such-pager" (PAGER) could not be started: ENOENT.\n',
  });
});

test('short text is printed', async () => {
  const { said, world: given } = world({ PAGER: 'no-such-pager' });
  await showText(given, 'short\n');
  expect(said).toEqual({ out: 'short\n', err: '' });
});
