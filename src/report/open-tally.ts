// What a report keeps of the answers to one open question: how often each point was said, marks beside suggestions, the best and the worst.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import { isResponseTo, type OpenResponse } from '../question/response.js';

/** Answers to a question as it was asked then. */
export interface OpenTally {
  item: string;
  contentHash: string;
  topic: string;
  answers: number;
  /** Those in which a red flag was said. */
  flagged: number;
  /** By id of the point: how often it was said, half included. */
  said: Map<string, number>;
  /** Those the learner marked, with a suggestion beside it. */
  marks: TallyMark[];
  /** Of those with words; null: none. The later of two equal ones is better, and the earlier worse. */
  best: OpenWords | null;
  worst: OpenWords | null;
}

export interface TallyMark {
  at: number;
  met: readonly string[];
  half: readonly string[];
  suggested: number;
}

export interface OpenWords {
  at: number;
  credit: number;
  text: string;
}

/** By question as it was asked. */
export function addOpenAnswer(open: Map<string, OpenTally>, answer: RememberedAnswer): void {
  const { type, response, item, contentHash, topic } = answer;
  if (type !== 'open' || !isResponseTo('open', response)) return;
  const name = openName(answer);
  const tally = open.get(name) ?? noAnswers({ item, contentHash, topic });
  open.set(name, tally);
  tally.answers += 1;
  if (response.flags.length > 0) tally.flagged += 1;
  countSaid(tally.said, response);
  if (answer.markedBy === 'self' && answer.suggested !== undefined) {
    const { met, half = [] } = response;
    tally.marks.push({ at: answer.at, met, half, suggested: answer.suggested.credit });
  }
  if (response.text.trim() === '') return;
  const words = { at: answer.at, credit: answer.effectiveCredit, text: response.text };
  if (tally.best === null || isBetter(words, tally.best)) tally.best = words;
  if (tally.worst === null || isBetter(tally.worst, words)) tally.worst = words;
}

/** The same for answers to the same question, as it was asked, and for no others: lengths say where each part ends. */
export function openName({
  item,
  contentHash,
  topic,
}: Pick<OpenTally, 'item' | 'contentHash' | 'topic'>): string {
  return `${item.length} ${topic.length} ${item}${topic}${contentHash}`;
}

function noAnswers(question: Pick<OpenTally, 'item' | 'contentHash' | 'topic'>): OpenTally {
  return { ...question, answers: 0, flagged: 0, said: new Map(), marks: [], best: null, worst: null };
}

/** Each point once, however often a file names it. */
function countSaid(said: OpenTally['said'], { met, half = [] }: OpenResponse): void {
  const points = met.length + half.length > 1 ? new Set([...met, ...half]) : met.length > 0 ? met : half;
  for (const point of points) said.set(point, (said.get(point) ?? 0) + 1);
}

/** More credit; of equal credit the later. */
export const isBetter = (a: OpenWords, b: OpenWords): boolean =>
  a.credit !== b.credit ? a.credit > b.credit : a.at > b.at;
