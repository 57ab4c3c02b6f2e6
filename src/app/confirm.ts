// Asking back before something is hidden or changed; without a terminal the answer must be given as --yes.

import { Failure } from '../text/failure.js';
import { themeOf } from './choose-player.js';
import { openSettings } from './open-settings.js';
import type { World } from './world.js';

/** True for yes; Ctrl-C throws Interrupted. Throws Failure `confirm-needed` where nobody can be asked. */
export async function confirm(world: World, question: string): Promise<boolean> {
  if (!(world.stdin as { isTTY?: boolean }).isTTY || !world.stdout.isTTY) throw new Failure('confirm-needed');
  const { askYesNo } = await import('../players/terminal/yes-no-prompt.js');
  return askYesNo(question, world.stdout, themeOf({ world, settings: openSettings(world), options: {} }));
}
