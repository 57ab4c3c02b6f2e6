// What is told on stderr, and how wide a page is: at a terminal as wide as it is, also through a pipe to a pager.

import { expect, it } from 'vitest';
import { pageColumnsOf, tellLines } from '../../src/app/print.js';

const LINES = ['Every answer is kept, as it was.', 'Go on.'];

function told(stderr: { isTTY: boolean; columns: number }): string {
  let text = '';
  tellLines({ stderr: { ...stderr, write: (piece: string) => (text += piece) } as never }, LINES);
  return text;
}

it('wraps at words where there is a terminal, and only there', () => {
  expect(told({ isTTY: true, columns: 20 })).toBe('Every answer is\nkept, as it was.\nGo on.\n');
  expect(told({ isTTY: false, columns: 20 })).toBe(`${LINES.join('\n')}\n`);
});

it('says nothing where there is nothing to say', () => {
  tellLines({ stderr: { isTTY: false, write: () => expect.unreachable() } as never }, []);
});

it.each([
  ['at a terminal', { isTTY: true, columns: 60 }, { isTTY: true, columns: 60 }, 60],
  ['through a pipe to a pager', { isTTY: false }, { isTTY: true, columns: 80 }, 80],
  ['never wider than a page for a pipe', { isTTY: false }, { isTTY: true, columns: 200 }, 100],
  ['where there is no terminal', { isTTY: false }, { isTTY: false }, 100],
])('a page %s', (_, stdout, stderr, columns) => {
  expect(pageColumnsOf({ stdout, stderr } as never)).toBe(columns);
});
