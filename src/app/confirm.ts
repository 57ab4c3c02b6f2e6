// Asking back before something is hidden or changed; without a terminal the answer must be given as --yes.

import { askReady } from '../players/terminal/ready-prompts.js';
import { Failure } from '../text/failure.js';
import type { World } from './world.js';

/** True for yes; Ctrl-C throws Interrupted. Throws Failure `confirm-needed` where nobody can be asked. */
export async function confirm(world: World, question: string): Promise<boolean> {
  if (!(world.stdin as { isTTY?: boolean }).isTTY || !world.stdout.isTTY) throw new Failure('confirm-needed');
  const { yes } = await askReady<{ yes: boolean }>([
    { type: 'confirm', name: 'yes', message: question, default: false },
  ]);
  return yes;
}
