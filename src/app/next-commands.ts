// What to do next, as commands to type: after a sitting.

import { MODE_RULES, rulesOf } from '../history/modes.js';
import type { SittingHeader } from '../history/records.js';
import type { SittingEnd } from '../session/player.js';
import type { Score } from '../session/score.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { openHistory } from './open-history.js';
import type { Scene } from './scene.js';

/** At most three, the most useful first. */
export function nextCommands(
  { world, bank }: Scene,
  header: SittingHeader,
  score: Score,
  reason: SittingEnd,
): { command: string; reason: string }[] {
  const next: { command: string; reason: string }[] = [];
  if (reason === 'quit') next.push({ command: 'api-quiz resume', reason: 'goes on where you left' });
  // What a paper shows to be missing is not told before it is handed in.
  if (MODE_RULES[header.mode].feedback === 'end' && reason === 'quit') return next;
  if (MODE_RULES[header.mode].feedback === 'end' && score.missed.length > 0) {
    next.push({
      command: `api-quiz drill --missed-of ${header.id.split('-')[0]}`,
      reason: 'drills what this paper showed to be missing',
    });
  } else if (score.missed.length > 0 && rulesOf(header).rounds === 1) {
    const topics = [...new Set(score.missed.map((item) => item.planned.topic))].slice(0, 2);
    next.push({
      command: `api-quiz drill ${safeLine(topics.join(' '))}`,
      reason: `${counted(score.missed.length, 'miss', 'misses')} in this sitting`,
    });
  }
  const now = world.now();
  const { recollection, suspended, keep } = openHistory(world).recall(bank);
  keep();
  const cards = [...recollection.standing.cards.values()];
  const due = cards.filter((card) => card.due <= now && !suspended.has(card.item)).length;
  // Practice alone asks by value, not by due dates (decision 0010).
  next.push(
    due > 0
      ? { command: 'api-quiz practice --due', reason: `${counted(due, 'review')} due now` }
      : { command: 'api-quiz practice', reason: 'asks what helps most by the interview' },
  );
  return next.slice(0, 3);
}
