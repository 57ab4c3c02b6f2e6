// From chosen questions to the header of a sitting: everything that resuming or repeating it needs.

import type { BankEntry } from '../bank/entry.js';
import { MODE_RULES, type ModeName } from '../history/modes.js';
import type { Persona, PlannedItem, SittingHeader } from '../history/records.js';
import type { Question } from '../question/question.js';
import { shownOrder } from './shuffle.js';

export interface HeaderRequest {
  mode: ModeName;
  seed: number;
  now: number;
  title: string;
  /** Scales every limit; null: no limits. */
  timeFactor: number | null;
  /** Questions at most, where they are chosen on the way; otherwise those given. */
  most?: number;
  /** Names by filter, where questions are chosen on the way. */
  filter?: Readonly<Record<string, readonly string[]>>;
  /** Limit of a paper in ms; null: the sum of its questions' own limits. */
  paperMs?: number | null;
  confidence: boolean;
  negative: boolean;
  withOpen: boolean;
  spoken: boolean;
  /** How an interviewer speaks; left out: neutral. */
  persona?: Persona | undefined;
}

/** Target of an interview answer in seconds. */
export const SPEAKING_SECONDS = 120;

/** The header of a sitting over these questions, in this order; its id comes from its first segment. */
export function makeHeader(
  chosen: readonly { entry: BankEntry; question: Question }[],
  request: HeaderRequest,
): Omit<SittingHeader, 'id'> {
  const { mode, seed, now, title, timeFactor, confidence, negative, withOpen, spoken } = request;
  const { clock, passMark, rules } = MODE_RULES[mode];
  const plan = chosen.map((one) => planItem(one, { seed, timeFactor, spoken: clock === 'speaking' }));
  const sum = plan.reduce((total, item) => total + (item.limitMs ?? 0), 0);
  const paperMs = clock === 'paper' && timeFactor !== null ? (request.paperMs ?? sum) : null;
  return {
    mode,
    seed,
    startedAt: now,
    title,
    plan,
    most: request.most ?? plan.length,
    ...(request.filter === undefined ? {} : { filter: request.filter }),
    rules,
    paperMs,
    passMark,
    confidence,
    negative,
    withOpen,
    spoken,
    ...(request.persona === undefined ? {} : { persona: request.persona }),
  };
}

/** One item as it will be asked; `spoken`: the limit is the target of a spoken answer, except for a lab, which is not spoken. */
export function planItem(
  { entry, question }: { entry: BankEntry; question: Question },
  { seed, timeFactor, spoken }: { seed: number; timeFactor: number | null; spoken: boolean },
): PlannedItem {
  const seconds = spoken && question.type !== 'lab' ? SPEAKING_SECONDS : question.seconds;
  return {
    item: entry.key,
    contentHash: entry.contentHash,
    keyHash: entry.keyHash,
    topic: entry.topic,
    concept: entry.concepts[0] ?? entry.topic,
    level: entry.level,
    type: entry.type,
    order: shownOrder(question, seed, 0),
    limitMs: timeFactor === null ? null : Math.round(seconds * 1000 * timeFactor),
  };
}
