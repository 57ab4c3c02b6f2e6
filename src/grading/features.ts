// What speaks for a rubric point or a red flag in an answer, as figures that the fitted weights add up.

import { bestEvidence, type Evidence, type PreparedAnswer } from './evidence.js';
import type { PreparedClaim, PreparedItem } from './prepared-item.js';
import { bagOf, nearness } from './sentence-bag.js';
import type { Token } from './tokens.js';

/** One figure each; `whole` is shared by all claims of an answer. */
export interface Features {
  /** Best and second-best wording, held coverage. */
  best: number;
  second: number;
  listed1: number;
  listed2: number;
  heard1: number;
  heard2: number;
  /** The claim's own text in the rubric. */
  text: number;
  /** How much of the rubric the answer touches at all: mean of best and second best over its points. */
  whole: number;
  others: number;
  /** Is the evidence nearer to what the item calls wrong than to what it calls right? -1 to 1. */
  falsity: number;
  /** Always, never, every, only … per 16 words, at most 2: a cue of style, not of truth. */
  absolutes: number;
  rival: number;
  denied: number;
}

export interface ClaimFeatures {
  id: string;
  evidence: Evidence;
  features: Features;
}

const ABSOLUTE: ReadonlySet<string> = new Set(
  `always never every everything only all any automatically guarantee guarantees guaranteed exactly completely entirely
  simply forever impossible everywhere definition directly already unlimited must`.split(/\s+/),
);
const MOST_ABSOLUTES = 2;
const WORDS_PER_ABSOLUTE = 16;
const TEXT_WINDOW = 34;

/** Figures for every claim, in order. */
export function featuresOf(
  item: PreparedItem,
  answer: PreparedAnswer,
  which: 'points' | 'flags',
): ClaimFeatures[] {
  const absolutes = absolutesIn(answer.tokens);
  const looked = item[which].map((claim) => lookFor(claim, answer));
  const points = which === 'points' ? looked : item.points.map((claim) => lookFor(claim, answer));
  const whole = mean(points.map(({ best, second }) => (best + second) / 2));
  return looked.map(({ id, evidence, ...found }, at) => {
    const others =
      which === 'flags'
        ? whole
        : mean(points.filter((_, other) => other !== at).map(({ best, second }) => (best + second) / 2));
    const sentence = sentencesAt(answer, evidence);
    return {
      id,
      evidence,
      features: {
        ...found,
        whole,
        others,
        absolutes,
        falsity: falsityOf(item, sentence),
        rival: Math.max(
          0,
          ...looked
            .filter((_, o) => o !== at)
            .map((o) => (o.evidence.coverage > 0 && overlaps(o.evidence, evidence) ? o.best : 0)),
        ),
      },
    };
  });
}
function overlaps(a: Evidence, b: Evidence) {
  return a.from <= b.to && b.from <= a.to;
}

function lookFor(claim: PreparedClaim, answer: PreparedAnswer) {
  const listed = claim.listed.map((wording) => bestEvidence(wording, answer));
  const heard = claim.heard.map((wording) => bestEvidence(wording, answer));
  const byHeld = (a: Evidence, b: Evidence) => b.held - a.held;
  const all = [...listed, ...heard].sort(byHeld);
  const ls = [...listed].sort(byHeld);
  const hs = [...heard].sort(byHeld);
  const text = bestEvidence(claim.text, answer, TEXT_WINDOW);
  const top = all[0];
  return {
    id: claim.id,
    evidence: top !== undefined && top.held >= text.held * 0.8 ? top : text,
    best: top?.held ?? 0,
    second: all[1]?.held ?? 0,
    listed1: ls[0]?.held ?? 0,
    listed2: ls[1]?.held ?? 0,
    heard1: hs[0]?.held ?? 0,
    heard2: hs[1]?.held ?? 0,
    text: text.held,
    denied: top && top.coverage > 0 ? 1 - top.held / top.coverage : 0,
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function absolutesIn(tokens: readonly Token[]): number {
  const found = tokens.filter(({ word }) => ABSOLUTE.has(word)).length;
  return Math.min(MOST_ABSOLUTES, found / Math.max(2, tokens.length / WORDS_PER_ABSOLUTE));
}

/** The words of the sentences that the evidence stands in. */
export function sentencesAt({ tokens }: PreparedAnswer, { coverage, from, to }: Evidence): readonly Token[] {
  if (coverage === 0) return [];
  const [first, last] = [tokens[from]!.sentence, tokens[to]!.sentence];
  return tokens.filter(({ sentence }) => sentence >= first && sentence <= last);
}

function falsityOf({ right, wrong }: PreparedItem, sentence: readonly Token[]): number {
  if (sentence.length === 0) return 0;
  const bag = bagOf(sentence);
  return nearness(bag, wrong) - nearness(bag, right);
}
