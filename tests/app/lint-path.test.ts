// What `api-quiz lint` finds in a file and in a folder: the problems of the format and those of item writing, each with its place.

import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { lintPath } from '../../src/app/lint-path.js';
import type { World } from '../../src/app/world.js';
import { PACK_FILE, questionFile, temporaryPack } from '../bank/temporary-pack.js';
import { SHIPPED } from '../support/run.js';
import { SAMPLES } from '../support/sample-pack.js';

const FIXTURES = relative(process.cwd(), fileURLToPath(new URL('../fixtures', import.meta.url)));
const world = { builtIn: SHIPPED } as World;

async function found(path: string, from = world) {
  const { files, problems } = await lintPath(from, path);
  return [
    `${files}`,
    ...problems.map(({ file, line, column, code }) => `${relative(path, file)}:${line}:${column} ${code}`),
  ];
}

it('a file: problems, or else findings', async () => {
  expect(await found(`${FIXTURES}/questions/choices-no-key.md`)).toEqual(['1', ':8:3 choices-no-key']);
  expect(await found(`${FIXTURES}/bank/key-longest.md`)).toEqual(['1', ':9:11 key-longest']);
});

it('a folder: findings in questions and in pack.yaml', async () => {
  expect(await found(`${FIXTURES}/bank/concept-unasked`)).toEqual(['1', 'pack.yaml:9:15 concept-unasked']);
  expect(await found(`${FIXTURES}/bank/keys-conflict`)).toEqual([
    '2',
    'second-payment.md:23:1 keys-conflict',
  ]);
});

it('a folder without pack.yaml answers for the whole itself', async () => {
  expect(await found(`${FIXTURES}/bank/bank-true-false`)).toEqual(['8', ':1:1 bank-true-false']);
});

it('a name the bank does not know has the place of its field', async () => {
  const text = `---\nid: a\ntopic: cooking\nconcepts: [api-definition]\ntype: true-false\nlevel: foundation\nanswer: true\nsources: [{ title: T, url: https://example.org }]\nreviewed: 2026-11-20\n---\nIs it?\n\n## Explanation\nYes.\n`;
  expect(await found(temporaryPack({ 'a.md': text }))).toEqual(['1', 'a.md:3:8 topic-unknown']);
});

it('without a built pack the topics come from its folder', async () => {
  const folder = temporaryPack({
    'a.md': questionFile('a', { topic: 'samples', concept: 'closed-samples' }),
  });
  const codes = async (from: World) => (await lintPath(from, folder)).problems.map(({ code }) => code);
  expect(await codes(world)).toContain('topic-unknown');
  expect(await codes({ builtIn: SAMPLES } as World)).not.toContain('topic-unknown');
});

it('a path that is not there is wrong use', async () => {
  await expect(lintPath(world, 'no-such-path')).rejects.toMatchObject({ code: 'path-missing' });
});

it('a file of a pack is refused what its folder refuses, and nothing else of the folder', async () => {
  const folder = temporaryPack({
    'pack.yaml': PACK_FILE,
    'one.md': questionFile('one', { topic: 'cooking' }),
    'sub/one.md': questionFile('one'),
    'aux.md': questionFile('aux'),
  });
  const whole = (await found(folder)).slice(1).filter((line) => !line.startsWith('pack.yaml'));
  expect(whole).toEqual(['aux.md:2:5 id-device-name', 'one.md:3:8 topic-unknown']);
  const single = await lintPath(world, `${folder}/one.md`);
  expect(single.problems.map(({ code, line, file }) => [code, line, file])).toEqual([
    ['topic-unknown', 3, `${folder}/one.md`],
  ]);
});

it('a folder without a question, and a file with another ending, are errors', async () => {
  const folder = temporaryPack({ 'pack.yml': PACK_FILE, 'a.markdown': questionFile('a') });
  expect(await found(folder)).toEqual([
    '0',
    'a.markdown:1:1 file-ending',
    'pack.yml:1:1 pack-file-name',
    ':1:1 pack-empty',
  ]);
  expect(await found(`${folder}/a.markdown`)).toEqual(['1', ':1:1 file-ending']);
});

it('rubrics of open questions, with the answers beside them', async () => {
  const codes = (await found(`${FIXTURES}/pack/samples/talk.md`, { builtIn: SAMPLES } as World)).map(
    (line) => line.split(' ')[1],
  );
  expect(codes).toContain('answers-few');
  expect(codes).toContain('wordings-few');
});
