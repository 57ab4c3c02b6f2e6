// Ctrl-C and a closed input, whatever prompt is open: they reach the sitting as one error of its own.

import { Interrupted } from '../../session/player.js';

/** Inquirer's own word for Ctrl-C and a closed input is an ExitPromptError. */
export async function orInterrupted<Value>(prompt: Promise<Value>): Promise<Value> {
  try {
    return await prompt;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
