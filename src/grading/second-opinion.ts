// A matcher's mark and a judge's as one: where they agree it is clear, where they do not the learner looks.

import type { OpenMark, PointMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { JudgedClaim } from '../session/judge-seat.js';
import { creditsOf } from './credits.js';
import type { Judgement } from './judge.js';
import { quotedSpan } from './read-judgement.js';

/** A judge raises red flags as questions too, and takes none back. */
export function withSecondOpinion(
  question: Open,
  answer: string,
  mark: OpenMark,
  judged: Judgement,
): OpenMark {
  const points = mark.points.map((point) =>
    joined(
      point,
      judged.points.find(({ id }) => id === point.id),
      answer,
    ),
  );
  const flags = mark.flags.map((flag) => {
    const seen = judged.flags.find(({ id }) => id === flag.id);
    if (seen?.met !== 'yes') return flag;
    return { ...flag, raised: true, evidence: quotedSpan(answer, seen.quote) ?? flag.evidence };
  });
  return { ...mark, points, flags, ...creditsOf(question, points) };
}

function joined(point: PointMark, seen: JudgedClaim | undefined, answer: string): PointMark {
  if (seen === undefined) return point;
  const evidence = quotedSpan(answer, seen.quote) ?? point.evidence;
  const { id } = point;
  switch (seen.met) {
    case 'yes':
      return point.state === 'open'
        ? { id, state: 'unsure', clear: false, share: 0, evidence }
        : { id, state: 'said', clear: true, share: 1, evidence };
    case 'partly':
      return { id, state: 'unsure', clear: false, share: 0.5, evidence };
    case 'no':
      return point.state === 'said'
        ? { ...point, state: 'unsure', clear: false, share: 0 }
        : { ...point, state: 'open', clear: true, share: 0 };
  }
}
