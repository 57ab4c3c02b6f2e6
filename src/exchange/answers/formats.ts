// The formats answers leave in for other programs, by name; each is loaded when it is used.

import type { AnswerRow } from '../../history/answer-row.js';

type Renderer = (rows: Iterable<AnswerRow>) => Iterable<string>;

const RENDERERS = {
  ndjson: async (): Promise<Renderer> => (await import('./ndjson.js')).renderNdjson,
  xapi: async (): Promise<Renderer> => (await import('./xapi.js')).renderXapi,
};

export type AnswerFormat = keyof typeof RENDERERS;
export const ANSWER_FORMATS = ['ndjson', 'xapi'] as const satisfies readonly AnswerFormat[];

/** What makes text of rows. */
export const answerRenderer = (format: AnswerFormat): Promise<Renderer> => RENDERERS[format]();
