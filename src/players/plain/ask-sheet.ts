// The answer sheet of a paper, line by line.

import type { SheetAct, SheetView } from '../../session/player.js';
import { clockFace } from '../../text/duration.js';
import { openInWords } from '../answer-sheet-screen.js';
import type { Conversation } from './conversation.js';

/** Asked again until understood; the end of input leaves the paper. */
export async function askSheet(
  { lines }: SheetView,
  desk: { remainingMs(): number | null },
  { say, next }: Conversation,
): Promise<SheetAct> {
  const left = desk.remainingMs();
  say('', `Answer sheet${left === null ? '' : `, ${clockFace(left)} left`}`);
  say(
    ...lines.map(
      ({ place, status, marked }) =>
        `  ${place}. ${status === 'unseen' ? 'not seen' : status}${marked ? ', marked' : ''}`,
    ),
  );
  say(openInWords(lines), 'Type a number to go to that question, :u to hand in, :q to quit.');
  for (;;) {
    const line = await next(desk.remainingMs());
    if (line === null || line.trim() === ':q') return { kind: 'quit' };
    if (line === 'late') return { kind: 'expired' };
    if (line.trim() === ':u') return { kind: 'submit' };
    const chosen = lines.find(({ place }) => String(place) === line.trim().replace(/^:/, ''));
    if (chosen) return { kind: 'goto', entry: chosen.entry };
    say('Type a number, :u or :q.');
  }
}
