// A verb as a value; program.ts turns it into commander's. Its name and summary stand in catalogue.ts.

import type { OptionName, Options } from './options.js';
import type { ExitCode, World } from './world.js';

/** An option of the table, with other words in the help where they fit the verb better, and fewer values where it takes fewer. */
export type TakenOption = OptionName | { option: OptionName; text?: string; values?: readonly string[] };

export interface ArgumentSpec {
  /** As commander writes them: `<id>`, `[topic...]`. */
  name: string;
  text: string;
}

export interface Command {
  arguments?: readonly ArgumentSpec[];
  options?: readonly TakenOption[];
  /** Commands to try, shown below the help. */
  examples?: readonly string[];
  /** True for a call whose output a person reads, however long it is: it may go to a pager. Left out: never. */
  pages?(args: readonly string[], options: Options): boolean;
  run(world: World, args: readonly string[], options: Options): Promise<ExitCode>;
}
