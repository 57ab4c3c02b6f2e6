// Which rubric points and red flags a typed answer touches: a suggestion for the person who marks, never a verdict.

import { stemOf } from '../text/stem.js';
import type { Open } from './question.js';
import type { OpenResponse } from './response.js';

// Words that carry no point by themselves.
const FILLER = new Set(
  'a an and are as at be been but by can do does for from had has have i if in into is it its of on or so than that the their then there they this to was we were what when which who will with would you your'.split(
    ' ',
  ),
);

/** The points whose wordings occur: all stems of an accepted phrase within one sentence, in any order. */
export function matchRubric(question: Open, text: string): OpenResponse {
  const sentences = text
    .split(/[.!?;\n]+/)
    .map((sentence) => new Set(stemsOf(sentence)))
    .filter((stems) => stems.size > 0);
  const said = (phrases: readonly string[]) =>
    phrases.some((phrase) => {
      const wanted = stemsOf(phrase);
      return wanted.length > 0 && sentences.some((stems) => wanted.every((stem) => stems.has(stem)));
    });
  return {
    text,
    met: question.rubric.filter((point) => said(point.accept)).map((point) => point.id),
    flags: (question.avoid ?? []).filter((flag) => said(flag.reject)).map((flag) => flag.id),
  };
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLER.has(word));
  return (telling.length > 0 ? telling : words).map(stemOf);
}
