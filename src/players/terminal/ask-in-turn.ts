// Several questions one after another, each by a prompt of ours on a clear screen: inquirer keeps the turn and the answers.

import { type Answers, createPromptModule } from 'inquirer';
import { type ChoiceConfig, chooseOne } from './choice-prompt.js';
import { askLine, type LineConfig } from './line-prompt.js';
import type { PromptScreen, Screen } from './screen.js';

type Asked<Config> = Omit<Config, keyof PromptScreen | 'lines'> & { name: string };

/** A question under the name its answer is kept by. */
export type AskedInTurn =
  | ({ type: 'choice' } & Asked<ChoiceConfig<unknown>>)
  | ({ type: 'line' } & Asked<LineConfig>);

/** The answers by name; `lines` stand above each question. Throws Interrupted on Ctrl-C and where the terminal is closed. */
export async function askInTurn<Found extends Answers>(
  screen: Screen,
  lines: (columns: number) => readonly string[],
  turns: readonly AskedInTurn[],
): Promise<Found> {
  const ask = createPromptModule();
  ask.registerPrompt('choice', (config: ChoiceConfig<unknown>) =>
    screen.show(() => chooseOne({ ...config, ...screen, lines })),
  );
  ask.registerPrompt('line', (config: LineConfig) =>
    screen.show(() => askLine({ ...config, ...screen, lines })),
  );
  return ask<Found>(turns);
}
