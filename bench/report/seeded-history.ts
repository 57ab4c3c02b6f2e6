// A made-up learner's history over a real bank, fixed by its seed: for measurements, pictures and tests.

import type { BankEntry } from '../../src/bank/entry.js';
import { MODES, type ModeName } from '../../src/history/modes.js';
import type { Answer, PlannedItem, SittingSegment, Step } from '../../src/history/records.js';
import { utcStamp } from '../../src/history/segment-id.js';
import { randomStream } from '../../src/learner/random.js';
import { rightRun } from '../../src/question/lab/right-run.js';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { gradeOf, rightResponseOf } from '../../src/question/type-rules.js';
import { rightText } from '../../src/question/types/cloze.js';

export interface SeededRequest {
  entries: readonly BankEntry[];
  questionOf: (entry: BankEntry) => Question;
  seed: number;
  /** First and last instant, ms. */
  from: number;
  to: number;
  sittings: number;
  answersPerSitting: number;
}

const DAY_MS = 86_400_000;
const LEVEL_COST = { foundation: -0.8, intermediate: 0, advanced: 0.9 } as const;

/** Sittings spread over the span, mornings and evenings; ability differs by topic and grows a little with time. */
export function seededSegments(request: SeededRequest): SittingSegment[] {
  const random = randomStream(request.seed);
  const abilities = new Map<string, number>();
  const abilityOf = (topic: string) => {
    const known = abilities.get(topic) ?? (random() + random() + random() - 1.5) * 2.4;
    abilities.set(topic, known);
    return known;
  };
  for (const { topic } of request.entries) abilityOf(topic);
  const span = request.to - request.from;
  const starts = Array.from({ length: request.sittings }, () => {
    const day = Math.floor((request.from + random() ** 0.8 * span) / DAY_MS) * DAY_MS;
    return Math.min(
      request.to - 3_600_000,
      day + (random() < 0.4 ? 7.5 : 18) * 3_600_000 + Math.floor(random() * 5_400_000),
    );
  }).sort((a, b) => a - b);
  const seen = new Map<string, number>();
  return starts.map((startedAt, number) => {
    const growth = (0.7 * (startedAt - request.from)) / span;
    return sittingAt(request, {
      startedAt,
      number,
      random,
      seen,
      skill: (entry) =>
        abilityOf(entry.topic) + growth + 0.5 * (seen.get(entry.key) ?? 0) - LEVEL_COST[entry.level],
    });
  });
}

interface Draw {
  startedAt: number;
  number: number;
  random: () => number;
  seen: Map<string, number>;
  skill: (entry: BankEntry) => number;
}

function sittingAt(request: SeededRequest, draw: Draw): SittingSegment {
  const { startedAt, number, random, seen } = draw;
  const id = `${utcStamp(startedAt)}-5eed5eed-${number.toString(16).padStart(8, '0')}`;
  const mode = (random() < 0.75 ? 'practice' : MODES[1 + Math.floor(random() * 3)]) as ModeName;
  const steps: Step[] = [];
  const plan: PlannedItem[] = [];
  let at = startedAt;
  for (let entryNumber = 0; entryNumber < request.answersPerSitting; entryNumber++) {
    const entry = pickEntry(request.entries, random);
    const question = request.questionOf(entry);
    const planned = plannedOf(entry);
    plan.push(planned);
    const shownAt = at;
    at += 8_000 + Math.floor(random() * entry.seconds * 900);
    steps.push({ kind: 'shown', at: shownAt, entry: entryNumber });
    const answer = answerOf(
      { planned, question, id: `${id}#${entryNumber}@${at}`, shownAt, at, guess: entry.guess },
      draw,
      entry,
    );
    steps.push({ kind: 'answered', at, entry: entryNumber, answer });
    if (
      answer.type === 'short-answer' &&
      answer.response !== null &&
      answer.credit === 0 &&
      random() < 0.15
    ) {
      steps.push({ kind: 'overridden', at: at + 3_000, entry: entryNumber, credit: 1 });
    }
    seen.set(entry.key, (seen.get(entry.key) ?? 0) + 1);
    at += 5_000 + Math.floor(random() * 20_000);
  }
  steps.push({ kind: 'ended', at, reason: 'finished' });
  const sitting = {
    id,
    mode,
    seed: number,
    startedAt,
    title: '',
    plan,
    most: plan.length,
    paperMs: null,
    passMark: null,
    confidence: true,
    negative: false,
    withOpen: false,
    spoken: false,
  };
  return {
    version: 2,
    kind: 'sitting',
    id,
    app: '0.1.0',
    machine: '5eed5eed',
    continues: null,
    sitting,
    steps,
  };
}

