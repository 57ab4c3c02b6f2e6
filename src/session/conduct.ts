// Conducts a sitting question by question until it is over or left; papers go their own way.

import { MODE_RULES } from '../history/modes.js';
import { askEntry } from './ask-entry.js';
import { conductPaper } from './conduct-paper.js';
import { markPaper } from './mark-paper.js';
import { nextOf } from './next.js';
import { Interrupted, type Player, type SittingEnd } from './player.js';
import type { Sitting } from './sitting.js';
import { suspendLeech } from './suspend-entry.js';

/**
 * Runs until the sitting is finished, out of time or left. Throws Interrupted after recording it: everything answered is on disk.
 */
export async function conductSitting(sitting: Sitting, player: Player): Promise<SittingEnd> {
  try {
    const free = MODE_RULES[sitting.header.mode].order === 'free';
    const end = free ? await conductPaper(sitting, player) : await conductForward(sitting, player);
    if (free && end !== 'quit') {
      await markPaper(sitting, player);
      for (const [entry, answer] of sitting.state.answers) suspendLeech(sitting, entry, answer);
    }
    sitting.record({ kind: 'ended', at: sitting.world.now(), reason: end });
    return end;
  } catch (error) {
    if (error instanceof Interrupted) {
      sitting.record({ kind: 'ended', at: sitting.world.now(), reason: 'interrupted' });
    }
    throw error;
  }
}

async function conductForward(sitting: Sitting, player: Player): Promise<SittingEnd> {
  for (;;) {
    const next = nextOf(sitting.state, sitting.world.now());
    if (next.kind === 'over') {
      if (sitting.extend()) continue;
      return next.reason;
    }
    if (!(await askEntry(sitting, player, next.entry))) return endOnQuit(sitting);
  }
}

/** Leaving at the last verdict leaves nothing to go on with: the sitting is finished. */
function endOnQuit(sitting: Sitting): SittingEnd {
  const next = nextOf(sitting.state, sitting.world.now());
  return next.kind === 'over' && !sitting.extend() ? next.reason : 'quit';
}
