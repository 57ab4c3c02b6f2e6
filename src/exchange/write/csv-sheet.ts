// Questions as the CSV sheet, a row each; no cell can run in a spreadsheet.

import type { MultipleChoice, Open, Question, SingleChoice } from '../../question/question.js';
import { renderCsv, UTF8_BOM } from '../../text/csv.js';
import { COLUMNS, LETTERS, PAIR_SIGN, type SheetColumn } from '../sheet.js';
import { type Loss, noForm, type Outgoing, type Written } from './outgoing.js';

type Cells = Partial<Record<SheetColumn, string>>;

/** With a byte order mark, for Excel. */
export async function writeCsvSheet(questions: readonly Outgoing[]): Promise<Written> {
  const losses: Loss[] = [];
  const rows = questions.flatMap((outgoing) => {
    const own = ownCells(outgoing.question);
    if (own === undefined) {
      losses.push(noForm(outgoing));
      return [];
    }
    if (outgoing.question.type === 'open' && (outgoing.question.avoid ?? []).length > 0)
      losses.push({ key: outgoing.key, note: { code: 'out-rubric' } });
    const cells: Cells = { ...commonCells(outgoing.question), ...own };
    return [COLUMNS.map((column) => cells[column] ?? '')];
  });
  return { content: `${UTF8_BOM}${renderCsv([[...COLUMNS], ...rows])}`, count: rows.length, losses };
}

function commonCells(question: Question): Cells {
  const [source] = question.sources;
  return {
    id: question.id,
    topic: question.topic,
    concepts: question.concepts.join('; '),
    level: question.level,
    type: question.type,
    stem: question.stem,
    explanation: question.explanation,
    hint: question.hint ?? '',
    follow_up: question.followUp ?? '',
    interviewer: question.interviewer ?? '',
    seconds: String(question.seconds),
    tags: question.tags.join('; '),
    source: source?.title ?? '',
    url: source?.url ?? '',
  };
}

const lettered = (texts: readonly string[]): Cells =>
  Object.fromEntries(texts.map((text, index) => [LETTERS[index] ?? '', text]));

function ownCells(question: Question): Cells | undefined {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceCells(question);
    case 'true-false':
      return { correct: String(question.answer) };
    case 'short-answer': {
      const near = (question.partial ?? []).map(
        ({ text, credit }) => `${Math.round(credit * 100)} % ${text}`,
      );
      return { correct: [...question.answers, ...near].join(' ; ') };
    }
    case 'numeric':
      return {
        correct: [
          question.answer,
          ...(question.tolerance ? [`± ${question.tolerance}`] : []),
          question.unit ?? '',
        ]
          .join(' ')
          .trim(),
      };
    case 'ordering':
      return lettered(question.items.map(({ text }) => text));
    case 'matching':
      return lettered([
        ...question.pairs.map(({ left, right }) => `${left}${PAIR_SIGN}${right}`),
        ...(question.distractors ?? []).map(({ text }) => `${PAIR_SIGN.trimStart()}${text}`),
      ]);
    case 'open':
      return openCells(question);
    case 'request':
    case 'spot':
    case 'cloze':
      return undefined;
  }
}

function choiceCells({ choices }: SingleChoice | MultipleChoice): Cells {
  const whys = choices.map(({ why }, index) => [`why_${LETTERS[index]}`, why]);
  const right = choices.flatMap(({ correct }, index) => (correct ? [LETTERS[index]] : []));
  return {
    ...lettered(choices.map(({ text }) => text)),
    ...Object.fromEntries(whys),
    correct: right.join(';'),
  };
}

function openCells({ rubric, modelAnswer }: Open): Cells {
  const points = rubric.slice(0, LETTERS.length);
  const wordings = points.map(({ accept }, index) => [`why_${LETTERS[index]}`, accept.join(' ; ')]);
  return {
    ...lettered(points.map(({ text, weight }) => `${weight} x ${text}`)),
    ...Object.fromEntries(wordings),
    correct: modelAnswer,
  };
}
