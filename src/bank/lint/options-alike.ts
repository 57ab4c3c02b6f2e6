// options-alike: two options that read the same but for case and a full stop; in code both count. Equal ones the format itself refuses.

import type { Question } from '../../question/question.js';
import { foldedKey } from '../../text/shown-key.js';
import type { Hit, QuestionRule } from './finding.js';

export const optionsAlike: QuestionRule = {
  code: 'options-alike',
  severity: 'warning',
  message: 'this reads the same as "{other}" but for case or a full stop; reword one',
  check: (question) => listsOf(question).flatMap(repeats),
};

interface Entry {
  text: string;
  path: Hit['path'];
}

/** The lists of a question within which every text has to stand for itself. */
function listsOf(question: Question): Entry[][] {
  const texts = (name: string, field: string, members: readonly object[] = []) =>
    members.map((member, index) => ({
      text: String(Reflect.get(member, field)),
      path: [name, index, field],
    }));
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return [texts('choices', 'text', question.choices)];
    case 'ordering':
      return [texts('items', 'text', question.items)];
    case 'matching':
      return [
        texts('pairs', 'left', question.pairs),
        [...texts('pairs', 'right', question.pairs), ...texts('distractors', 'text', question.distractors)],
      ];
    case 'open':
      return [texts('rubric', 'text', question.rubric), texts('avoid', 'text', question.avoid)];
    default:
      return [];
  }
}

function repeats(entries: readonly Entry[]): Hit[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ text, path }) => {
    const folded = foldedKey(text);
    const first = seen.get(folded);
    seen.set(folded, first ?? text);
    return first === undefined ? [] : [{ path, args: { other: first } }];
  });
}
