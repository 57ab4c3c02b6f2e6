// A verb as a value; program.ts turns it into commander's. Its name and summary stand in catalogue.ts.

import type { ExitCode, World } from './world.js';

export interface OptionSpec {
  /** As commander writes them: `--topic <names>`, `-j, --json`. */
  flags: string;
  text: string;
  /** One of these, or the value is refused. */
  oneOf?: readonly string[];
  /** May be given several times, each with several values between commas. */
  list?: boolean;
}

export interface ArgumentSpec {
  /** As commander writes them: `<id>`, `[topic...]`. */
  name: string;
  text: string;
}

/** Values as typed: text, true for a flag, a list of texts for `list` options. */
export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

export interface Command {
  arguments?: readonly ArgumentSpec[];
  options?: readonly OptionSpec[];
  /** Commands to try, shown below the help. */
  examples?: readonly string[];
  run(world: World, args: readonly string[], options: Options): Promise<ExitCode>;
}
