// The one error class for wrong use: a code and its arguments; the English lives in failure-messages.ts.

import type { FAILURE_MESSAGES, FailureCode } from './failure-messages.js';

export type FailureArguments = Readonly<Record<string, string | number>>;

/** The names in braces in a message. */
type Slots<Message> = Message extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;
type SlotsOf<Code extends FailureCode> = Slots<(typeof FAILURE_MESSAGES)[Code]>;
type ArgumentsOf<Code extends FailureCode> = [SlotsOf<Code>] extends [never]
  ? []
  : [args: Readonly<Record<SlotsOf<Code>, string | number>>];

/** Wrong use or unusable input. Printed as one line with exit code 2; anything else that is thrown is a bug. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly args: FailureArguments;

  /** Every name in the message of the code has to be given. */
  constructor(code: Code, ...[args]: ArgumentsOf<Code>) {
    super(`${code} ${JSON.stringify(args ?? {})}`);
    this.code = code;
    this.args = args ?? {};
  }
}
