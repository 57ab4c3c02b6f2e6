// Why a line of a program is refused, as codes; docs/json.md says what a program should do about each.

export const REFUSAL_CODES = [
  'not-a-message',
  'action-not-here',
  'response-malformed',
  'response-refused',
  'confidence-unknown',
  'mark-malformed',
  'mark-unknown',
  'request-unreadable',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A code for the program, a sentence for whoever wrote it. */
export interface Refusal {
  code: RefusalCode;
  refused: string;
}
