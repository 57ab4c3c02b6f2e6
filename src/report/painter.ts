// How a report is coloured, and the signs it draws with. The caller brings the colours: this room knows no terminal.

import type { Paint, Theme } from '../look/theme.js';

export interface Painter extends Pick<Theme, 'accent' | 'strong' | 'dim' | 'right' | 'wrong' | 'warn'> {
  signs: Signs;
}

export interface Signs {
  rule: string;
  /** Of a bar with an interval: up to its low end, up to the estimate, up to its high end, beyond. */
  sure: string;
  probable: string;
  possible: string;
  empty: string;
  /** Of the calendar: none, then more and more. */
  shades: readonly string[];
  ellipsis: string;
  between: string;
  bullet: string;
  ascii: boolean;
}

const UNICODE: Signs = {
  rule: '─',
  sure: '█',
  probable: '▓',
  possible: '▒',
  empty: '░',
  shades: ['·', '░', '▒', '▓', '█'],
  ellipsis: '…',
  between: '·',
  bullet: '•',
  ascii: false,
};

const ASCII: Signs = {
  rule: '-',
  sure: '#',
  probable: '=',
  possible: '-',
  empty: '.',
  shades: ['.', ':', '+', '*', '#'],
  ellipsis: '...',
  between: '-',
  bullet: '*',
  ascii: true,
};

/** The signs to draw with. */
export function signsFor(ascii: boolean): Signs {
  return ascii ? ASCII : UNICODE;
}

const same: Paint = (text) => text;

/** No colours at all: for files. */
export function plainPainter(ascii = false): Painter {
  return {
    accent: same,
    strong: same,
    dim: same,
    right: same,
    wrong: same,
    warn: same,
    signs: signsFor(ascii),
  };
}

const FOLDED: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '≈': '~',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '•': '*',
  '·': '-',
  '\u00a0': ' ',
};

/** With ASCII signs: typographic characters of texts become their nearest; letters of other scripts stay. */
export function foldSigns(line: string, { ascii }: Signs): string {
  return ascii ? line.replace(/[–—−…→←×≤≥≈‘’“”•·\u00a0]/g, (sign) => FOLDED[sign]!) : line;
}
