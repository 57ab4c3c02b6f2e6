// Answers as they count today: the recorded ones with later overrides, "easy" and regrades beside them. Pure.

import { type ModeName, rulesOf } from './modes.js';
import type { Answer, EventSegment, MarkedBy, SittingHeader, Step } from './records.js';

/** An answer and what was decided about it later; `credit` and `keyHash` stay as recorded. */
export interface RememberedAnswer extends Answer {
  markedBy: MarkedBy;
  /** Id of its sitting. */
  sitting: string;
  mode: ModeName;
  /** Number of the asking in the sitting. */
  entry: number;
  /** The credit that counts, 0 to 1: the latest override or regrade, or else the recorded one. */
  effectiveCredit: number;
  /** The key it was last graded by. */
  effectiveKeyHash: string;
  /** The learner said "I was right". */
  overridden: boolean;
  regraded: boolean;
  /** The learner said that it was easy. */
  easy: boolean;
  /** It does not count: answered again later in the same exam, or taken back. */
  superseded: boolean;
  /** Taken back by the learner. */
  takenBack: boolean;
}

/** A sitting's steps: those before it (of a fork), and its own. */
interface StepsOfSitting {
  id: string;
  header: SittingHeader;
  before: readonly Step[];
  own: readonly Step[];
}

type Change = { at: number; credit: number; keyHash?: string };

/** Own answers of each sitting, by its id. `events` in the order in which they take effect. */
export function collectAnswers(
  sittings: readonly StepsOfSitting[],
  events: readonly EventSegment[],
): (sitting: string) => RememberedAnswer[] {
  const changes = new Map<string, Change[]>();
  const easy = new Set<string>();
  const gone = new Set<string>();
  const addChange = (answer: string, change: Change) =>
    changes.set(answer, [...(changes.get(answer) ?? []), change]);
  for (const sitting of sittings) collectWords(sitting, { changes, addChange, easy, gone });
  for (const { at, event } of events) {
    if (event.kind === 'regraded')
      addChange(event.answer, { at, credit: event.credit, keyHash: event.keyHash });
  }
  const bySitting = new Map(
    sittings.map((sitting) => {
      const answers = sitting.own.flatMap((step) =>
        step.kind === 'answered' || step.kind === 'retried'
          ? [remember(sitting, step.entry, step.answer, changes.get(step.answer.id) ?? [], { easy, gone })]
          : [],
      );
      return [sitting.id, rulesOf(sitting.header).answersReplace ? markSuperseded(answers) : answers];
    }),
  );
  return (sitting) => bySitting.get(sitting) ?? [];
}

interface Words {
  changes: Map<string, Change[]>;
  addChange(answer: string, change: Change): void;
  easy: Set<string>;
  /** Taken back. */
  gone: Set<string>;
}

/** What the learner said about answers in the sitting's own steps; it may be about one given before the fork. */
function collectWords(sitting: StepsOfSitting, { changes, addChange, easy, gone }: Words): void {
  const latest = new Map<number, string>();
  for (const step of sitting.before) {
    if (step.kind === 'answered') latest.set(step.entry, step.answer.id);
    if (step.kind === 'takenBack' && step.what === 'answer') latest.delete(step.entry);
  }
  for (const step of sitting.own) {
    if (step.kind === 'answered') latest.set(step.entry, step.answer.id);
    if (step.kind === 'takenBack') {
      const answer = latest.get(step.entry);
      if (answer === undefined) continue;
      // What a changed key says of it is not the learner's word.
      changes.set(
        answer,
        (changes.get(answer) ?? []).filter((change) => change.keyHash !== undefined),
      );
      if (step.what === 'word') continue;
      gone.add(answer);
      easy.delete(answer);
      latest.delete(step.entry);
    }
    if (step.kind !== 'overridden' && step.kind !== 'easy') continue;
    const answer = latest.get(step.entry);
    if (answer === undefined) continue;
    if (step.kind === 'easy') easy.add(answer);
    else addChange(answer, { at: step.at, credit: step.credit });
  }
}

// Field by field: spreading 100,000 answers takes two seconds.
function remember(
  sitting: StepsOfSitting,
  entry: number,
  answer: Answer,
  changes: readonly Change[],
  { easy, gone }: { easy: ReadonlySet<string>; gone: ReadonlySet<string> },
): RememberedAnswer {
  const latest = [...changes].sort((a, b) => a.at - b.at);
  return {
    id: answer.id,
    item: answer.item,
    contentHash: answer.contentHash,
    keyHash: answer.keyHash,
    topic: answer.topic,
    concept: answer.concept,
    level: answer.level,
    type: answer.type,
    order: answer.order,
    round: answer.round,
    outcome: answer.outcome,
    response: answer.response,
    credit: answer.credit,
    markedBy: markerOf(answer, sitting.header.mode),
    ...(answer.counts === false ? { counts: false } : {}),
    ...(answer.suggested === undefined ? {} : { suggested: answer.suggested }),
    guess: answer.guess,
    hinted: answer.hinted,
    confidence: answer.confidence,
    elapsedMs: answer.elapsedMs,
    visits: answer.visits,
    at: answer.at,
    sitting: sitting.id,
    mode: sitting.header.mode,
    entry,
    effectiveCredit: latest.at(-1)?.credit ?? answer.credit,
    effectiveKeyHash: latest.findLast((change) => change.keyHash !== undefined)?.keyHash ?? answer.keyHash,
    overridden: latest.some((change) => change.keyHash === undefined),
    regraded: latest.some((change) => change.keyHash !== undefined),
    easy: easy.has(answer.id),
    superseded: gone.has(answer.id),
    takenBack: gone.has(answer.id),
  };
}

/** Version 0.1.0 did not say who marked: in papers the matcher marked open answers, elsewhere the learner. */
export function markerOf({ markedBy, type }: Pick<Answer, 'markedBy' | 'type'>, mode: ModeName): MarkedBy {
  return markedBy ?? (type !== 'open' ? 'key' : mode === 'exam' ? 'matcher' : 'self');
}

function markSuperseded(answers: readonly RememberedAnswer[]): RememberedAnswer[] {
  const last = new Map(answers.map((answer, place) => [answer.entry, place]));
  return answers.map((answer, place) =>
    last.get(answer.entry) === place || answer.superseded ? answer : { ...answer, superseded: true },
  );
}
