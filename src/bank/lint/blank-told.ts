// blank-told: the word of a blank stands elsewhere in its own snippet, in the same place of a line, so that it need only be copied.

import { linesOf } from '../../question/snippet.js';
import type { QuestionRule } from './finding.js';

export const blankTold: QuestionRule = {
  code: 'blank-told',
  severity: 'warning',
  message:
    '"{word}" stands in another line of the snippet in the same place; take it out there, or ask for something else',
  check(question) {
    if (question.type !== 'cloze') return [];
    const lines = linesOf(question.snippet);
    return question.blanks.flatMap(({ id, answers = [] }, at) => {
      const [before = ''] = (lines.find((line) => line.includes(`{{${id}}}`)) ?? '').split(`{{${id}}}`);
      const others = lines.filter((line) => !line.includes(`{{${id}}}`));
      const word = answers.find((answer) => others.some((line) => stands(line, before, answer)));
      return word === undefined ? [] : [{ path: ['blanks', at, 'answers'], args: { word } }];
    });
  },
};

/** Behind the same beginning of a line, and as a whole word. */
function stands(line: string, before: string, answer: string): boolean {
  const whole = `${before}${answer}`.trimStart();
  const rest = line.trimStart();
  return rest.startsWith(whole) && !/^[\p{L}\p{N}_-]/u.test(rest.slice(whole.length));
}
