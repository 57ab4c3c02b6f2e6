// part-untold: a part of a request that wants a host or a made-up value which nobody can know from the question.

import type { Request } from '../../question/question.js';
import type { Hit, QuestionRule } from './finding.js';

/** Letters and digits mixed, as in tokens and numbers of orders: nobody comes up with such a value. */
const MADE_UP = /(?=\w*\d)(?=\w*[a-z])\w{4,}/gi;
/** A moment is told in words and written by a standard. */
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z?/g;
/** Coded from what is told, or named by a standard. */
const DERIVED = /^(Basic |bytes=|W\/|.*\/\S*(json|xml|v\d)|HTTP\/|utf-8)/i;

export const partUntold: QuestionRule = {
  code: 'part-untold',
  severity: 'warning',
  message: 'nobody can know "{value}" from the question; tell it in the stem',
  check(question) {
    if (question.type !== 'request') return [];
    const told = question.stem.toLowerCase();
    return question.parts.flatMap((part, at) =>
      wantedIn(part)
        .filter((value) => !told.includes(value.toLowerCase()))
        .map((value): Hit => ({ path: ['parts', at], args: { value } })),
    );
  },
};

/** What has to be told of a part that accepts one way only. */
function wantedIn({ any, target, is = [] }: Request['parts'][number]): string[] {
  if (any !== undefined || is.length > 1) return [];
  const host = /^https?:\/\/([^/:]+)/.exec(target ?? '')?.[1];
  const [value = ''] = is;
  return [
    ...(host === undefined ? [] : [host]),
    ...(DERIVED.test(value) ? [] : (value.replace(MOMENT, '').match(MADE_UP) ?? [])),
  ];
}
