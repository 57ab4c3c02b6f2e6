// Files of the history or the settings that were not used, told on stderr.

import type { SetAside } from '../history/load-record.js';
import { safeLine } from '../text/safe.js';
import { tellLines } from './print.js';
import type { World } from './world.js';

/** Names each file that was not used on stderr, one line each. */
export function tellSetAside(world: World, setAside: readonly SetAside[]): void {
  for (const { file, code, movedTo, recovered } of setAside) {
    const kept = movedTo === null ? '' : `, kept as ${safeLine(movedTo)}`;
    const backup = recovered ? '; its backup is used' : '';
    tellLines(world, [`${safeLine(file)}: not readable (${code})${kept}${backup}. See: api-quiz doctor`]);
  }
}
