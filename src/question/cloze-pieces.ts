// A cloze snippet cut at its blanks, line by line.

import type { Cloze } from './question.js';

/** Text, or the place of a blank by its number from 0. */
export type ClozePiece = { text: string } | { blank: number };

/** Blanks in the order in which they stand in the snippet. */
export function blanksInOrder({ snippet, blanks }: Cloze): Cloze['blanks'] {
  const place = ({ id }: { id: string }) => snippet.indexOf(`{{${id}}}`);
  return [...blanks].sort((a, b) => place(a) - place(b));
}

/** The pieces of each line; blanks are numbered in the order in which they stand. */
export function clozeLines(question: Cloze): ClozePiece[][] {
  const ids = blanksInOrder(question).map(({ id }) => id);
  return question.snippet.split('\n').map((line) =>
    line
      .split(/(\{\{[a-z0-9-]+\}\})/)
      .filter((piece) => piece !== '')
      .map((piece): ClozePiece => {
        const blank = ids.indexOf(piece.slice(2, -2));
        return piece.startsWith('{{') && blank >= 0 ? { blank } : { text: piece };
      }),
  );
}
