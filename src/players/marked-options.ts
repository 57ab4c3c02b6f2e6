// How a question looks once it is answered: its options with what was chosen, what is right, and why.

import type { Answer } from '../history/records.js';
import { isOneLine, renderInline, renderOption } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import type { Question, QuestionOf } from '../question/question.js';
import { isResponseTo, type OpenResponse } from '../question/response.js';
import { cellWidth, wrapHanging, wrapText } from '../text/fit.js';
import { safeText } from '../text/safe.js';
import { markCloze, markRequest, markSpot } from './marked-hands-on.js';
import { markLab } from './marked-lab.js';

/**
 * How much is told. whole: every reason and every accepted form; usual: what concerns the answer given; brief: the same, the
 * rest on one line each; least: no reasons but that of a wrong choice; bare: no reasons, one line each.
 */
export type Detail = 'whole' | 'usual' | 'brief' | 'least' | 'bare';

type Marker = (question: never, answer: Answer, width: number, theme: Theme, detail: Detail) => string[];

const MARKERS: { [T in Question['type']]: Marker } = {
  'single-choice': markChoices as Marker,
  'multiple-choice': markChoices as Marker,
  'true-false': markTruth as Marker,
  'short-answer': markTyped as Marker,
  numeric: markTyped as Marker,
  ordering: markOrder as Marker,
  matching: markPairs as Marker,
  request: (question: QuestionOf<'request'>, answer, width, theme) =>
    markRequest(question, answer.response, width, theme),
  spot: (question: QuestionOf<'spot'>, answer, width, theme) =>
    markSpot(question, answer.response, width, theme),
  cloze: (question: QuestionOf<'cloze'>, answer, width, theme) =>
    markCloze(question, answer.response, width, theme),
  lab: (question: QuestionOf<'lab'>, answer, width, theme) =>
    markLab(question, answer.response, width, theme),
  open: markRubric as Marker,
};

/** Lines of at most `width` cells; each states right or wrong by a sign or word, not by colour alone. */
export function markedOptions(
  question: Question,
  answer: Answer,
  width: number,
  theme: Theme,
  detail: Detail = 'usual',
): string[] {
  return MARKERS[question.type](question as never, answer, width, theme, detail);
}

type Choice = QuestionOf<'single-choice' | 'multiple-choice'>['choices'][number];

function markChoices(
  question: QuestionOf<'single-choice' | 'multiple-choice'>,
  answer: Answer,
  width: number,
  theme: Theme,
  detail: Detail,
): string[] {
  const given = isResponseTo('multiple-choice', answer.response) ? answer.response : [answer.response];
  const several = question.type === 'multiple-choice' && answer.response !== null;
  const ids = answer.order.length > 0 ? answer.order : question.choices.map((choice) => choice.id);
  return ids.flatMap((id, index) => {
    const choice = question.choices.find((candidate) => candidate.id === id);
    if (!choice) return [];
    const chosen = given.includes(id);
    const { sign, note } = standingOf(choice, chosen, several, theme);
    const concerns = choice.correct || chosen;
    const number = concerns ? String(index + 1) : theme.dim(String(index + 1));
    const lead = `${sign} ${number}  `;
    const said = theme.dim(note);
    const dimmed = concerns ? {} : { paint: theme.dim };
    const option = renderOption(choice.text, width, theme, { first: lead, after: said, ...dimmed });
    const isWhole =
      (concerns && detail !== 'bare') || detail === 'usual' || detail === 'whole' || option.length === 1;
    const lines = isWhole ? option : [cutOption(option, note, width, theme)];
    const tellsWhy =
      detail === 'whole' || (detail === 'least' ? chosen && !choice.correct : concerns && detail !== 'bare');
    if (!tellsWhy) return lines;
    const hanging = ' '.repeat(cellWidth(sign) + 4);
    return [...lines, ...renderOption(choice.why, width, theme, { first: hanging, paint: theme.dim })];
  });
}

/** The first line of an option with a mark that there is more, and what is said of it where there is room. */
function cutOption(option: readonly string[], note: string, width: number, theme: Theme): string {
  const first = `${option[0] ?? ''} ${theme.dim(theme.glyphs.ellipsis)}`;
  const noted = first.includes(note) ? first : first + theme.dim(note);
  return cellWidth(noted) <= width ? noted : first;
}

/** Sign and words of an option; a right one that was not ticked differs from one that was. */
function standingOf(
  { correct }: Choice,
  chosen: boolean,
  several: boolean,
  { glyphs, right, wrong, warn }: Theme,
): { sign: string; note: string } {
  if (chosen)
    return correct
      ? { sign: right(glyphs.right), note: ' (your answer)' }
      : { sign: wrong(glyphs.wrong), note: ' (your answer, wrong)' };
  if (!correct) return { sign: ' '.repeat(cellWidth(glyphs.right)), note: '' };
  return several
    ? { sign: warn(glyphs.omitted), note: ' (right, you left it out)' }
    : { sign: right(glyphs.right), note: '' };
}

