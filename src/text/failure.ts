// The one error class for wrong use: a code and its arguments; the English lives in failure-messages.ts.

export type FailureArguments = Readonly<Record<string, string | number>>;

/** Wrong use or unusable input. Printed as one line with exit code 2; anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: string,
    readonly args: FailureArguments = {},
  ) {
    super(`${code} ${JSON.stringify(args)}`);
  }
}
