// One answer as a flat row for other programs: what `history export --format ndjson` writes and a class is read from. Pure.

import type { Level, QuestionType } from '../question/vocabulary.js';
import type { ModeName } from './modes.js';
import type { Confidence, MarkedBy, Outcome } from './records.js';

/** Names as columns of a database: `at` and `group` are reserved there. docs/answers.schema.json describes them. */
export interface AnswerRow {
  /** Hexadecimal, from the answer's id: the same in every export, so that copies can be told. */
  answer_id: string;
  /** As the person named themselves, else a pseudonym. */
  person: string;
  team: string | null;
  /** ISO 8601 in UTC. */
  answered_at: string;
  mode: ModeName;
  sitting: string;
  /** `pack/id`. */
  item: string;
  topic: string;
  concept: string;
  level: Level;
  type: QuestionType;
  /** The key it was last graded by. */
  key_hash: string;
  /** The person had not answered or skipped this item before. */
  first: boolean;
  /** 0 at the first asking in its sitting. */
  round: number;
  outcome: Outcome;
  /** 0 to 1, as it counts today: overrides and regrades included. */
  credit: number;
  guess: number;
  hinted: boolean;
  confidence: Confidence | null;
  elapsed_ms: number;
  marked_by: MarkedBy;
  overridden: boolean;
  /** The person has flagged the item as doubtful. */
  flagged: boolean;
  /** Ids of the options or lines picked; null where the answer was typed, ordered or matched. */
  chosen: string[] | null;
  /** Version of api-quiz that recorded it. */
  app: string;
  /** Only with --with-responses. */
  response?: unknown;
}
