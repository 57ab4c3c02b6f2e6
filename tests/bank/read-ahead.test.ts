// What the build reads ahead of the questions is what the parser reads, and all that showing them takes.

import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test, vi } from 'vitest';
import { makeBank } from '../../src/bank/bank.js';
import { decodeCompiledPack } from '../../src/bank/compiled-pack.js';
import { renderCompiledPack } from '../../src/bank/pack-builder.js';
import { readAhead } from '../../src/bank/read-ahead.js';
import { settlePack } from '../../src/bank/settle-pack.js';
import { themeFor } from '../../src/look/theme.js';
import { questionPage } from '../../src/players/question-page.js';
import { type MarkdownBlock, readBlocks } from '../../src/text/markdown.js';
import { safeText } from '../../src/text/safe.js';
import { shippedFolder } from '../support/shipped-bank.js';

const asked = vi.hoisted(() => ({ texts: [] as string[] }));
vi.mock('../../src/text/markdown-parser.js', async (original) => {
  const door = await original<typeof import('../../src/text/markdown-parser.js')>();
  const watched = (parse: (text: string) => MarkdownBlock[]) => (text: string) => {
    asked.texts.push(text);
    return parse(text);
  };
  return { ...door, parseBlocks: watched(door.parseBlocks), parseOption: watched(door.parseOption) };
});

const parsed = { ...(await shippedFolder()), folder: null };
const bytes = Buffer.concat(renderCompiledPack(settlePack(parsed).pack));
const built = decodeCompiledPack({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) })!;

const withoutPlaces = (tree: unknown) =>
  JSON.parse(JSON.stringify(tree, (name, value) => (name === 'position' ? undefined : value)));

test('every tree is that of the parser', () => {
  const trees = built.files.flatMap((_, index) => readAhead(built.question(index)));
  const blocks = trees.filter(({ as }) => as === 'blocks');
  expect(blocks.length).toBeGreaterThan(150);
  for (const { text, tree } of blocks)
    expect(tree).toEqual(withoutPlaces(fromMarkdown(safeText(text)).children));
});

test('no question of the built-in bank takes a parser to be shown', () => {
  const bank = makeBank([{ ...built, folder: null }]);
  const theme = themeFor({}, { isTTY: false }, false);
  const read = bank.entries.map((entry) => bank.question(entry));
  asked.texts.length = 0;
  for (const question of read) expect(questionPage(question, 'key', 100, theme).length).toBeGreaterThan(5);
  expect(asked.texts).toEqual([]);
  // Whoever asks is heard.
  readBlocks('*told*');
  expect(asked.texts).toEqual(['*told*']);
});
