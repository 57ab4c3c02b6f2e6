// The matcher of version 0.1.0, kept to compare with: all stems of an accepted phrase within one sentence, in any order.

import type { Open } from '../../src/question/question.js';
import { stemOf } from '../../src/text/stem.js';

const FILLER = new Set(
  'a an and are as at be been but by can do does for from had has have i if in into is it its of on or so than that the their then there they this to was we were what when which who will with would you your'.split(
    ' ',
  ),
);

/** Ids of the points and red flags of which a phrase occurs. */
export function matchPhrases(question: Open, text: string): { met: string[]; flags: string[] } {
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
    met: question.rubric.filter((point) => said(point.accept)).map((point) => point.id),
    flags: (question.avoid ?? []).filter((flag) => said(flag.reject)).map((flag) => flag.id),
  };
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLER.has(word));
  return (telling.length > 0 ? telling : words).map(stemOf);
}
