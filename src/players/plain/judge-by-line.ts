// A judge told line by line: a yes or no before anything is sent, and a line before each wait.

import type { JudgeTalk } from '../../session/judge-seat.js';
import { wrapText } from '../../text/fit.js';
import { askingWords, consentWords } from '../marking-rows.js';
import type { PlainTalk } from './conversation.js';

/** Only `y` or `yes` agrees; what else a pipe holds is kept for what comes next. */
export function judgeByLine({ say, next, hold, typed, width }: PlainTalk): JudgeTalk {
  return {
    async consent(address) {
      say('', ...wrapText(`${consentWords(address)} Type yes to agree, no to do without.`, width));
      const line = await next();
      const word = line?.trim().toLowerCase() ?? '';
      if (/^(y|yes)$/.test(word)) return true;
      if (line !== null && !typed && !/^(n|no|)$/.test(word)) hold(line);
      return false;
    },
    wait(address, ask) {
      say('', ...wrapText(askingWords(address), width));
      return ask(new AbortController().signal);
    },
  };
}
