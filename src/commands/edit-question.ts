// A question's file opened in $EDITOR during a sitting, and read again.

import { accessSync, constants } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bank } from '../bank/bank.js';
import { readTextFile } from '../bank/read-folder.js';
import type { Question } from '../question/question.js';
import { openInEditor } from '../terminal/editor.js';
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

/** The corrected question, or the first problem of what was saved. Throws Failure `editor-failed`. */
export async function editQuestion(
  world: World,
  path: string,
): Promise<{ question: Question } | { message: string }> {
  openInEditor(path, world.env);
  const read = readTextFile(path);
  if ('code' in read) return { message: `The file cannot be read any more (${read.reason}).` };
  const { parseQuestion } = await import('../question/parse-question.js');
  const { problemLine } = await import('../question/problem-messages.js');
  const { question, problems } = parseQuestion(read.text, path, basename(path, '.md'));
  return question
    ? { question }
    : { message: problems[0] ? problemLine(problems[0]) : 'The file is no question any more.' };
}
