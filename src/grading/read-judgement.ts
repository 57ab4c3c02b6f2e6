// A judge's reply read with suspicion: known ids only, once each, and no point without words that stand in the answer.

import type { Span } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { JudgedClaim } from '../session/judge-seat.js';
import { isRecord } from '../text/is-record.js';
import type { Judgement, NoJudgement } from './judge.js';

const BAD: NoJudgement = { kind: 'none', why: 'bad-answer' };
/** Characters of a quote that are looked at. */
const LONGEST_QUOTE = 1000;

/** `reply`: the body of a chat completion. A point without a verbatim quote is "partly" at most; ids left out are "no". */
export function readJudgement(question: Open, answer: string, reply: string): Judgement | NoJudgement {
  const content = contentOf(parsed(reply));
  if (content === undefined) return BAD;
  // Some models think aloud, some fence their JSON in; what counts is the outermost object.
  const spoken = content.replace(/<think>[\s\S]*?<\/think>/g, '');
  const marks = parsed(spoken.slice(spoken.indexOf('{'), spoken.lastIndexOf('}') + 1));
  if (!isRecord(marks) || !Array.isArray(marks.points)) return BAD;
  const { rubric, avoid = [] } = question;
  return {
    kind: 'judged',
    points: findings(marks.points, rubric, answer),
    flags: findings(Array.isArray(marks.flags) ? marks.flags : [], avoid, answer),
  };
}

function findings(list: readonly unknown[], known: readonly { id: string }[], answer: string): JudgedClaim[] {
  const found = new Map<string, JudgedClaim>();
  const ids = new Set(known.map(({ id }) => id));
  for (const entry of list) {
    if (!isRecord(entry)) continue;
    const { id, met, quote } = entry;
    if (typeof id !== 'string' || !ids.has(id) || found.has(id)) continue;
    found.set(id, finding(id, met, typeof quote === 'string' ? quote : '', answer));
  }
  return known.map(({ id }) => found.get(id) ?? { id, met: 'no', quote: '' });
}

function finding(id: string, met: unknown, quote: string, answer: string): JudgedClaim {
  if (met !== 'yes' && met !== 'partly') return { id, met: 'no', quote: '' };
  const span = quotedSpan(answer, quote);
  if (span !== null) return { id, met, quote: answer.slice(span.start, span.end) };
  return { id, met: met === 'yes' ? 'partly' : 'no', quote: '' };
}

/** Where in the answer these words stand, case and punctuation aside; null where they do not, and for fewer than two words. */
export function quotedSpan(answer: string, quote: string): Span | null {
  const wanted = wordsIn(quote.slice(0, LONGEST_QUOTE)).map(({ word }) => word);
  if (wanted.length < 2) return null;
  const words = wordsIn(answer);
  const at = words.findIndex((_, from) => wanted.every((word, step) => words[from + step]?.word === word));
  return at < 0 ? null : { start: words[at]!.start, end: words[at + wanted.length - 1]!.end };
}

function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: match[0].normalize('NFC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function contentOf(reply: unknown): string | undefined {
  if (!isRecord(reply) || !Array.isArray(reply.choices)) return undefined;
  const [first] = reply.choices as unknown[];
  const message = isRecord(first) ? first.message : undefined;
  return isRecord(message) && typeof message.content === 'string' ? message.content : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no reply; the caller says so.
    return undefined;
  }
}
