// A made-up class over made-up items, fixed by its seed: for measurements, frozen figures and the SQL of docs/team.

import type { AnswerRow } from '../../src/history/answer-row.js';
import { normalStream, randomStream } from '../../src/learner/random.js';

export interface ClassItem {
  item: string;
  topic: string;
  level: 'foundation' | 'intermediate' | 'advanced';
  type: 'single-choice' | 'multiple-choice' | 'short-answer';
  guess: number;
  /** Logits. */
  difficulty: number;
  /** How much it tells the able from others; 1 is usual. */
  slope: number;
  /** Options with the weights with which those who do not know pick them; the key is `a`. */
  options: readonly { id: string; pull: number }[];
  /** The option the file says is right; another than `a` is a planted fault. */
  keyed: string;
}

export interface ClassSize {
  people: number;
  answers: number;
  seed: number;
  teams?: number;
}

const LEVELS = ['foundation', 'intermediate', 'advanced'] as const;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 8, 7);
export const TOPICS = 22;

/** Items of all levels; `scatter`: half the width (logits) of the band around a level in which its items lie. */
export function classItems(count: number, seed: number, scatter = 0.4): ClassItem[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, (_, number) => {
    const at = number % 3;
    const typed = number % 5 === 4;
    return {
      item: `made/item-${String(number).padStart(4, '0')}`,
      topic: `topic-${String((number * 7) % TOPICS).padStart(2, '0')}`,
      level: LEVELS[at] ?? 'intermediate',
      type: typed ? 'short-answer' : 'single-choice',
      guess: typed ? 0 : 0.25,
      difficulty: at - 1 + (random() * 2 - 1) * scatter,
      slope: 0.8 + random() * 0.4,
      options: typed ? [] : fourOptions(random),
      keyed: 'a',
    };
  });
}

/** Who does not know is right by chance, one in four, as the response model has it; distractors draw differently. */
function fourOptions(random: () => number): ClassItem['options'] {
  const distractors = ['b', 'c', 'd'].map((id) => ({ id, pull: 0.6 + random() }));
  return [{ id: 'a', pull: distractors.reduce((sum, { pull }) => sum + pull, 0) / 3 }, ...distractors];
}

/** Rows in the order of time within each person, one person after the other. */
export function* classRows(
  { people, answers, seed, teams = 4 }: ClassSize,
  items: readonly ClassItem[],
): Generator<AnswerRow> {
  const random = randomStream(seed);
  const normal = normalStream(random);
  for (let number = 0; number < people; number += 1) {
    const person = `person-${String(number).padStart(5, '0')}`;
    const team = number % 11 === 10 ? null : `team-${Math.floor(Math.sqrt(random()) * teams)}`;
    const general = 0.2 + 0.9 * normal();
    const offsets = Array.from({ length: TOPICS }, () => 0.8 * normal());
    const seen = new Set<string>();
    let at = START + Math.floor(random() * 20 * DAY_MS);
    for (let count = 0; count < answers; count += 1) {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) return;
      const first = !seen.has(item.item);
      seen.add(item.item);
      at += Math.floor(random() ** 4 * 2 * DAY_MS) + 20_000;
      const ability = general + (offsets[Number(item.topic.slice(6))] ?? 0) + (first ? 0 : 0.8);
      const answered_at = new Date(at).toISOString();
      yield asked(item, ability, random, {
        answer_id: idOf(number, count),
        person,
        team,
        first,
        answered_at,
      });
    }
  }
}

const idOf = (person: number, count: number): string =>
  ((person * 1_000_003 + count) * 2654435761 + 12345).toString(16).padStart(20, '0').slice(-20);

type Asking = Pick<AnswerRow, 'answer_id' | 'person' | 'team' | 'first' | 'answered_at'>;

function asked(item: ClassItem, ability: number, random: () => number, asking: Asking): AnswerRow {
  const skipped = random() < 0.03;
  const knows = random() < 1 / (1 + Math.exp(-item.slope * (ability - item.difficulty)));
  const picked = item.options.length === 0 ? null : knows ? 'a' : pick(item, random);
  const right = picked === null ? knows : picked === item.keyed;
  const hinted = !skipped && random() < 0.05;
  return {
    mode: 'practice',
    sitting: '0123456789abcdef0123',
    item: item.item,
    topic: item.topic,
    concept: `${item.topic}-concept`,
    level: item.level,
    type: item.type,
    key_hash: '0123456789abcdef',
    round: 0,
    outcome: skipped ? 'skipped' : 'answered',
    credit: skipped || !right ? 0 : hinted ? 2 / 3 : 1,
    guess: item.guess,
    hinted,
    confidence: null,
    elapsed_ms: 8000 + Math.floor(random() * random() * 90_000),
    marked_by: 'key',
    overridden: false,
    flagged: random() < 0.004,
    chosen: skipped || picked === null ? null : [picked],
    app: '0.1.0',
    // Each by its name: spread, they would take as long as all that is counted of them.
    answer_id: asking.answer_id,
    person: asking.person,
    team: asking.team,
    first: asking.first,
    answered_at: asking.answered_at,
  };
}

/** Who does not know picks by the pull of the options, the right one among them. */
function pick({ options }: ClassItem, random: () => number): string {
  let left = random() * options.reduce((sum, { pull }) => sum + pull, 0);
  for (const { id, pull } of options) {
    left -= pull;
    if (left < 0) return id;
  }
  return options.at(-1)?.id ?? '';
}
