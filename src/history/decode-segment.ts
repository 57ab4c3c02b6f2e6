// Untrusted JSON -> Segment, or the first field that is wrong. By hand, because 100,000 answers are read at once.

import type { Suggestion } from '../question/open-mark.js';
import { isResponseTo } from '../question/response.js';
import { LEVELS, QUESTION_TYPES } from '../question/vocabulary.js';
import { isRecord } from '../text/is-record.js';
import {
  amount,
  anyNumber,
  byKind,
  type Check,
  fieldsOf,
  fraction,
  index,
  instant,
  isShallow,
  like,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  text,
  truth,
} from './checks.js';
import type { Refusal } from './load-record.js';
import { MODES, type SittingRules } from './modes.js';
import {
  type Answer,
  CONFIDENCES,
  type EventBody,
  type EventSegment,
  MARKERS,
  OUTCOMES,
  PERSONAS,
  type PlannedItem,
  type Probe,
  RECORD_VERSION,
  type Segment,
  type SittingHeader,
  type SittingSegment,
  type Step,
  SUSPENDED_BY,
  type Talk,
  type Visit,
} from './records.js';
import { MACHINE_ID, SEGMENT_ID } from './segment-id.js';

/** A hash of an item's content; also the name of a file. */
export const CONTENT_HASH = /^[0-9a-f]{16}$/;

/** Brings a record of version n (the key) to version n + 1. */
const MIGRATIONS: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>> = {
  // Version 2 knows steps more; every record of version 1 is one of version 2.
  1: (old) => ({ ...old, version: 2 }),
};

/** Versions whose plans and steps are those of today: no migration from there on touches them. */
export const STEPS_LIKE_TODAY: readonly unknown[] = [1, RECORD_VERSION];

