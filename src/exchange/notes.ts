// What an import or export tells of a question: stable codes, and their English.

import { safeLine } from '../text/safe.js';

const MESSAGES = {
  // Lost on the way in.
  'image-lost': 'an image was left out: {detail}',
  'media-lost': 'sound, video or an embedded page was left out',
  'script-lost': 'a script, style sheet or form was left out',
  'math-lost': 'a formula was kept as its source text only',
  'wrong-credit-lost': 'minus points or part credit of options were left out; ours are marked by the type',
  'feedback-lost': 'feedback without a place here was left out: {detail}',
  'case-lost': 'capitals counted in the source; they do not here',
  'pattern-lost': 'a wild card or pattern was taken as plain text: {detail}',
  'tolerances-joined': 'several accepted figures; the first with full credit was taken',
  'rubric-made':
    'the source has no points to mark by; they were made from the answer, or are placeholders to fill in',
  'cloze-blank': 'the gap is written as a blank in the question',
  'gaps-typed': 'what was chosen from lists is typed; the lists stand in the question',
  'tracing-mapped': 'a tracing question was asked as: {detail}',
  'distractors-dropped': 'of the right sides that belong to nobody the first three were taken',
  'options-dropped': 'an empty option was left out',
  // Skipped.
  'no-quiz': 'describes {detail} and holds no question; the questions are in the files beside it',
  // Refused.
  'no-answer': 'there is no right answer in it',
  'not-a-figure': 'no figure can be read in its answer: {detail}',
  'not-a-question': 'is no question ({detail})',
  'no-form': 'has no form here ({detail})',
  'not-valid': 'is not valid here: {detail}',
  syntax: 'cannot be read: {detail}',
  'not-utf8': 'is no UTF-8 text; save it as UTF-8',
  doctype: 'has a DOCTYPE, which could unfold without end; remove it',
  'too-large': 'is larger than {detail}',
  'archive-broken': 'the archive cannot be read ({detail})',
  'archive-bomb': 'the archive would unpack to more than {detail}',
  'nothing-inside': 'nothing in it is a question',
  // Lost on the way out.
  'out-no-form': 'the format has no form for {detail}; left out',
  'out-arrow': 'an answer with "->" would be read as a match by GIFT; left out',
  'out-hint': 'the hint has no place in this format',
  'out-follow-up': 'the follow-up has no place in this format',
  'out-rubric': 'the points of the rubric go into the feedback as text',
  'out-share': 'part credit becomes a share that Moodle knows: {detail}',
  'out-partial': 'part credit of near answers has no place in this format',
  'out-unit': 'the unit has no field in this format: {detail}',
  'out-as-matching': 'the order is asked as matching steps to places',
} as const;

export type NoteCode = keyof typeof MESSAGES;

export interface Note {
  code: NoteCode;
  detail?: string | undefined;
}

/** The note as a person reads it, on one line. */
export function noteMessage({ code, detail = '' }: Note): string {
  return MESSAGES[code].replace('{detail}', () => safeLine(detail).slice(0, 300));
}

/** Each note once. */
export function distinctNotes(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [`${note.code} ${note.detail ?? ''}`, note])).values()];
}
