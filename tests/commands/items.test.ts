// api-quiz items and lint --stats: what a class's answers say about the questions.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ItemStatistics } from '../../src/items/item-statistics.js';
import { temporaryHome } from '../support/home.js';
import { run } from '../support/run.js';

/** Forty people; of the item `one` the able half pick another option than the key. */
function classFolder(): string {
  const folder = temporaryHome();
  const rows = Array.from({ length: 40 }, (_, person) =>
    ['one', 'tall', 'truth', 'several'].map((item) => {
      const able = person % 2 === 0;
      const credit = item === 'one' ? Number(!able) : Number(able);
      const chosen = item === 'one' ? (able ? 'new-key' : 'same-key') : able ? 'first' : 'second';
      const fixed = {
        topic: 'reliability-patterns',
        level: 'intermediate',
        type: 'single-choice',
        guess: 0.3,
        first: true,
        outcome: 'answered',
      };
      return JSON.stringify({
        ...fixed,
        answer_id: `${person}-${item}`,
        person: `p${person}`,
        answered_at: '2026-11-20T09:00:00Z',
        item: `sample/${item}`,
        credit,
        elapsed_ms: 9000,
        key_hash: 'k',
        chosen: [chosen],
      });
    }),
  );
  writeFileSync(join(folder, 'class.ndjson'), rows.flat().join('\n'));
  return folder;
}

test.each([80, 68])(
  'at %i columns a question stands above its figures, and no line is wider',
  async (columns) => {
    const { out } = await run(['items', '--from', classFolder(), '--no-pager'], {
      columns,
      home: temporaryHome(),
    });
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines[0]).toBe('question  level  what looks wrong');
    expect(lines[2]).toMatch(/^sample\/one {2}intermediate {2}key-suspect/);
  },
);

test('what looks wrong comes first, in words and as JSON', async () => {
  const folder = classFolder();
  const { out } = await run(['items', '--from', folder]);
  const [, first = ''] = out.split('\n');
  expect(first).toContain('sample/one');
  expect(first).toContain('key-suspect');
  expect(out).toContain('sample/one: people who do well elsewhere pick "new-key" and not the key');
  const told = JSON.parse(
    (await run(['items', '--from', folder, '--json', '--count', '2'])).out,
  ) as ItemStatistics[];
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({ item: 'sample/one', attempts: 40, facility: 0.5, medianMs: 9000 });
});

test('lint --stats puts it into the file of the question', async () => {
  const { out } = await run(['lint', join('tests', 'fixtures', 'pack'), '--stats', classFolder()]);
  expect(out).toMatch(/one\.md:\d+:\d+ {2}warning {2}stats-key-suspect {2}people who do well/);
});

test('without a folder in one line', async () => {
  expect((await run(['items'])).err).toContain('api-quiz items --from class-folder');
});
