// Asking back before something is hidden or changed; without a terminal the answer must be given as --yes.

import { Failure } from '../text/failure.js';
import { Interrupted } from '../terminal/player.js';
import type { World } from './world.js';

/** True for yes; throws Failure `confirm-needed` where nobody can be asked. */
export async function confirm(world: World, question: string): Promise<boolean> {
  if (!(world.stdin as { isTTY?: boolean }).isTTY || !world.stdout.isTTY) throw new Failure('confirm-needed');
  const { default: inquirer } = await import('inquirer');
  try {
    const { yes } = await inquirer.prompt<{ yes: boolean }>([{ type: 'confirm', name: 'yes', message: question, default: false }]);
    return yes;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
