// The texts of a question as the rules read them: without markup, as words, as stems.

import { fencedLines } from '../../question/fenced-lines.js';
import { plainOption } from '../../text/plain.js';
import { stemOf } from '../../text/stem.js';

/** Words that carry no subject of their own. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also although an and another any are as asks at be because been before being below
  between both but by can could did do does done down during each either else even every for from further get gets
  give given gives go goes had has have having he her here him his how i if in into is it its itself just kind let lets
  like made make makes many may means might more most much must my need needs neither no none nor not now of off on once one
  only or other our out over own part per put rather same say says see set she should since so some still such take
  takes tell than that the their them then there these they thing this those three through to too two under until up
  upon us use used user uses using very was way we well were what when where whether which while who whole why will with
  within without would yet you your`.split(/\s+/),
);

/** Texts of some length, and as many as a large pack has: what is kept of them is some 20 MB at most. */
const [KEPT_LENGTH, MOST_KEPT] = [1_000, 10_000];
const shown = new Map<string, string>();

/** What a reader sees of a text, on one line. Read once: several rules look at every stem of a bank. */
export function shownLine(markdown: string): string {
  const line = shown.get(markdown) ?? plainOption(markdown);
  if (shown.size >= MOST_KEPT) shown.clear();
  if (markdown.length <= KEPT_LENGTH) shown.set(markdown, line);
  return line;
}

/** The stem without its fenced code. */
export function proseOf(stem: string): string {
  return fencedLines(stem)
    .flatMap(({ text, code }) => (code ? [] : [text]))
    .join('\n')
    .trim();
}

/** The sentences of a text that ask something. */
export function questionsIn(stem: string): string[] {
  const sentences = proseOf(stem).split(/(?<=[.?!:])\s+/);
  return sentences.filter((sentence) => /\?["')]*$/.test(sentence));
}

/** Lower-case words and figures of a line as it is shown, in order. */
export function wordsOf(line: string): string[] {
  return line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stems of the words of a line as it is shown that carry a subject; figures are none. */
export function subjectStems(line: string): Set<string> {
  const carries = (word: string) => word.length > 2 && !FUNCTION_WORDS.has(word) && !/^\d+$/.test(word);
  return new Set(wordsOf(line).filter(carries).map(stemOf));
}

/** A line as it is shown, as it counts for "reads the same": case and a closing full stop aside. */
export function foldedLine(line: string): string {
  return line.toLowerCase().replace(/\.$/, '');
}
