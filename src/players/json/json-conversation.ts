// The talk with a program: events out, messages in, one of them held back for the next question.

import type { LinesIn } from '../lines-in.js';
import { decodeMessage, type Message } from './json-messages.js';
import type { RefusalCode } from './refusals.js';

export interface JsonConversation {
  send(event: string, body: object): void;
  /** The `error` event. */
  fail(code: RefusalCode, message: string): void;
  /** The next message; null at the end of input; with a limit in ms: `late` when none came in time. */
  next(limitMs?: number | null): Promise<Message | null | 'late'>;
  /** The message was meant for what comes next. */
  hold(message: Message): void;
}

/** `write` gets whole lines. */
export function jsonConversation(lines: LinesIn, write: (text: string) => void): JsonConversation {
  const send = (event: string, body: object) => write(`${JSON.stringify({ event, ...body })}\n`);
  const fail = (code: RefusalCode, message: string) => send('error', { code, message });
  let held: Message | null = null;
  return {
    send,
    fail,
    async next(limitMs = null) {
      if (held !== null) {
        const message = held;
        held = null;
        return message;
      }
      for (;;) {
        const line = await lines.next(limitMs);
        if (line === null || line === 'late') return line;
        if (line.trim() === '') continue;
        const message = decodeMessage(line);
        if (message !== null) return message;
        fail('not-a-message', 'A line must be one JSON object with an "action".');
      }
    },
    hold(message) {
      held = message;
    },
  };
}
