// A typed line -> a response or a command: `2`, `1,3`, `3 1 2 4`, free text; commands stand after a colon.

import { MOST_TYPED, type QuestionResponse } from '../../question/response.js';
import type { AskView } from '../../session/player.js';
import { plainTypeOf } from './plain-types.js';

export type PlainAnswer =
  | { kind: 'response'; response: QuestionResponse }
  | { kind: 'command'; name: string; rest: string }
  /** What to type instead. */
  | { kind: 'unclear'; help: string };

/** `::text` is the answer `:text`. */
export function decodePlainAnswer(line: string, view: AskView): PlainAnswer {
  const typed = line.trim();
  const command = /^:([a-z!]+|\d+)\s*(.*)$/i.exec(typed);
  if (command)
    return { kind: 'command', name: (command[1] as string).toLowerCase(), rest: command[2] as string };
  const { help, read } = plainTypeOf(view);
  const response = read(typed.replace(/^::/, ':').slice(0, MOST_TYPED));
  return response === undefined ? { kind: 'unclear', help } : { kind: 'response', response };
}
