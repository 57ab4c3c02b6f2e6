// A question's file opened in $EDITOR during a sitting, and read again.

import { accessSync, constants } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bank } from '../bank/bank.js';
import { readTextFile } from '../bank/read-folder.js';
import { noEditor, openInEditor } from '../players/terminal/editor.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import type { World } from './world.js';

/** The file of an item when it can be written; null otherwise, as for the pack that the build ships. */
export function editableFile(bank: Bank, item: string): string | null {
  const entry = bank.entries.find((candidate) => candidate.key === item);
  const folder = bank.packs.find(({ pack }) => pack.id === entry?.pack)?.folder;
  if (!entry || !folder) return null;
  const path = join(folder, entry.file);
  try {
    accessSync(path, constants.W_OK);
    return path;
  } catch {
    // Not ours to write: that is the answer.
    return null;
  }
}

/** The corrected question, or why there is none: a missing editor is no reason to leave the sitting. */
export async function editQuestion(
  world: World,
  path: string,
): Promise<{ question: Question } | { message: string }> {
  try {
    await openInEditor(path, world.env);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'editor-failed') throw error;
    return { message: noEditor(error) };
  }
  const read = readTextFile(path);
  if ('code' in read) return { message: `The file cannot be read any more (${read.reason}).` };
  const { parseQuestion } = await import('../question/parse-question.js');
  const { problemLine } = await import('../question/problem-line.js');
  const { question, problems } = parseQuestion(read.text, path, basename(path, '.md'));
  return question
    ? { question }
    : { message: problems[0] ? problemLine(problems[0]) : 'The file is no question any more.' };
}