/** The segment (the same object, unknown extra fields kept), or why it is none. */
export function decodeSegment(json: unknown): { value: Segment } | Refusal {
  if (!isRecord(json)) return wrongField('');
  const { version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return wrongField('version');
  if (version > RECORD_VERSION) return { code: 'record-newer', detail: String(version) };
  let record = json;
  for (let from = version; from < RECORD_VERSION; from += 1) record = MIGRATIONS[from]?.(record) ?? record;
  const wrong = segment(record);
  return wrong === null ? { value: record as unknown as Segment } : wrongField(wrong);
}

const wrongField = (path: string): Refusal => ({
  code: 'record-wrong-field',
  detail: path === '' ? '(all of it)' : path,
});

const hash = like(CONTENT_HASH);
const segmentId = like(SEGMENT_ID);
const facts = {
  item: text,
  contentHash: hash,
  keyHash: hash,
  topic: text,
  concept: text,
  level: oneOf(LEVELS),
  type: oneOf(QUESTION_TYPES),
};
const itemFacts = { ...facts, order: listOf(text) };

/** Of what is said of an item, but for the order in which its parts were shown. */
export const checkFacts = fieldsOf<Omit<PlannedItem, 'order' | 'limitMs'>>(facts);

/** Of a plan. */
export const checkPlanned = fieldsOf<PlannedItem>({ ...itemFacts, limitMs: orNull(amount) });

const header = fieldsOf<SittingHeader>({
  id: segmentId,
  mode: oneOf(MODES),
  seed: anyNumber,
  startedAt: instant,
  title: text,
  plan: listOf(checkPlanned),
  most: amount,
  filter: optional(recordOf(listOf(text))),
  rules: optional(
    fieldsOf<SittingRules>({
      rounds: index,
      returnGap: index,
      missBelow: fraction,
      scored: oneOf(['plan', 'answered']),
      answersReplace: truth,
    }),
  ),
  paperMs: orNull(amount),
  passMark: orNull(anyNumber),
  confidence: truth,
  negative: truth,
  withOpen: truth,
  spoken: truth,
  persona: optional(oneOf(PERSONAS)),
});

const ids = listOf(text);
export const checkSuggestion = fieldsOf<Suggestion>({
  met: ids,
  half: ids,
  unsure: ids,
  look: ids,
  flags: ids,
  credit: fraction,
  clear: fraction,
  most: fraction,
});

const answerFields = fieldsOf<Answer>({
  ...itemFacts,
  id: text,
  round: index,
  outcome: oneOf(OUTCOMES),
  // Its shape depends on the type; looked at below.
  response: () => null,
  credit: fraction,
  markedBy: optional(oneOf(MARKERS)),
  counts: optional(truth),
  suggested: optional(checkSuggestion),
  guess: fraction,
  hinted: truth,
  confidence: orNull(oneOf(CONFIDENCES)),
  elapsedMs: amount,
  visits: listOf(fieldsOf<Visit>({ shownAt: instant, leftAt: instant })),
  at: instant,
});

const answer: Check = (value) => {
  const wrong = answerFields(value);
  if (wrong !== null) return wrong;
  const { type, response } = value as Answer;
  return response === null || (isResponseTo(type, response) && isShallow(response)) ? null : 'response';
};

/** A response of whatever type: which one it is, its entry says. */
const draft: Check = (value) =>
  QUESTION_TYPES.some((type) => isResponseTo(type, value)) && isShallow(value) ? null : '';

const talk = fieldsOf<Talk>({
  text,
  probes: listOf(fieldsOf<Probe>({ point: orNull(text), question: text, reply: orNull(text) })),
});

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;
const kind = text;
const bare = fieldsOf<StepOf<'paused'>>({ kind, at: instant });
const onEntry = fieldsOf<StepOf<'shown'>>({ kind, at: instant, entry: index });

/** Types whose answers take long enough to be kept on the way. */
const LONG_ANSWERS = ['lab'] as const;

/** Null when the step can be read back; else the path of what is wrong in it. */
export const checkStep = byKind<Step>({
  planned: fieldsOf<StepOf<'planned'>>({ kind, at: instant, planned: checkPlanned }),
  shown: onEntry,
  hinted: onEntry,
  easy: onEntry,
  dropped: onEntry,
  progressed: fieldsOf<StepOf<'progressed'>>({
    kind,
    at: instant,
    entry: index,
    response: (value) =>
      LONG_ANSWERS.some((type) => isResponseTo(type, value)) && isShallow(value) ? null : '',
  }),
  drafted: fieldsOf<StepOf<'drafted'>>({ kind, at: instant, entry: index, response: orNull(draft) }),
  takenBack: fieldsOf<StepOf<'takenBack'>>({
    kind,
    at: instant,
    entry: index,
    what: oneOf(['answer', 'word']),
  }),
  left: bare,
  paused: bare,
  unpaused: bare,
  continued: bare,
  handedIn: bare,
  talked: fieldsOf<StepOf<'talked'>>({ kind, at: instant, entry: index, talk }),
  retried: fieldsOf<StepOf<'retried'>>({ kind, at: instant, entry: index, answer }),
  marked: fieldsOf<StepOf<'marked'>>({ kind, at: instant, entry: index, on: truth }),
  answered: fieldsOf<StepOf<'answered'>>({ kind, at: instant, entry: index, answer }),
  overridden: fieldsOf<StepOf<'overridden'>>({ kind, at: instant, entry: index, credit: fraction }),
  ended: fieldsOf<StepOf<'ended'>>({
    kind,
    at: instant,
    reason: oneOf(['finished', 'time', 'quit', 'interrupted']),
  }),
});

type EventOf<Kind extends EventBody['kind']> = Extract<EventBody, { kind: Kind }>;
const onItem = fieldsOf<EventOf<'unflagged'>>({ kind, item: text });
const onSitting = fieldsOf<EventOf<'deleted'>>({ kind, sitting: segmentId });

const event = byKind<EventBody>({
  regraded: fieldsOf<EventOf<'regraded'>>({ kind, answer: text, credit: fraction, keyHash: hash }),
  flagged: fieldsOf<EventOf<'flagged'>>({ kind, item: text, contentHash: hash, note: text }),
  unflagged: onItem,
  suspended: fieldsOf<EventOf<'suspended'>>({ kind, item: text, why: oneOf(SUSPENDED_BY) }),
  unsuspended: onItem,
  deleted: onSitting,
  restored: onSitting,
});

const common = {
  version: oneOf([RECORD_VERSION]),
  id: segmentId,
  app: text,
  machine: like(MACHINE_ID),
  kind,
};

const segment = byKind<Segment>({
  sitting: fieldsOf<SittingSegment>({
    ...common,
    continues: orNull(segmentId),
    sitting: header,
    steps: listOf(checkStep),
  }),
  event: fieldsOf<EventSegment>({ ...common, at: instant, event }),
});
