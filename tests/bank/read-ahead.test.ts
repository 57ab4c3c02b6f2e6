// What the build reads ahead of the questions is what the parser reads, and all that showing them takes.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { decodeCompiledPack } from '../../src/bank/compiled-pack.js';
import { readAhead } from '../../src/bank/read-ahead.js';
import { safeText } from '../../src/text/safe.js';
import { temporaryHome } from '../support/home.js';
import { rebuiltPack } from '../support/shipped-bank.js';

const { parsed, bytes } = await rebuiltPack();
const built = decodeCompiledPack({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) })!;

const withoutPlaces = (tree: unknown) =>
  JSON.parse(JSON.stringify(tree, (name, value) => (name === 'position' ? undefined : value)));

test('every tree is that of the parser', () => {
  const trees = built.files.flatMap((_, index) => readAhead(built.question(index)));
  const blocks = trees.filter(({ as }) => as === 'blocks');
  expect(blocks.length).toBeGreaterThan(80);
  for (const { text, tree } of blocks)
    expect(tree).toEqual(withoutPlaces(fromMarkdown(safeText(text)).children));
});

/** The pages of questions by a program that has no parser: it tells which texts it lacks one for. */
const SHOWN = `
  import { makeBank } from './src/bank/bank.js';
  import { decodeCompiledPack } from './src/bank/compiled-pack.js';
  import { themeFor } from './src/look/theme.js';
  import { questionPage } from './src/players/question-page.js';
  import { readBlocks } from './src/text/markdown.js';
  import { asked } from './src/text/markdown-parser.js';

  export { asked, readBlocks };
  export function pagesOf(bytes) {
    const pack = decodeCompiledPack({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) });
    const bank = makeBank([{ ...pack, folder: null }]);
    const theme = themeFor({}, { isTTY: false }, false);
    return bank.entries.map((entry) => questionPage(bank.question(entry), 'key', 100, theme));
  }`;
const WITHOUT_PARSER = `
  export const asked = [];
  export const [parseBlocks, parseOption, readFlow] = Array(3).fill((text) => (asked.push(text), []));`;

interface Shown {
  asked: string[];
  readBlocks(text: string): unknown;
  pagesOf(bytes: Buffer): string[][];
}

async function programWithoutParser(): Promise<Shown> {
  const outfile = join(temporaryHome(), 'shown.cjs');
  const parser: Plugin = {
    name: 'without-parser',
    setup({ onLoad }) {
      onLoad({ filter: /markdown-parser\.ts$/ }, () => ({ contents: WITHOUT_PARSER }));
    },
  };
  const stdin = { contents: SHOWN, resolveDir: process.cwd() };
  await build({ stdin, outfile, plugins: [parser], bundle: true, platform: 'node', format: 'cjs' });
  return createRequire(import.meta.url)(outfile) as Shown;
}

test('no question of the built-in bank takes a parser to be shown', async () => {
  const { asked, readBlocks, pagesOf } = await programWithoutParser();
  const pages = pagesOf(bytes);
  expect(pages.length).toBe(parsed.files.length);
  expect(pages.filter((page) => page.length <= 5)).toEqual([]);
  expect(asked).toEqual([]);
  // Whoever asks is heard.
  readBlocks('*told*');
  expect(asked).toEqual(['*told*']);
});
