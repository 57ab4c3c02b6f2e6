// A question as another format has it, before it is fitted to ours. What every reader makes, whatever it reads.

import type { Level } from '../question/vocabulary.js';
import type { Note } from './notes.js';

export interface ForeignOption {
  text: string;
  right: boolean;
  why?: string | undefined;
}

/** What is asked; texts are Markdown but for `words` and `partial`, which are compared as plain text. */
export type ForeignBody =
  | { kind: 'choice'; options: readonly ForeignOption[]; several: boolean; keepOrder?: boolean }
  | { kind: 'truth'; answer: boolean }
  | {
      kind: 'words';
      answers: readonly string[];
      partial?: readonly { text: string; credit: number; why?: string | undefined }[];
    }
  | { kind: 'figure'; answer: number; tolerance: number; unit?: string | undefined }
  | { kind: 'gaps'; snippet: string; gaps: readonly ForeignGap[] }
  | { kind: 'order'; items: readonly string[] }
  | {
      kind: 'match';
      pairs: readonly { left: string; right: string; why?: string | undefined }[];
      extra: readonly string[];
    }
  | { kind: 'essay'; rubric?: readonly ForeignPoint[]; modelAnswer?: string | undefined };

/** What a reader makes of one item: what is asked and in which form, or why it has none here. */
export type MadeQuestion = Pick<ForeignQuestion, 'stem' | 'body'> | { refused: Note };

/** A blank of a snippet, which holds `{{id}}` in its place: words, or else a figure. */
export interface ForeignGap {
  id: string;
  answers?: readonly string[] | undefined;
  partial?: readonly { text: string; credit: number }[] | undefined;
  answer?: number | undefined;
  tolerance?: number | undefined;
}

export interface ForeignPoint {
  text: string;
  weight?: number | undefined;
  accept?: readonly string[] | undefined;
}

export interface ForeignQuestion {
  /** 1-based, in the file or in the part of an archive. */
  line: number;
  /** Path inside an archive, for messages only. */
  part?: string | undefined;
  /** The format's own id. */
  id?: string | undefined;
  /** Title, where there is no id. */
  name?: string | undefined;
  stem: string;
  body: ForeignBody;
  hint?: string | undefined;
  explanation?: string | undefined;
  followUp?: string | undefined;
  interviewer?: string | undefined;
  topic?: string | undefined;
  concepts?: readonly string[] | undefined;
  level?: Level | undefined;
  tags?: readonly string[] | undefined;
  sources?: readonly { title: string; url: string }[] | undefined;
  /** Seconds. */
  seconds?: number | undefined;
  /** What the file says beyond that and a question of ours has no place for. */
  notes: readonly Note[];
}

/** A piece of the file that became no question, and why. */
export interface ForeignRefusal {
  line: number;
  part?: string | undefined;
  name?: string | undefined;
  note: Note;
}

export interface ForeignFile {
  /** Base name, for messages and for telling formats apart. */
  name: string;
  bytes: Uint8Array;
}

export interface ReadResult {
  questions: readonly ForeignQuestion[];
  refused: readonly ForeignRefusal[];
}

/** Never throws on bad content: what cannot be read is refused with its line. */
export type Reader = (file: ForeignFile) => Promise<ReadResult>;

/** The result of a file that cannot be read at all. */
export function refuseAll(note: Note, line = 1): ReadResult {
  return { questions: [], refused: [{ line, note }] };
}
