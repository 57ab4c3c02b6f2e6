// A foreign question fitted to the format: ids, defaults, limits; or why it has no form here.

import type { Question } from '../question/question.js';
import { TYPE_RULES } from '../question/type-rules.js';
import type { Level, QuestionType } from '../question/vocabulary.js';
import type { ForeignBody, ForeignGap, ForeignPoint, ForeignQuestion } from './foreign-question.js';
import { distinctNotes, type Note } from './notes.js';
import { hashedId, slugOf } from './slug.js';

/** What is taken where the source says nothing. */
export interface ImportDefaults {
  topic?: string | undefined;
  concept?: string | undefined;
  level?: Level | undefined;
  source?: { title: string; url: string } | undefined;
}

export interface Fitted {
  question: Question;
  notes: Note[];
}

/** Where nothing names a topic. */
export const UNNAMED = 'imported';

/** Who the question is in its source: what importing again recognises it by. */
export function foreignKey(foreign: ForeignQuestion): string {
  return foreign.id || foreign.name || hashedId(foreign.stem);
}

/** The id it has here: the foreign id, else its title, else a hash of the stem, made a name of ours. */
export function idOf(foreign: ForeignQuestion): string {
  return slugOf(foreign.id ?? '') || slugOf(foreign.name ?? '') || hashedId(foreign.stem);
}

/** The question with the id given, or why there is none. Its texts are not yet held to the limits: parsing does that. */
export function toQuestion(
  foreign: ForeignQuestion,
  id: string,
  defaults: ImportDefaults,
): Fitted | { refused: Note } {
  const body = fitBody(foreign.body);
  if (isRefused(body)) return body;
  const topic = defaults.topic ?? slugOf(foreign.topic ?? '') ?? '';
  const concepts =
    defaults.concept === undefined
      ? (foreign.concepts ?? []).map(slugOf).filter(Boolean)
      : [defaults.concept];
  const level = foreign.level ?? defaults.level ?? 'intermediate';
  const { type, notes, ...fields } = body;
  const sources = foreign.sources?.length ? foreign.sources : defaults.source ? [defaults.source] : [];
  const question = {
    id,
    topic: topic || UNNAMED,
    concepts: concepts.length > 0 ? [...new Set(concepts)].slice(0, 10) : [topic || UNNAMED],
    level,
    roles: [],
    tags: [...new Set((foreign.tags ?? []).map(slugOf).filter(Boolean))].slice(0, 20),
    seconds: fitSeconds(foreign.seconds) ?? TYPE_RULES[type].seconds[level],
    sources: sources.slice(0, 10).map((source) => ({ ...source })),
    reviewed: '',
    type,
    ...fields,
    stem: foreign.stem,
    ...textsOf(foreign),
    explanation: foreign.explanation ?? '',
  };
  // The members of `fields` are those of `type`; parsing the rendered file checks it.
  return { question: question as unknown as Question, notes: distinctNotes([...foreign.notes, ...notes]) };
}

const isRefused = (body: Body | { refused: Note }): body is { refused: Note } => 'refused' in body;

