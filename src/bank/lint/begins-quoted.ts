// begins-quoted: a test of a JSON field that wants a quotation mark; the text of a field is compared without its marks.

import type { RequestTest } from '../../question/request/request-test.js';
import type { Hit, QuestionRule } from './finding.js';

export const beginsQuoted: QuestionRule = {
  code: 'begins-quoted',
  severity: 'warning',
  message: 'the text of a JSON field is compared without its quotation marks; write {value} without them',
  check(question) {
    if (question.type !== 'request') return [];
    const { parts, forbidden = [], free = [] } = question;
    return [
      ...parts.flatMap((part, at) => [
        ...quotedIn(part, ['parts', at]),
        ...(part.any ?? []).flatMap((test, place) => quotedIn(test, ['parts', at, 'any', place])),
      ]),
      ...forbidden.flatMap((test, at) => quotedIn(test, ['forbidden', at])),
      ...free.flatMap((test, at) => quotedIn(test, ['free', at])),
    ];
  },
};

function quotedIn({ field, is, begins }: RequestTest, path: Hit['path']): Hit[] {
  if (field === undefined) return [];
  const hits = (name: string, values: readonly string[] = []) =>
    values.flatMap((value, at) =>
      value.startsWith('"') ? [{ path: [...path, name, at], args: { value } }] : [],
    );
  return [...hits('is', is), ...hits('begins', begins)];
}
