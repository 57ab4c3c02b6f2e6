// Mends question files where that is safe: each is written whole or not at all, and what was done to it is told.

import { isAnswersPath, listQuestionFiles, readTextFile } from '../bank/read-folder.js';
import { absolutePath, isFolder } from '../disk/folders.js';
import { writeWhole } from '../disk/write-whole.js';
import { mendFile } from '../question/mend-file.js';
import { safeLine } from '../text/safe.js';

/** A line for each file that was mended. Files that cannot be read are left for lint to tell. */
export function fixFiles(path: string): string[] {
  const files = isFolder(path)
    ? listQuestionFiles(absolutePath(path)).files.flatMap((file) =>
        file.path.endsWith('.md') ? [file.path] : [],
      )
    : path.endsWith('.md') && !isAnswersPath(path)
      ? [path]
      : [];
  const root = absolutePath(path);
  return files.flatMap((name) => {
    const file = isFolder(path) ? `${root}/${name}` : name;
    const read = readTextFile(file);
    if (!('text' in read)) return [];
    const { text, done } = mendFile(read.text);
    if (done.length === 0) return [];
    writeWhole(file, [text], true);
    return [`${safeLine(file)}: mended ${done.join(', ')}`];
  });
}