/** Early entries of a topic come up more often, so that some items are seen again and some never. */
function pickEntry(entries: readonly BankEntry[], random: () => number): BankEntry {
  return entries[Math.floor(random() ** 1.3 * entries.length)] as BankEntry;
}

function plannedOf(entry: BankEntry): PlannedItem {
  const { key, contentHash, keyHash, topic, level, type, seconds } = entry;
  return {
    item: key,
    contentHash,
    keyHash,
    topic,
    concept: entry.concepts[0] ?? topic,
    level,
    type,
    order: [],
    limitMs: seconds * 1000,
  };
}

interface Asked {
  planned: PlannedItem;
  question: Question;
  id: string;
  shownAt: number;
  at: number;
  guess: number;
}

function answerOf(
  { planned, question, id, shownAt, at, guess }: Asked,
  { random, skill }: Draw,
  entry: BankEntry,
): Answer {
  const chance = guess + (1 - guess) / (1 + Math.exp(-skill(entry)));
  const skipped = random() < 0.04;
  const expired = !skipped && random() < 0.015;
  const knows = random() < chance;
  const response = skipped || expired ? null : respond(question, knows, random);
  const credit = response === null ? 0 : gradeOf(question, response).credit;
  const { limitMs: _, ...asked } = planned;
  return {
    ...asked,
    id,
    round: 0,
    outcome: skipped ? 'skipped' : expired ? 'expired' : 'answered',
    response,
    credit,
    guess,
    hinted: false,
    confidence:
      response === null || random() < 0.5
        ? null
        : chance + (random() - 0.5) * 0.5 > 0.75
          ? 'sure'
          : chance + (random() - 0.5) * 0.5 > 0.5
            ? 'likely'
            : 'guess',
    elapsedMs: at - shownAt,
    visits: [{ shownAt, leftAt: at }],
    at,
  };
}

/** A right response, or one a person who does not know might give. */
export function respond(question: Question, knows: boolean, random: () => number): QuestionResponse {
  if (knows) return rightResponseOf(question);
  const any = <Member>(members: readonly Member[]) =>
    members[Math.floor(random() * members.length)] as Member;
  switch (question.type) {
    case 'single-choice':
      return any(question.choices.filter((choice) => !choice.correct)).id;
    case 'multiple-choice':
      return question.choices
        .filter((choice) => (choice.correct ? random() < 0.6 : random() < 0.5))
        .map((choice) => choice.id);
    case 'true-false':
      return !question.answer;
    case 'short-answer':
      return any(['idempotency', 'ETag', 'the gateway', 'cache control']);
    case 'numeric':
      return String(Math.round(question.answer * (1.5 + random())) + 1);
    case 'ordering':
      return [...question.items].reverse().map((item) => item.id);
    case 'matching':
      return Object.fromEntries(
        question.pairs.map((pair, index) => [
          pair.id,
          (question.pairs[(index + 1) % question.pairs.length] as { id: string }).id,
        ]),
      );
    case 'request':
      return 'curl https://api.example.com/';
    case 'spot':
      return [1];
    case 'cloze':
      return Object.fromEntries(question.blanks.slice(1).map((blank) => [blank.id, rightText(blank)]));
    case 'lab':
      return { ...rightRun(question), values: {} };
    case 'open':
      return {
        text: 'I would look at the logs first.',
        met: question.rubric.slice(0, 1).map((point) => point.id),
        flags: [],
      };
  }
}
