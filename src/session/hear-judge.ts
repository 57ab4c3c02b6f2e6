// A second opinion on an open answer, where a judge is configured: consent first, then the wait. Never in a paper.

import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { HeardOpinion } from './judge-seat.js';
import type { AskView, Player } from './player.js';
import type { Sitting } from './sitting.js';

/** The mark as it was where no judge is asked. */
export async function hearJudge(
  { world: { judge } }: Sitting,
  { judging }: Player,
  { mode }: AskView,
  { question, text, mark }: { question: Open; text: string; mark: OpenMark },
): Promise<HeardOpinion> {
  const alone: HeardOpinion = { mark, said: null, notice: null };
  if (!judge || !judging || mode.feedback === 'end' || !judge.isWanted(mark)) return alone;
  if (judge.needsConsent()) {
    await judge.settleConsent(await judging.consent(judge.address));
    if (!judge.isWanted(mark)) return alone;
  }
  return judging.wait(judge.address, (signal) => judge.opinion(question, text, mark, signal));
}
