// A command line cut into words as a shell would, without one: nothing is expanded, nothing is run. The only file that knows shell-quote.

import { parse } from 'shell-quote';
import { type RequestProblem, unreadable } from './http-request.js';

/** The words, or why a shell would not hand them to one program. */
export function splitWords(text: string): { words: string[] } | { problem: RequestProblem } {
  const joined = joinLines(text.replace(/\r\n?/g, '\n').trim());
  if (typeof joined !== 'string') return joined;
  const words: string[] = [];
  // Variables stay as they are written: there is no environment that could fill them in.
  for (const part of entriesOf(joined)) {
    if (typeof part === 'string') words.push(part);
    else if ('pattern' in part) words.push(part.pattern);
    else if ('op' in part) return refusedOperator(part.op);
  }
  return { words };
}

type Entry = ReturnType<typeof parse>[number];

function entriesOf(joined: string): Entry[] {
  try {
    return parse(joined, (name) => `$${name}`);
  } catch {
    // `${` without its end: shell-quote throws. A person meant the characters.
    return joined.split(/\s+/);
  }
}

function refusedOperator(op: string): { problem: RequestProblem } {
  if (op === '&') return unreadable('shell-ampersand');
  return unreadable('shell-operator', { op });
}

/**
 * Lines that end in a backslash joined to the next, as a shell does outside single quotes; blank words between them never come up.
 * A quote without its end, and a line that no backslash ties to the one before, are told.
 */
function joinLines(text: string): string | { problem: RequestProblem } {
  let joined = '';
  let quote: "'" | '"' | "$'" | '' = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isEscape = character === '\\' && quote !== "'";
    if (isEscape) {
      const next = text.charAt(at + 1);
      at += 1;
      if (next === '\n' && quote !== "$'") continue;
      joined += character + next;
      continue;
    }
    if (quote === '') {
      if (character === '\n' && text.slice(at).trim() !== '')
        return unreadable('shell-second-line', { line: text.slice(at).trim().split('\n')[0] ?? '' });
      if (character === '"') quote = '"';
      else if (character === "'") quote = joined.endsWith('$') ? "$'" : "'";
    } else if (character === quote.slice(-1)) quote = '';
    joined += character;
  }
  return quote === '' ? joined : unreadable('shell-open-quote', { quote: quote.slice(-1) });
}

/** True where a shell would wait for more: a quote is open, or the last line ends in a backslash. */
export function isUnfinished(text: string): boolean {
  const trimmed = text.replace(/[ \t]+$/, '');
  const joined = joinLines(text.replace(/\r\n?/g, '\n').trimStart());
  if (typeof joined !== 'string') return joined.problem.code === 'shell-open-quote';
  return /(^|[^\\])(\\\\)*\\$/.test(trimmed);
}
