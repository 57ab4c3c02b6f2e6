// What a person typed -> the request it stands for: a curl command or an HTTP message.

import { safeText } from '../../text/safe.js';
import { type RequestReading, unreadable } from './http-request.js';
import { readCurl } from './read-curl.js';
import { readHttpMessage } from './read-http-message.js';
import { isUnfinished } from './split-words.js';

/** The request, or why there is none to read. */
export function readRequest(typed: string): RequestReading {
  const seen = withoutUnseen(typed);
  const text = seen.trim();
  if (text === '') return unreadable('request-empty');
  if (isCurl(text)) return readCurl(text);
  // A message begins with a method in capitals; other words are a sentence, not a request.
  return /^[A-Z]+[ \t]/.test(text) ? readHttpMessage(seen) : unreadable('request-unknown');
}

/** What came along with a paste and cannot be seen is no part of a request; line ends and tabs are left as they are. */
function withoutUnseen(typed: string): string {
  return typed
    .split(/([\t\r\n]+)/)
    .map((part, at) => (at % 2 === 0 ? safeText(part) : part))
    .join('');
}

/** True for a command line. */
export function isCurl(text: string): boolean {
  return /^\s*(\$\s+)?curl(\s|$)/.test(text);
}

/** True for a command whose last line goes on: a quote is open, or it ends in a backslash. */
export function wantsMore(typed: string): boolean {
  return isCurl(typed) && isUnfinished(typed);
}
