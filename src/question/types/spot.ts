// spot: the flawed lines of a snippet are to be marked; how many flaws there are is told.

import { linesInWords } from '../answer-words.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';
import { MOST_LINES } from '../response.js';
import { isWithin, linesOf, markableLines, readRange } from '../snippet.js';

export const spot: QuestionTypeRules<'spot'> = {
  lists: [['flaws']],
  needs: 'flaws',
  sections: [],
  overridable: false,
  namesPlaces: true,
  check({ snippet, flaws, sound = [] }) {
    if (typeof snippet !== 'string') return [];
    const count = linesOf(snippet).length;
    if (count > MOST_LINES)
      return [{ code: 'snippet-too-long', path: ['snippet'], args: { limit: MOST_LINES } }];
    const issues: FieldIssue[] = [];
    const markable = new Set(markableLines(snippet));
    const taken = new Set<number>();
    const look = (list: string, ranges: readonly { lines: string }[]) =>
      ranges.forEach(({ lines }, index) => {
        const { from, to } = readRange(lines);
        const path = [list, index, 'lines'];
        if (to > count) issues.push({ code: 'lines-outside', path, args: { lines, count } });
        else if (!markable.has(from) || !markable.has(to))
          issues.push({ code: 'lines-blank', path, args: { lines } });
        for (let line = from; line <= Math.min(to, count); line += 1) {
          if (taken.has(line)) issues.push({ code: 'lines-overlap', path, args: { line } });
          taken.add(line);
        }
      });
    look('flaws', flaws);
    const flawed = taken.size;
    look('sound', sound);
    if (issues.length === 0 && flawed >= markable.size)
      issues.push({ code: 'lines-all-flawed', path: ['flaws'] });
    return issues;
  },
  refuse({ snippet }, response) {
    const count = linesOf(snippet).length;
    const outside = response.find((line) => !Number.isInteger(line) || line < 1 || line > count);
    return outside === undefined ? null : `There is no line ${outside}; the lines are 1 to ${count}.`;
  },
  // As multiple choice: flaws found / flaws - sound lines marked / sound lines, floored at 0. Any line of a flaw finds it.
  grade(question, response) {
    const marked = new Set(response);
    const flaws = question.flaws.map(({ lines }) => readRange(lines));
    const found = flaws.filter((range) => [...marked].some((line) => isWithin(line, range))).length;
    const sound = markableLines(question.snippet).filter(
      (line) => !flaws.some((range) => isWithin(line, range)),
    );
    const wrong = sound.filter((line) => marked.has(line)).length;
    return { credit: Math.max(0, found / flaws.length - wrong / Math.max(1, sound.length)) };
  },
  rightResponse: ({ flaws }) => flaws.map(({ lines }) => readRange(lines).from),
  key: ({ snippet, flaws }) => [markableLines(snippet), flaws.map(({ lines }) => lines).sort()],
  guess: ({ snippet, flaws }) =>
    expectedCreditOfRandomMarks(
      flaws.map(({ lines }) => readRange(lines)).map(({ from, to }) => to - from + 1),
      markableLines(snippet).length,
    ),
  seconds: { foundation: 75, intermediate: 105, advanced: 150 },
  words: {
    given: (_, marked) => (marked.length === 0 ? 'no line marked' : linesInWords(marked.map(String))),
    right: ({ flaws }) => linesInWords(flaws.map(({ lines }) => lines)),
    why: ({ flaws }, marked) =>
      flaws.find(({ lines }) => !(marked ?? []).some((line) => isWithin(line, readRange(lines))))?.why,
  },
  template: `snippet: |
  GET /orders/17?access_token=s3cret HTTP/1.1
  Host: api.example.com
  Accept: application/json
flaws:
  - id: token-in-query
    lines: 1
    why: What is wrong in this line, and what belongs there.
sound:
  - lines: 3
    why: What looks wrong here and is not.
`,
};

/**
 * Expected credit of marking as many lines as there are flaws, all equally likely: the sum over flaws found and lines used for
 * them of max(0, found/flaws - wrong/sound lines). `sizes`: lines of each flaw; `lines`: lines that can be marked.
 */
export function expectedCreditOfRandomMarks(sizes: readonly number[], lines: number): number {
  const marks = sizes.length;
  const sound = lines - sizes.reduce((sum, size) => sum + size, 0);
  // ways[found][used]: choices of `used` lines within the flaws that touch `found` of them.
  let ways = [[1]];
  for (const size of sizes) {
    const next = Array.from({ length: ways.length + 1 }, () => new Array<number>(marks + 1).fill(0));
    for (const [found, row] of ways.entries()) {
      for (const [used, count] of row.entries()) {
        for (let taken = 0; taken <= Math.min(size, marks - used); taken += 1) {
          next[found + Math.sign(taken)]![used + taken]! += count * binomial(size, taken);
        }
      }
    }
    ways = next;
  }
  let sum = 0;
  ways.forEach((row, found) => {
    row.forEach((count, used) => {
      const wrong = marks - used;
      const credit = Math.max(0, found / marks - wrong / Math.max(1, sound));
      sum += (count ?? 0) * binomial(sound, wrong) * credit;
    });
  });
  return sum / binomial(lines, marks);
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return k > n ? 0 : value;
}
