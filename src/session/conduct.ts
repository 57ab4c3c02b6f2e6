// Conducts a sitting question by question: asks, grades, records, shows the verdict, until it is over or left.

import type { Outcome, Talk } from '../history/records.js';
import { rulesOf } from '../history/sitting-rules.js';
import { LEECH_MISSES } from '../learner/schedule.js';
import { isResponseTo, type QuestionResponse } from '../question/response.js';
import { TYPE_RULES } from '../question/type-rules.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { conductPaper } from './conduct-paper.js';
import { converse } from './converse.js';
import { HINTED_SHARE, makeAnswer, pointsOf } from './credit.js';
import { markPaper } from './mark-paper.js';
import { markResponse } from './mark-response.js';
import { MODE_RULES } from './modes.js';
import { lastAnswered, nextOf, willReturn } from './next.js';
import {
  type AskAct,
  type AskView,
  Interrupted,
  type Player,
  type SittingEnd,
  type Verdict,
} from './player.js';
import type { Sitting } from './sitting.js';
import { changeWords, tryAgain } from './try-again.js';

/**
 * Runs until the sitting is finished, out of time or left. Throws Interrupted after recording it: everything answered is on disk.
 */
export async function conductSitting(sitting: Sitting, player: Player): Promise<SittingEnd> {
  try {
    const free = MODE_RULES[sitting.header.mode].order === 'free';
    const end = free ? await conductPaper(sitting, player) : await conductForward(sitting, player);
    if (free && end !== 'quit') await markPaper(sitting, player);
    sitting.record({ kind: 'ended', at: sitting.world.now(), reason: end });
    return end;
  } catch (error) {
    if (error instanceof Interrupted) {
      sitting.record({ kind: 'ended', at: sitting.world.now(), reason: 'interrupted' });
    }
    throw error;
  }
}

async function conductForward(sitting: Sitting, player: Player): Promise<SittingEnd> {
  for (;;) {
    const next = nextOf(sitting.state, sitting.world.now());
    if (next.kind === 'over') {
      if (sitting.extend()) continue;
      return next.reason;
    }
    if (!(await askOne(sitting, player, next.entry))) return endOnQuit(sitting);
  }
}

/** Leaving at the last verdict leaves nothing to go on with: the sitting is finished. */
function endOnQuit(sitting: Sitting): SittingEnd {
  const next = nextOf(sitting.state, sitting.world.now());
  return next.kind === 'over' && !sitting.extend() ? next.reason : 'quit';
}

/** Asks one entry and shows what came of it; false when the person wants to leave. */
async function askOne(sitting: Sitting, player: Player, entry: number): Promise<boolean> {
  const { now } = sitting.world;
  const begun = sitting.state.talks.get(entry);
  if (begun === undefined) sitting.record({ kind: 'shown', at: now(), entry });
  const view = sitting.view(entry);
  // A talk that was interrupted goes on where it stood.
  const act: AskAct =
    begun === undefined
      ? await player.ask(view, sitting.desk(entry))
      : { kind: 'answer', response: { text: begun.text, met: [], flags: [] } };
  const at = now();
  if (act.kind === 'quit' || act.kind === 'leave') return false;
  if (act.kind === 'take-back') {
    takeBackLast(sitting);
    return true;
  }
  const outcome: Exclude<Outcome, 'unreached'> =
    act.kind === 'skip'
      ? 'skipped'
      : act.kind === 'expired' && act.response === null
        ? 'expired'
        : 'answered';
  const given = act.kind === 'skip' ? null : act.response;
  sitting.record({ kind: 'left', at });
  // It is marked before it is recorded: what was written must outlive an interruption of the marking.
  if (begun === undefined && given !== null && view.question.type === 'open')
    sitting.desk(entry).draft(given);
  const talk = given === null ? null : await talkOf(sitting, player, view, given);
  if (talk === 'left') return false;
  const marked = given === null ? null : await markResponse(sitting, view, given, player, talk);
  const confidence = given !== null && sitting.header.confidence ? await player.confidence(view) : null;
  const { answer, grade } = makeAnswer(sitting.state, entry, view.question, {
    outcome,
    ...(marked ?? { response: null, markedBy: view.question.type === 'open' ? 'self' : 'key' }),
    confidence,
    order: [...view.order],
    at,
    segment: sitting.world.recorder.segmentId,
  });
  sitting.record({ kind: 'answered', at, entry, answer });
  if (view.mode.feedback === 'end') return true;
  const missed = answer.credit < rulesOf(sitting.header).missBelow;
  const misses = sitting.world.missesOf(answer.item) + (missed ? 1 : 0);
  return showVerdict(sitting, player, entry, {
    view,
    answer,
    grade,
    points: pointsOf(answer.credit, answer.level),
    maxPoints: LEVEL_WEIGHT[answer.level],
    remark: null,
    standing: sitting.world.standing(sitting.state),
    returns: willReturn(sitting.state, entry),
    mayRetry: view.question.type === 'open' && rulesOf(sitting.header).rounds === 1 && given !== null,
    mayOverride: (grade?.credit ?? 0) < 1 && TYPE_RULES[answer.type].overridable && outcome === 'answered',
    mayEdit: sitting.world.isEditable(answer.item),
    overridden: false,
    handedIn: act.kind === 'expired' && act.response !== null,
    leechMisses: misses >= LEECH_MISSES && missed ? misses : null,
  });
}