function textsOf({ hint, followUp, interviewer }: ForeignQuestion): Record<string, string> {
  const texts = Object.entries({ hint, followUp, interviewer });
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const fitSeconds = (seconds: number | undefined) =>
  seconds === undefined || !(seconds >= 5 && seconds <= 3600) ? undefined : Math.round(seconds);

interface Body {
  type: QuestionType;
  notes: Note[];
  [field: string]: unknown;
}

function fitBody(body: ForeignBody): Body | { refused: Note } {
  switch (body.kind) {
    case 'choice':
      return fitChoice(body);
    case 'truth':
      return { type: 'true-false', answer: body.answer, notes: [] };
    case 'words':
      return fitWords(body);
    case 'figure':
      if (!Number.isFinite(body.answer)) return { refused: { code: 'no-answer' } };
      return {
        type: 'numeric',
        answer: body.answer,
        ...(body.tolerance > 0 ? { tolerance: body.tolerance } : {}),
        ...(body.unit ? { unit: body.unit } : {}),
        notes: [],
      };
    case 'gaps':
      return {
        type: 'cloze',
        snippet: body.snippet,
        blanks: body.gaps.map(fitGap),
        notes: [],
      };
    case 'order':
      return { type: 'ordering', items: withIds(body.items.map((text) => ({ text }))), notes: [] };
    case 'match':
      return fitMatch(body);
    case 'essay':
      return fitEssay(body);
  }
}

function fitChoice({
  options,
  several,
  keepOrder,
}: Extract<ForeignBody, { kind: 'choice' }>): Body | { refused: Note } {
  const kept = options.filter(({ text }) => text.trim() !== '');
  const right = kept.filter((option) => option.right).length;
  const notes: Note[] = kept.length < options.length ? [{ code: 'options-dropped' }] : [];
  if (right === 0) return { refused: { code: 'no-answer' } };
  // Of two options ticked by themselves one is right: the same question with one answer.
  const type = (several || right > 1) && kept.length > 2 ? 'multiple-choice' : 'single-choice';
  const choices = withIds(kept).map(({ id, text, right: correct, why }) => ({
    id,
    text,
    ...(correct ? { correct: true } : {}),
    why: why ?? '',
  }));
  return { type, choices, ...(keepOrder ? { shuffle: false } : {}), notes };
}

function fitWords({
  answers,
  partial = [],
}: Extract<ForeignBody, { kind: 'words' }>): Body | { refused: Note } {
  const accepted = [...new Set(answers.map((answer) => answer.trim()).filter(Boolean))];
  if (accepted.length === 0) return { refused: { code: 'no-answer' } };
  const near = partial
    .filter(({ text, credit }) => text.trim() !== '' && credit > 0 && credit < 1)
    .slice(0, 20);
  return {
    type: 'short-answer',
    answers: accepted.slice(0, 40),
    ...(near.length > 0 ? { partial: near } : {}),
    notes: [],
  };
}

function fitGap({ id, answers, partial = [], answer, tolerance = 0 }: ForeignGap): Record<string, unknown> {
  if (answer !== undefined) return { id, answer, ...(tolerance > 0 ? { tolerance } : {}) };
  const {
    type: _,
    notes: __,
    ...words
  } = fitWords({ kind: 'words', answers: answers ?? [], partial }) as Body;
  return { id, ...words };
}

/** As many right sides may belong to nobody. */
const MOST_DISTRACTORS = 3;

function fitMatch({ pairs, extra }: Extract<ForeignBody, { kind: 'match' }>): Body | { refused: Note } {
  const whole = pairs.filter(({ left, right }) => left.trim() !== '' && right.trim() !== '');
  if (whole.length === 0) return { refused: { code: 'no-answer' } };
  const ids = withIds([...whole.map(({ left }) => ({ text: left })), ...extra.map((text) => ({ text }))]);
  const kept = extra.slice(0, MOST_DISTRACTORS);
  const distractors = kept.map((text, index) => ({ id: ids[whole.length + index]?.id, text }));
  return {
    type: 'matching',
    pairs: whole.map((pair, index) => ({ id: ids[index]?.id, ...pair })),
    ...(distractors.length > 0 ? { distractors } : {}),
    notes: kept.length < extra.length ? [{ code: 'distractors-dropped' }] : [],
  };
}

const PLACEHOLDERS: readonly ForeignPoint[] = [
  { text: 'Placeholder: the main point a strong answer makes. Replace it.' },
  { text: 'Placeholder: a second point, or the reason for the first. Replace it.' },
];

function fitEssay({ rubric = [], modelAnswer = '' }: Extract<ForeignBody, { kind: 'essay' }>): Body {
  const made = rubric.length >= 2 ? rubric : pointsOf(modelAnswer);
  const points = [...made, ...PLACEHOLDERS].slice(0, Math.max(2, Math.min(12, made.length)));
  return {
    type: 'open',
    rubric: withIds(points).map(({ id, text, weight = 1, accept }) => ({
      id,
      text,
      weight,
      accept: accept?.length ? [...accept] : [text.slice(0, 200)],
    })),
    modelAnswer: modelAnswer || 'No model answer came with the question.',
    notes: rubric.length >= 2 ? [] : [{ code: 'rubric-made' }],
  };
}

/** The sentences or list items of an answer, each a point to be made. */
function pointsOf(answer: string): ForeignPoint[] {
  return answer
    .split(/\n+|(?<=[.!?])\s+(?=[A-Z])/)
    .map((sentence) => sentence.replace(/^[\s>*+-]+|^\d+[.)]\s*|\\$/g, '').trim())
    .filter((sentence) => sentence.length >= 12 && sentence.length <= 400)
    .slice(0, 8)
    .map((text) => ({ text }));
}

/** Ids from the texts, each once: the same text has the same id whenever it is imported. */
function withIds<Member extends { text: string }>(members: readonly Member[]): (Member & { id: string })[] {
  const taken = new Set<string>();
  return members.map((member) => {
    const base = slugOf(member.text).slice(0, 40).replace(/-+$/, '') || hashedId(member.text);
    let id = base;
    for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
    taken.add(id);
    return { ...member, id };
  });
}
