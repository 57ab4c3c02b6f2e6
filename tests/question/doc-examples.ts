// What tests read out of a page of docs/: fenced blocks and tables.

import { readFileSync } from 'node:fs';

export function readPage(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** The insides of all fenced blocks of a language, in order; a block ends with as many marks as it began with. */
export function fencedBlocks(page: string, language: string): string[] {
  const blocks = page.matchAll(/^(`{3,})(\S*)[^\n]*\n([\s\S]*?)^\1$/gm);
  return [...blocks].filter((block) => block[2] === language).map((block) => block[3] as string);
}

/** The cells of every row of the table below a heading, without its head. */
export function tableBelow(page: string, heading: string): string[][] {
  const lines = page
    .slice(page.indexOf(`${heading}\n`))
    .split('\n')
    .slice(1);
  const start = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, start + length).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
