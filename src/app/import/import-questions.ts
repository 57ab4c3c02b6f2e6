// An import: foreign files in, question files of a draft pack out, and a line about each question.

import { join } from 'node:path';
import { loadCompiledPack } from '../../bank/load-pack.js';
import type { Topic } from '../../bank/pack-file.js';
import { makeFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { type FittedQuestion, fitFile } from '../../exchange/fit-file.js';
import { READ_FORMATS, type ReadFormat } from '../../exchange/formats.js';
import { hashFields, mergeQuestion } from '../../exchange/merge-import.js';
import type { Note } from '../../exchange/notes.js';
import type { ImportDefaults } from '../../exchange/to-question.js';
import { MAX_FILE_BYTES } from '../../question/file-limit.js';
import { parseQuestion } from '../../question/parse-question.js';
import { renderQuestion } from '../../question/render-question.js';
import type { World } from '../world.js';
import {
  type DraftPack,
  hashText,
  missingTopics,
  openDraftPack,
  packFileWith,
  writePackFile,
} from './draft-pack.js';
import { type FoundForeign, foreignFiles } from './foreign-files.js';
import { type ImportState, readImportState, writeImportState } from './import-state.js';

/** `skipped`: was never meant to be a question. */
export type ImportStatus = 'added' | 'updated' | 'unchanged' | 'kept' | 'skipped' | 'refused';

export interface ImportLine {
  source: string;
  /** 1-based; in the part of an archive where there is one. */
  line: number;
  part?: string | undefined;
  status: ImportStatus;
  /** Of our question; its name in the source where it was refused. */
  id?: string | undefined;
  notes: readonly Note[];
  /** Fields a person has edited and the source has changed: the person's stand. */
  conflicts: readonly string[];
}

export interface ImportRequest {
  from: string;
  into: string;
  format?: ReadFormat | undefined;
  defaults: ImportDefaults;
  dryRun: boolean;
  /** Called before a file is understood, which may take long: its name and its bytes. */
  reading(file: string, bytes: number): void;
  /** Called at every hundredth question. */
  progress(done: number): void;
}

export interface ImportResult {
  lines: ImportLine[];
  /** Topics that a person's own pack.yaml lacks. */
  lacking: Topic[];
}

/** Failures: those of reading, `import-not-draft`, `import-state-damaged`, and of writing. Nothing is written on a dry run. */
export async function importQuestions(world: World, request: ImportRequest): Promise<ImportResult> {
  const state = readImportState(request.into);
  const draft = openDraftPack(request.into);
  const taken = new Set([...draft.ids, ...Object.values(state.questions).map(({ id }) => id)]);
  const lines: ImportLine[] = [];
  const written: FittedQuestion[] = [];
  for (const found of foreignFiles(request.from, request.format)) {
    const { name, bytes } = found.file;
    request.reading(name, bytes.length);
    const read = await (await READ_FORMATS[found.format].reader())(found.file);
    const fitted = fitFile(read, request.defaults, name, {
      of: (key) => state.questions[keyIn(found, key)]?.id,
      isTaken: (id) => taken.has(id),
    });
    for (const one of fitted.questions) {
      taken.add(one.question.id);
      written.push(one);
      lines.push(await placeOne(request, state, found, one));
      if (written.length % 100 === 0) request.progress(written.length);
    }
    for (const { line, part, name: title, note } of fitted.refused)
      lines.push({
        source: found.path,
        line,
        part,
        status: note.code === 'no-quiz' ? 'skipped' : 'refused',
        id: title,
        notes: [note],
        conflicts: [],
      });
    state.sources[name] = hashText(bytes);
  }
  const lacking = placePack(world, request, state, draft, written);
  if (!request.dryRun && written.length > 0) writeImportState(request.into, state);
  return { lines, lacking };
}

const keyIn = ({ format }: FoundForeign, key: string) => `${format}:${key}`;

async function placeOne(
  { into, dryRun }: ImportRequest,
  state: ImportState,
  found: FoundForeign,
  { key, line, part, question, text, notes }: FittedQuestion,
): Promise<ImportLine> {
  const told = { source: found.path, line, part, id: question.id, notes };
  const known = state.questions[keyIn(found, key)];
  const fields = hashFields(question);
  const file = known?.file ?? `${question.topic}/${question.id}.md`;
  const path = join(into, file);
  const remember = () => {
    state.questions[keyIn(found, key)] = { id: question.id, file, fields };
  };
  if (known === undefined) {
    if (!dryRun) writeQuestion(path, text);
    remember();
    return { ...told, status: 'added', conflicts: [] };
  }
  const before = readBounded(path, MAX_FILE_BYTES, false);
  // Deleted by hand, or not to be read: in both cases a person's doing.
  if (!('bytes' in before)) return { ...told, status: 'kept', conflicts: [before.code] };
  const current = before.bytes.toString('utf8');
  const mine = parseQuestion(current, file, question.id, true).question;
  if (mine === undefined) return { ...told, status: 'kept', conflicts: ['not readable'] };
  const merged = mergeQuestion(known.fields, mine, question);
  const rendered = renderQuestion(merged.question);
  remember();
  const status =
    rendered === renderQuestion(mine) ? (merged.conflicts.length > 0 ? 'kept' : 'unchanged') : 'updated';
  if (status === 'updated' && !dryRun) writeQuestion(path, rendered);
  return { ...told, status, conflicts: merged.conflicts };
}

function writeQuestion(path: string, text: string): void {
  makeFolder(join(path, '..'));
  writeWhole(path, [text], true);
}

/** Topics go into a pack.yaml of our own making; a person's is left alone, and what it lacks is returned. */
function placePack(
  world: World,
  { into, dryRun }: ImportRequest,
  state: ImportState,
  draft: DraftPack,
  written: readonly FittedQuestion[],
): Topic[] {
  const core = loadCompiledPack(world.builtIn.compiled);
  const added = missingTopics(
    draft.pack,
    core?.pack.topics ?? [],
    written.map(({ question }) => question),
  );
  const text = packFileWith(draft, state.packFile, added);
  if (text === undefined) return added;
  if (text !== draft.source && !dryRun && written.length > 0) {
    makeFolder(into);
    writePackFile(into, text);
  }
  state.packFile = hashText(text);
  return [];
}
