// Where in a file a finding's field stands: a field of the front matter, the stem, or a field of pack.yaml.

import { cutFile } from '../../question/front-matter.js';
import { locator, type Path, type Place } from '../../question/locate.js';

/** 1-based place in the text of a question file; `['stem']` is the first line of text behind the front matter. */
export function placeInQuestion(text: string, path: Path): Place {
  if (path[0] !== 'stem') return locator(text)(path);
  const cut = cutFile(text);
  if ('problems' in cut) return { line: 1, column: 1 };
  const blank = /^\s*/.exec(cut.body)?.[0] ?? '';
  return { line: cut.bodyLine + blank.split('\n').length - 1, column: 1 };
}

/** 1-based place in the text of a pack.yaml. */
export function placeInPackFile(text: string, path: Path): Place {
  // The locator reads front matter, so the file is shown to it as one: everything stands a line lower.
  const { line, column } = locator(`---\n${text}\n---\n`)(path);
  return { line: Math.max(1, line - 1), column };
}
