// What every writer is given and gives back, and the texts around a question that most formats put into one feedback.

import type { Question } from '../../question/question.js';
import type { Note } from '../notes.js';

export interface Outgoing {
  /** `pack/id`. */
  key: string;
  question: Question;
}

export interface Loss {
  key: string;
  note: Note;
}

export interface Written {
  content: string | Uint8Array;
  /** How many questions are in it. */
  count: number;
  losses: Loss[];
}

export interface WriteOptions {
  /** Also what only Moodle reads: its ordering block in GIFT. */
  moodle: boolean;
  /** Anki: a note type of one's own, with the id as its first field. */
  noteType?: string | undefined;
  title: string;
}

/** Each question in the form of the writer, or what is lost of it and why. */
export function writeEach(
  questions: readonly Outgoing[],
  write: (outgoing: Outgoing) => { written: string; losses?: readonly Loss[] } | Loss,
): { blocks: string[]; losses: Loss[] } {
  const losses: Loss[] = [];
  const blocks: string[] = [];
  for (const outgoing of questions) {
    const made = write(outgoing);
    if ('written' in made) {
      blocks.push(made.written);
      losses.push(...commonLosses(outgoing), ...(made.losses ?? []));
    } else losses.push(made);
  }
  return { blocks, losses };
}

export type FormatWriter = (questions: readonly Outgoing[], options: WriteOptions) => Promise<Written>;

/** Model answer, rubric, explanation and follow-up, those that there are, each as Markdown of its own. */
export function feedbackTexts(question: Question): string[] {
  const model = question.type === 'open' ? `**Model answer.** ${question.modelAnswer}` : '';
  const rubric =
    question.type === 'open'
      ? question.rubric.map(({ text, weight }) => `- (${weight}) ${text}`).join('\n')
      : '';
  const followUp = question.followUp === undefined ? '' : `**Follow-up.** ${question.followUp}`;
  return [model, rubric, question.explanation, followUp].filter(Boolean);
}

/** All of them and the sources as one text: for formats with one feedback for all. */
export function feedbackMarkdown(question: Question): string {
  const sources = question.sources
    .map(({ title, url }) => `- [${title.replace(/[[\]]/g, '')}](${url})`)
    .join('\n');
  return [...feedbackTexts(question), sources].filter(Boolean).join('\n\n');
}

/** What formats without these places lose. */
export function commonLosses(
  { key, question }: Outgoing,
  places: { hint?: boolean; followUp?: boolean } = {},
): Loss[] {
  const notes: Note[] = [];
  if (question.hint !== undefined && !places.hint) notes.push({ code: 'out-hint' });
  if (question.type === 'numeric' && question.unit !== undefined)
    notes.push({ code: 'out-unit', detail: question.unit });
  return notes.map((note) => ({ key, note }));
}

/** Hands-on types have no form anywhere but here. */
export const noForm = ({ key, question }: Outgoing): Loss => ({
  key,
  note: { code: 'out-no-form', detail: question.type },
});
