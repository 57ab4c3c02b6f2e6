// inquirer's ready prompts, for what is asked beside the questions. Loaded when first used: they are large and seldom needed.

import { Interrupted } from '../../session/player.js';

/** What `inquirer.prompt` takes; the answers have the names of the questions. Ctrl-C throws Interrupted. */
export async function askReady<Answers extends Record<string, unknown>>(
  questions: readonly object[],
): Promise<Answers> {
  const { default: inquirer } = await import('inquirer');
  return orInterrupted(
    inquirer.prompt<Answers>([...questions] as Parameters<typeof inquirer.prompt<Answers>>[0]),
  );
}

/** Inquirer's own word for Ctrl-C and a closed input is an ExitPromptError. */
export async function orInterrupted<Value>(prompt: Promise<Value>): Promise<Value> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
