// What is told on stderr: whole lines for pipes, wrapped at words at a terminal.

import { expect, it } from 'vitest';
import { tellLines } from '../../src/app/print.js';

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