/** What was said to an open question and its probes; null where there is no conversation. */
async function talkOf(
  sitting: Sitting,
  player: Player,
  view: AskView,
  given: QuestionResponse,
): Promise<Talk | null | 'left'> {
  const { question, mode, spoken } = view;
  if (!mode.converses || spoken || question.type !== 'open' || !isResponseTo('open', given)) return null;
  if (given.text === '') return null;
  return (await converse(sitting, player, view, { question, text: given.text })) ?? 'left';
}

/** The last answer counts no longer; its question is the next to be asked. */
function takeBackLast(sitting: Sitting): void {
  const entry = lastAnswered(sitting.state);
  if (entry !== null) sitting.record({ kind: 'takenBack', at: sitting.world.now(), entry, what: 'answer' });
}

async function showVerdict(
  sitting: Sitting,
  player: Player,
  entry: number,
  first: Verdict,
): Promise<boolean> {
  let verdict = first;
  for (;;) {
    const act = await player.verdict(verdict);
    const at = sitting.world.now();
    switch (act.kind) {
      case 'next':
        return true;
      case 'quit':
        return false;
      case 'flag':
        sitting.desk(entry).flag(act.note);
        verdict = { ...verdict, remark: 'Flagged. All flags: api-quiz flags' };
        break;
      case 'take-back':
        if (!verdict.overridden) {
          sitting.record({ kind: 'takenBack', at, entry, what: 'answer' });
          return true;
        }
        sitting.record({ kind: 'takenBack', at, entry, what: 'word' });
        verdict = { ...first, returns: willReturn(sitting.state, entry) };
        break;
      case 'easy':
        sitting.record({ kind: 'easy', at, entry });
        return true;
      case 'edit': {
        const edited = await sitting.world.edit(verdict.answer.item);
        if ('question' in edited)
          verdict = { ...verdict, view: { ...verdict.view, question: edited.question } };
        verdict = {
          ...verdict,
          remark:
            'question' in edited
              ? 'The question was corrected. This answer stays as recorded; see: api-quiz history regrade'
              : edited.message,
        };
        break;
      }
      case 'again': {
        const tried = await tryAgain(sitting, player, entry);
        if (tried === null || verdict.view.question.type !== 'open') break;
        const remark = changeWords(verdict.view.question, verdict.answer, tried.answer);
        const points = pointsOf(tried.answer.credit, tried.answer.level);
        verdict = { ...verdict, ...tried, points, remark };
        break;
      }
      case 'override': {
        // Right after all; the hint has been read all the same.
        const credit = verdict.answer.hinted ? HINTED_SHARE : 1;
        sitting.record({ kind: 'overridden', at, entry, credit });
        verdict = {
          ...verdict,
          points: pointsOf(credit, verdict.answer.level),
          remark: null,
          mayOverride: false,
          overridden: true,
          returns: false,
        };
      }
    }
  }
}
