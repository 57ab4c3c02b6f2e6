// The report as CSV for a spreadsheet: one row per answer, or one per topic.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import { type CsvCell, type RenderedCell, renderCsv, renderedCell, UTF8_BOM } from '../text/csv.js';
import { plainLine } from '../text/plain.js';
import { answerWords } from './answer-words.js';
import { rememberDays } from './days.js';
import type { Source } from './source.js';
import type { Summary, TopicSummary } from './summary-shape.js';

interface Column<Row> {
  name: string;
  cell(row: Row): CsvCell;
}

const TOPIC_COLUMNS: readonly Column<TopicSummary>[] = [
  { name: 'rank', cell: (row) => row.rank },
  { name: 'topic', cell: (row) => row.topic },
  { name: 'title', cell: (row) => row.title },
  { name: 'chance', cell: (row) => rounded(row.chance) },
  { name: 'low_80', cell: (row) => rounded(row.low) },
  { name: 'high_80', cell: (row) => rounded(row.high) },
  { name: 'enough_answers', cell: (row) => row.enough },
  { name: 'weak_chance', cell: (row) => rounded(row.weakChance) },
  { name: 'weak_in_words', cell: (row) => row.word },
  { name: 'tied', cell: (row) => row.tied },
  { name: 'counted', cell: (row) => row.counted },
  { name: 'missed', cell: (row) => row.misses },
  { name: 'answers', cell: (row) => row.answers },
  { name: 'mean_credit', cell: (row) => (row.credit === null ? null : rounded(row.credit)) },
  { name: 'seconds', cell: (row) => Math.round(row.elapsedMs / 1000) },
  { name: 'last_day', cell: (row) => row.lastDay },
  { name: 'questions', cell: (row) => row.questions },
  { name: 'unseen', cell: (row) => row.unseen },
  { name: 'drill', cell: (row) => row.drill },
];

interface AnswerRow {
  answer: RememberedAnswer;
  day: string;
  title: string;
  question: RenderedCell;
  answered: RenderedCell;
  right: RenderedCell;
}

const ANSWER_COLUMNS: readonly Column<AnswerRow>[] = [
  { name: 'answered_at', cell: (row) => new Date(row.answer.at).toISOString() },
  { name: 'day', cell: (row) => row.day },
  { name: 'sitting', cell: (row) => row.answer.sitting },
  { name: 'mode', cell: (row) => row.answer.mode },
  { name: 'item', cell: (row) => row.answer.item },
  { name: 'topic', cell: (row) => row.answer.topic },
  { name: 'topic_title', cell: (row) => row.title },
  { name: 'concept', cell: (row) => row.answer.concept },
  { name: 'level', cell: (row) => row.answer.level },
  { name: 'type', cell: (row) => row.answer.type },
  { name: 'round', cell: (row) => row.answer.round + 1 },
  { name: 'outcome', cell: (row) => row.answer.outcome },
  { name: 'credit', cell: (row) => rounded(row.answer.effectiveCredit) },
  { name: 'recorded_credit', cell: (row) => rounded(row.answer.credit) },
  { name: 'overridden', cell: (row) => row.answer.overridden },
  { name: 'regraded', cell: (row) => row.answer.regraded },
  { name: 'hinted', cell: (row) => row.answer.hinted },
  { name: 'confidence', cell: (row) => row.answer.confidence },
  { name: 'seconds', cell: (row) => Math.round(row.answer.elapsedMs / 100) / 10 },
  { name: 'question', cell: (row) => row.question },
  { name: 'answered', cell: (row) => row.answered },
  { name: 'right', cell: (row) => row.right },
];

/** One row per topic. */
export function renderTopicsCsv({ topics }: Summary): string {
  return (
    UTF8_BOM + renderCsv([header(TOPIC_COLUMNS), ...topics.map((topic) => cellsOf(TOPIC_COLUMNS, topic))])
  );
}

const ROWS_AT_ONCE = 500;

/** One row per answer, oldest first, in pieces: a long history is never a text as a whole. */
export function* renderAnswersCsv(
  answers: Iterable<RememberedAnswer>,
  source: Pick<Source, 'bank' | 'questionOf' | 'dayOf'>,
): Generator<string> {
  const titles = new Map(source.bank.topics.map(({ slug, title }) => [slug, title]));
  const wordsOf = wordsSource(source.questionOf);
  const dayOf = rememberDays(source.dayOf);
  yield UTF8_BOM + renderCsv([header(ANSWER_COLUMNS)]);
  let rows: CsvCell[][] = [];
  for (const answer of answers) {
    rows.push(
      cellsOf(ANSWER_COLUMNS, {
        answer,
        day: dayOf(answer.at),
        title: titles.get(answer.topic) ?? answer.topic,
        ...wordsOf(answer),
      }),
    );
    if (rows.length < ROWS_AT_ONCE) continue;
    yield renderCsv(rows);
    rows = [];
  }
  if (rows.length > 0) yield renderCsv(rows);
}

type Words = Pick<AnswerRow, 'question' | 'answered' | 'right'>;

/** Characters of a text in a cell: enough to know it again; `item` leads to the whole. */
const LONGEST = 160;
/** The same questions are answered the same way again and again; what is kept stays bounded. */
const MOST_KEPT = 8000;

function wordsSource(questionOf: Source['questionOf']): (answer: RememberedAnswer) => Words {
  const kept = new Map<string, Words>();
  return (answer) => {
    const key = `${answer.contentHash} ${JSON.stringify(answer.response)}`;
    const known = kept.get(key);
    if (known) return known;
    const question = questionOf(answer);
    const { answered, right } = question
      ? answerWords(question, answer.response)
      : { answered: null, right: '' };
    const words = {
      question: renderedCell(question ? cut(plainLine(question.stem)) : null),
      answered: renderedCell(answered === null ? null : cut(answered)),
      right: renderedCell(cut(right)),
    };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, words);
    return words;
  };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function header<Row>(columns: readonly Column<Row>[]): CsvCell[] {
  return columns.map(({ name }) => name);
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): CsvCell[] {
  return columns.map(({ cell }) => cell(row));
}

/** Four decimals: more than the estimates are worth, few enough to read. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
