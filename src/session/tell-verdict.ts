// A verdict on the screen: what is said of it changes it, until the person goes on or leaves.

import { HINTED_SHARE, pointsOf } from './credit.js';
import { willReturn } from './next.js';
import type { Player, Verdict, VerdictAct } from './player.js';
import type { Sitting } from './sitting.js';
import { liftLeech } from './suspend-entry.js';
import { changeWords, tryAgain } from './try-again.js';

/** Shows it, again after each change; false when the person wants to leave the sitting. */
export async function tellVerdict(sitting: Sitting, player: Player, first: Verdict): Promise<boolean> {
  let verdict = first;
  for (;;) {
    const told = await afterAct(sitting, player, first, verdict, await player.verdict(verdict));
    if (typeof told === 'boolean') return told;
    verdict = told;
  }
}

/** The verdict as it is shown next, or how it is left: true goes on, false leaves the sitting. */
function afterAct(
  sitting: Sitting,
  player: Player,
  first: Verdict,
  verdict: Verdict,
  act: VerdictAct,
): Verdict | boolean | Promise<Verdict> {
  const { entry } = first.view;
  switch (act.kind) {
    case 'next':
      return true;
    case 'quit':
      return false;
    case 'flag':
      sitting.desk(entry).flag(act.note);
      return { ...verdict, remark: 'Flagged. All flags: api-quiz flags' };
    case 'take-back':
      return takeBack(sitting, first, verdict);
    case 'easy':
      sitting.record({ kind: 'easy', at: sitting.world.now(), entry });
      return true;
    case 'edit':
      return edit(sitting, verdict);
    case 'again':
      return again(sitting, player, verdict);
    case 'override':
      return override(sitting, verdict);
  }
}

/** First the word that it was right, then the answer itself. */
function takeBack(sitting: Sitting, first: Verdict, { overridden }: Verdict): Verdict | true {
  const { entry } = first.view;
  const what = overridden ? 'word' : 'answer';
  if (!overridden) liftLeech(sitting, entry);
  sitting.record({ kind: 'takenBack', at: sitting.world.now(), entry, what });
  return overridden ? { ...first, suspendedAt: null, returns: willReturn(sitting.state, entry) } : true;
}

async function edit(sitting: Sitting, verdict: Verdict): Promise<Verdict> {
  const edited = await sitting.world.edit(verdict.answer.item);
  if ('message' in edited) return { ...verdict, remark: edited.message };
  return {
    ...verdict,
    view: { ...verdict.view, question: edited.question },
    remark: 'The question was corrected. This answer stays as recorded; see: api-quiz history regrade',
  };
}

async function again(sitting: Sitting, player: Player, verdict: Verdict): Promise<Verdict> {
  const { question, entry } = verdict.view;
  const tried = await tryAgain(sitting, player, entry);
  if (tried === null || question.type !== 'open') return verdict;
  const points = pointsOf(tried.answer.credit, tried.answer.level);
  return { ...verdict, ...tried, points, remark: changeWords(question, verdict.answer, tried.answer) };
}

/** Right after all; the hint has been read all the same. */
function override(sitting: Sitting, verdict: Verdict): Verdict {
  liftLeech(sitting, verdict.view.entry);
  const credit = verdict.answer.hinted ? HINTED_SHARE : 1;
  sitting.record({ kind: 'overridden', at: sitting.world.now(), entry: verdict.view.entry, credit });
  return {
    ...verdict,
    points: pointsOf(credit, verdict.answer.level),
    remark: null,
    mayOverride: false,
    overridden: true,
    suspendedAt: null,
    returns: false,
  };
}