function markTruth(
  question: QuestionOf<'true-false'>,
  answer: Answer,
  _width: number,
  theme: Theme,
): string[] {
  const { right, wrong } = theme.glyphs;
  const blank = ' '.repeat(cellWidth(right));
  return [true, false].map((value) => {
    const chosen = answer.response === value;
    const sign = value === question.answer ? theme.right(right) : chosen ? theme.wrong(wrong) : blank;
    const word = value ? 'True' : 'False';
    const note = chosen
      ? theme.dim(value === question.answer ? ' (your answer)' : ' (your answer, wrong)')
      : '';
    return `${sign} ${value === question.answer || chosen ? word : theme.dim(word)}${note}`;
  });
}

function markTyped(
  question: QuestionOf<'short-answer' | 'numeric'>,
  answer: Answer,
  width: number,
  theme: Theme,
  detail: Detail,
): string[] {
  const [first = '', ...others] = question.type === 'numeric' ? [numericKey(question)] : question.answers;
  const typed = typeof answer.response === 'string' ? safeText(answer.response) : null;
  return [
    ...(typed === null ? [] : wrapHanging(typed, width, 'You typed  ')),
    ...wrapHanging(theme.right(safeText(first)), width, 'Right      '),
    ...(detail === 'whole' && others.length > 0
      ? wrapHanging(theme.dim(safeText(others.join(', '))), width, 'Accepted   ')
      : []),
  ];
}

function numericKey({ answer, tolerance = 0, unit = '' }: QuestionOf<'numeric'>): string {
  return `${answer}${unit === '' ? '' : ` ${unit}`}${tolerance > 0 ? ` (within ${tolerance})` : ''}`;
}

function markOrder(question: QuestionOf<'ordering'>, answer: Answer, width: number, theme: Theme): string[] {
  const given = isResponseTo('ordering', answer.response) ? answer.response : [];
  return question.items.flatMap((item, index) => {
    const place = given.indexOf(item.id);
    const right = place === index;
    const sign =
      given.length === 0
        ? ''
        : right
          ? `${theme.right(theme.glyphs.right)} `
          : `${theme.wrong(theme.glyphs.wrong)} `;
    const note = given.length === 0 || right ? '' : theme.dim(` (you put it at ${place + 1})`);
    return renderOption(item.text, width, theme, { first: `${sign}${index + 1}  `, after: note });
  });
}

function markPairs(
  question: QuestionOf<'matching'>,
  answer: Answer,
  width: number,
  theme: Theme,
  detail: Detail,
): string[] {
  const given = (answer.response ?? {}) as Record<string, string>;
  const sides = [
    ...question.pairs.map((pair) => ({ id: pair.id, text: pair.right })),
    ...(question.distractors ?? []),
  ];
  return question.pairs.flatMap((pair) => {
    const chosen = given[pair.id];
    const right = chosen === pair.id;
    const sign =
      answer.response === null
        ? `${theme.dim(theme.glyphs.dash)} `
        : `${right ? theme.right(theme.glyphs.right) : theme.wrong(theme.glyphs.wrong)} `;
    const wrongSide = right ? undefined : sides.find((side) => side.id === chosen)?.text;
    const below = ' '.repeat(cellWidth(sign) + 2);
    const beneath = (text: string, before = '') =>
      renderOption(text, width, theme, { first: below, paint: theme.dim, before: theme.dim(before) });
    return [
      ...pairLines(pair, sign, width, theme),
      ...(wrongSide === undefined ? [] : beneath(wrongSide, 'not: ')),
      ...(pair.why === undefined || (right && detail !== 'usual' && detail !== 'whole')
        ? []
        : beneath(pair.why)),
    ];
  });
}

/** `left → right`; where one of them has lines of its own, the right side stands below. */
function pairLines(
  { left, right }: QuestionOf<'matching'>['pairs'][number],
  sign: string,
  width: number,
  theme: Theme,
): string[] {
  const { arrow } = theme.glyphs;
  if (isOneLine(left) && isOneLine(right)) {
    const line = `${theme.strong(renderInline(left, theme))} ${arrow} ${renderInline(right, theme)}`;
    return wrapHanging(line, width, sign);
  }
  return [
    ...renderOption(left, width, theme, { first: sign, paint: theme.strong }),
    ...renderOption(right, width, theme, { first: `${' '.repeat(cellWidth(sign))}${arrow} ` }),
  ];
}

function markRubric(question: QuestionOf<'open'>, answer: Answer, width: number, theme: Theme): string[] {
  const response = (answer.response as OpenResponse | null) ?? { met: [], flags: [], text: '' };
  const { met, flags, text, half = [], late = [] } = response;
  const points = question.rubric.flatMap((point) => {
    const { right, partly, dash } = theme.glyphs;
    const sign = met.includes(point.id)
      ? theme.right(right)
      : half.includes(point.id)
        ? theme.warn(partly)
        : theme.dim(dash);
    const note = `${sign === theme.warn(partly) ? ' (half)' : ''}${late.includes(point.id) ? ' (when asked)' : ''}`;
    return renderOption(point.text, width, theme, { first: `${sign} `, after: theme.dim(note) });
  });
  const raised = (question.avoid ?? []).filter((flag) => flags.includes(flag.id));
  return [
    ...(text === '' ? [] : [theme.strong('Your answer'), ...wrapText(safeText(text), width), '']),
    theme.strong('Points'),
    ...points,
    ...raised.flatMap((flag) =>
      renderOption(flag.text, width, theme, {
        first: `${theme.wrong(theme.glyphs.wrong)} `,
        before: 'red flag: ',
      }),
    ),
  ];
}
