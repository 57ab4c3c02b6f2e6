// The commands of the plain player: a letter behind a colon.

import type { AskAct, AskView, Desk } from '../../session/player.js';
import { maySuspend } from '../../session/suspend-entry.js';
import { safeLine } from '../../text/safe.js';
import { suspendedNotice } from '../suspended-notice.js';
import { plainCommands } from './plain-question.js';

/** What a command at an open question does; null: the question stays open. */
export async function runCommand(
  name: string,
  rest: string,
  view: AskView,
  desk: Desk,
  say: (...lines: readonly string[]) => void,
  next: () => Promise<string | null | 'late'>,
): Promise<AskAct | null> {
  if (view.mode.order === 'free') return paperCommand(name, view, desk, say);
  switch (name) {
    case 'h':
      if (!view.mode.hints || view.question.hint === undefined) say('There is no hint here.');
      else {
        desk.hint();
        say(`Hint (costs a third of the credit): ${safeLine(view.question.hint)}`);
      }
      return null;
    case 's':
      return { kind: 'skip' };
    case 'u':
      if (view.mayTakeBack) return { kind: 'take-back' };
      say('There is nothing to take back.');
      return null;
    case 'q':
      return { kind: 'quit' };
    case 'x':
      if (maySuspend(view)) {
        say(suspendedNotice(view));
        return { kind: 'suspend' };
      }
      say('It goes with the question before it.');
      return null;
    case 'f':
      desk.flag(safeLine(rest));
      say('Flagged.');
      return null;
    case 'p': {
      if (!view.mode.pauses) return null;
      desk.pause();
      say('Paused. Enter goes on.');
      const line = await next();
      desk.unpause();
      return line === null ? { kind: 'quit' } : null;
    }
    default:
      say(`There is no command :${safeLine(name)} here. ${plainCommands(view)}`);
      return null;
  }
}

function paperCommand(name: string, view: AskView, desk: Desk, say: (line: string) => void): AskAct | null {
  const leave = (to: 'next' | 'previous' | 'sheet' | number): AskAct => ({
    kind: 'leave',
    response: null,
    to,
  });
  if (/^\d+$/.test(name)) {
    const place = Number(name);
    if (place >= 1 && place <= view.of) return leave(place - 1);
    say(`There are ${view.of} questions.`);
    return null;
  }
  switch (name) {
    case 'n':
    case 's':
      return leave('next');
    case 'b':
      return leave('previous');
    case 'a':
    case 'u':
      return leave('sheet');
    case 'f':
      desk.mark(!view.marked);
      say(view.marked ? 'No longer marked.' : 'Marked for review.');
      return null;
    case 'q':
      return { kind: 'quit' };
    default:
      say(`There is no command :${safeLine(name)} here. ${plainCommands(view)}`);
      return null;
  }
}
