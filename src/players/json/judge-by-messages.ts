// A judge told to a program: consent asked for by an event, and an event before each wait.

import type { JudgeTalk } from '../../session/judge-seat.js';
import type { JsonConversation } from './json-conversation.js';

/** A program that does not answer `consent` with `agree: true` has not agreed. */
export function judgeByMessages({ send, next, hold }: JsonConversation): JudgeTalk {
  return {
    async consent(address) {
      send('consent', { ...address });
      const message = await next();
      if (message === null || message === 'late') return false;
      if (message.action === 'consent') return message.agree === true;
      hold(message);
      return false;
    },
    wait(address, ask) {
      send('judging', { ...address });
      return ask(new AbortController().signal);
    },
  };
}
