// A question an assistant proposes: a file in a folder of drafts, and what lint says of it. Drafts count for nothing until a person has looked.

import { join } from 'node:path';
import { loadFolderPack } from '../../bank/load-folder-pack.js';
import { loadCompiledPack } from '../../bank/load-pack.js';
import { makeFolder } from '../../disk/folders.js';
import { withLock } from '../../disk/lock.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { slugOf } from '../../exchange/slug.js';
import { MAX_FILE_BYTES } from '../../question/file-limit.js';
import { parseQuestion } from '../../question/parse-question.js';
import type { Problem } from '../../question/problem.js';
import { problemMessage } from '../../question/problem-line.js';
import type { Question } from '../../question/question.js';
import { hashText, missingTopics, openDraftPack, packFileWith, writePackFile } from '../import/draft-pack.js';
import { readImportState, writeImportState } from '../import/import-state.js';
import { lintPath } from '../lint-path.js';
import type { World } from '../world.js';

export interface Proposal {
  id: string;
  /** The whole file: front matter, stem, sections. */
  file: string;
  /** Over the assistant's own proposal of before. */
  replace: boolean;
}

/** SHA-256 of what this process has written, by path: that alone may be replaced, and only while it is unchanged. */
export type OwnProposals = Map<string, string>;

/** Where proposals lie when no folder is named. */
export function proposalsFolder(world: World, into: string | undefined): string {
  return into ?? join(world.home, 'proposals');
}

/**
 * Writes the draft where it can be read as a question, and says what lint finds; `refused` where nothing was written. Failures: those of
 * writing, `import-not-draft` where the folder holds no drafts.
 */
export async function proposeQuestion(
  world: World,
  folder: string,
  proposal: Proposal,
  own: OwnProposals,
): Promise<{ refused: string } | object> {
  const { id, file } = proposal;
  if (slugOf(id) !== id || id === '')
    return { refused: 'The id must be lower-case words joined by hyphens, such as retry-budget.' };
  const { question, problems } = parseQuestion(file, `${id}.md`, id, true);
  if (question === undefined) return { written: null, problems: problems.map(told) };
  const path = join(folder, `${id}.md`);
  const refused = mayWrite(path, proposal, own);
  if (refused !== null) return { refused };
  const known = await builtInTopics(world);
  makeFolder(folder);
  // Two assistants may propose at once: neither must lose the other's topics.
  withLock(join(folder, 'pack.yaml'), () => {
    placeTopics(folder, known, question);
    writeWhole(path, [file], own.has(path) && proposal.replace);
  });
  own.set(path, hashText(file));
  const linted = await lintPath(world, path);
  return {
    written: path,
    item: `${openDraftPack(folder).pack.id}/${id}`,
    problems: linted.problems.map(told),
  };
}

/** Null, or why nothing may be written there. */
function mayWrite(path: string, { id, replace }: Proposal, own: OwnProposals): string | null {
  const before = readBounded(path, MAX_FILE_BYTES, false);
  if (!('bytes' in before) && before.code === 'file-missing') return null;
  if (!replace) return `There is a question "${id}" already; take another id, or say replace for your own.`;
  const unchanged = 'bytes' in before && hashText(before.bytes) === own.get(path);
  return unchanged ? null : `"${id}" is not your proposal of this session, or somebody has edited it since.`;
}

/** Topics the draft needs go into a pack.yaml of our own making; a person's is left alone, and lint then says what it lacks. */
function placeTopics(folder: string, known: Parameters<typeof missingTopics>[1], question: Question): void {
  const draft = openDraftPack(folder);
  const state = readImportState(folder);
  const text = packFileWith(draft, state.packFile, missingTopics(draft.pack, known, [question]));
  if (text === undefined || text === draft.source) return;
  writeImportState(folder, { ...state, packFile: hashText(text) });
  writePackFile(folder, text);
}

async function builtInTopics(world: World) {
  const core = loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  return core.pack.topics;
}

const told = (problem: Problem) => ({
  severity: problem.severity,
  code: problem.code,
  line: problem.line,
  column: problem.column,
  message: problemMessage(problem),
});
