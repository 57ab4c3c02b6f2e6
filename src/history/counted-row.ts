// What the figures of a class and of items need of a row, read from files of other people. Pure.

import type { Level } from '../question/vocabulary.js';
import { isRecord } from '../text/is-record.js';

/** What the figures of a class and of items need of a row; everything else may be missing. */
export interface CountedRow {
  answerId: string;
  person: string;
  team: string | null;
  /** ms. */
  at: number;
  item: string;
  topic: string;
  level: Level;
  type: string;
  keyHash: string;
  first: boolean;
  outcome: string;
  credit: number;
  guess: number;
  hinted: boolean;
  flagged: boolean;
  overridden: boolean;
  markedByKey: boolean;
  elapsedMs: number;
  chosen: readonly string[] | null;
}

const MOST_NAME = 200;
const LONG_AGO = Date.UTC(1970, 0, 1);

/** Untrusted JSON -> what is counted of it; undefined where a field that is needed is missing or makes no sense. */
export function decodeRow(json: unknown): CountedRow | undefined {
  if (!isRecord(json)) return undefined;
  const { answer_id, person, answered_at, item, topic, level, credit, outcome } = json;
  if (!isName(answer_id) || !isName(person) || !isName(item) || !isName(topic)) return undefined;
  if (level !== 'foundation' && level !== 'intermediate' && level !== 'advanced') return undefined;
  if (!isShare(credit) || typeof outcome !== 'string' || typeof answered_at !== 'string') return undefined;
  const at = Date.parse(answered_at);
  if (!(at >= LONG_AGO)) return undefined;
  return {
    answerId: answer_id,
    person,
    team: isName(json.team) ? json.team : null,
    at,
    item,
    topic,
    level,
    type: isName(json.type) ? json.type : '',
    keyHash: isName(json.key_hash) ? json.key_hash : '',
    first: json.first === true,
    outcome,
    credit,
    guess: isShare(json.guess) ? Math.min(json.guess, 0.99) : 0,
    hinted: json.hinted === true,
    flagged: json.flagged === true,
    overridden: json.overridden === true,
    markedByKey: json.marked_by === undefined || json.marked_by === 'key',
    elapsedMs: typeof json.elapsed_ms === 'number' && json.elapsed_ms >= 0 ? json.elapsed_ms : 0,
    chosen:
      Array.isArray(json.chosen) && json.chosen.length <= 200 && json.chosen.every(isName)
        ? json.chosen
        : null,
  };
}

/** The first time this person answered or skipped this item, which is what says something about both. */
export function isFirstAttempt({ first, outcome }: CountedRow): boolean {
  return first && (outcome === 'answered' || outcome === 'skipped');
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MOST_NAME;
const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
