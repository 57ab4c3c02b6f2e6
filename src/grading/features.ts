// What speaks for a rubric point or a red flag in an answer, as figures that the fitted weights add up.

import { bestEvidence, type Evidence } from './evidence.js';
import { exemplarLeads } from './exemplar-sentences.js';
import type { PreparedAnswer } from './prepared-answer.js';
import type { PreparedClaim, PreparedItem } from './prepared-item.js';
import { bagOf, nearness, type SentenceBag } from './sentence-bag.js';
import { termMasses } from './term-profile.js';
import type { Token } from './tokens.js';
import { topicality } from './topicality.js';

export interface Features {
  /** Held coverage of the best and the second-best listed wording. */
  listed: number;
  listedNext: number;
  /** The same of the clauses of exemplars; 0 where there are none. */
  heard: number;
  heardNext: number;
  /** The same of the best wording of either kind, and of the claim's own text in the rubric. */
  best: number;
  text: number;
  /** How much of the other points the answer touches: mean of best and second best. Of all points for a flag. */
  others: number;
  /** The best wording of another claim of the same kind that stands in the same words. */
  rival: number;
  /** How much of the claim's own terms one place has, and by how much that is more than of any other claim. */
  mass: number;
  lead: number;
  /** The mean of that lead over all points: an answer of the topic's words alone leads nowhere. */
  leads: number;
  /** By how much a sentence is nearer to exemplar sentences that make the claim than to those that do not. */
  nearer: number;
  /** Is the evidence nearer to what the item calls wrong than to what it calls right? -1 to 1. */
  falsity: number;
  /** Share of what the answer tells that question, rubric or exemplars speak of too; at most 0.6. */
  topical: number;
  /** Always, never, every, only … per 16 words, at most 2: a cue of style, not of truth. */
  absolutes: number;
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
/** Beyond this share an answer is on topic, whatever else it tells. */
const MOST_TOPICAL = 0.6;
const TEXT_WINDOW = 34;
/** The rubric's own text shows the place where it is covered so much better than any wording. */
const TEXT_LEADS = 0.8;

/** Figures for every point and every flag, in order. */
export function featuresOf(
  item: PreparedItem,
  answer: PreparedAnswer,
): { points: ClaimFeatures[]; flags: ClaimFeatures[] } {
  const claims = [...item.points, ...item.flags];
  const looked = claims.map((claim) => lookFor(claim, answer));
  const masses = termMasses(item.profiles, answer);
  const nearer = exemplarLeads(
    claims.map(({ id }) => id),
    sentenceBagsOf(answer),
    item.labelled,
  );
  const absolutes = absolutesIn(answer.tokens);
  const topical = Math.min(MOST_TOPICAL, topicality(answer));
  const pointCount = item.points.length;
  const leads = mean(masses.slice(0, pointCount).map(({ lead }) => lead));
  const touched = looked.slice(0, pointCount).map(({ best, next }) => (best + next) / 2);
  const all = looked.map((claim, at): ClaimFeatures => {
    const isPoint = at < pointCount;
    const kind = isPoint ? looked.slice(0, pointCount) : looked.slice(pointCount);
    const { next: _, evidence, ...figures } = claim;
    const features = {
      ...figures,
      ...masses[at]!,
      nearer: nearer[at]!,
      leads,
      others: mean(isPoint ? touched.filter((_, other) => other !== at) : touched),
      rival: rivalOf(claim, kind),
      falsity: falsityOf(item, sentencesAt(answer, evidence)),
      absolutes,
      topical,
    };
    return { id: claims[at]!.id, evidence, features };
  });
  return { points: all.slice(0, pointCount), flags: all.slice(pointCount) };
}

interface Looked extends Pick<Features, 'listed' | 'listedNext' | 'heard' | 'heardNext' | 'best' | 'text'> {
  next: number;
  evidence: Evidence;
}

function lookFor(claim: PreparedClaim, answer: PreparedAnswer): Looked {
  const byHeld = (a: Evidence, b: Evidence) => b.held - a.held;
  const listed = claim.listed.map((wording) => bestEvidence(wording, answer)).sort(byHeld);
  const heard = claim.heard.map((wording) => bestEvidence(wording, answer)).sort(byHeld);
  const [top, second] = [...listed, ...heard].sort(byHeld);
  const text = bestEvidence(claim.text, answer, TEXT_WINDOW);
  return {
    evidence: top !== undefined && top.held >= text.held * TEXT_LEADS ? top : text,
    best: top?.held ?? 0,
    next: second?.held ?? 0,
    listed: listed[0]?.held ?? 0,
    listedNext: listed[1]?.held ?? 0,
    heard: heard[0]?.held ?? 0,
    heardNext: heard[1]?.held ?? 0,
    text: text.held,
  };
}

function rivalOf(claim: Looked, kind: readonly Looked[]): number {
  const rivals = kind.filter((other) => other !== claim && overlap(other.evidence, claim.evidence));
  return Math.max(0, ...rivals.map(({ best }) => best));
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.coverage > 0 && b.coverage > 0 && a.from <= b.to && b.from <= a.to;
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
  let start = from;
  let end = to + 1;
  while (tokens[start - 1]?.sentence === first) start--;
  while (tokens[end]?.sentence === last) end++;
  return tokens.slice(start, end);
}

/** Sentences that tell something and are not denied as a whole. */
function sentenceBagsOf({ tokens, denied }: PreparedAnswer): SentenceBag[] {
  const sentences = new Map<number, Token[]>();
  tokens.forEach((token, at) => {
    if (denied.wholly[at]) return;
    const words = sentences.get(token.sentence);
    if (words === undefined) sentences.set(token.sentence, [token]);
    else words.push(token);
  });
  return [...sentences.values()].map(bagOf).filter(({ total }) => total >= 1);
}

function falsityOf({ right, wrong }: PreparedItem, sentence: readonly Token[]): number {
  if (sentence.length === 0) return 0;
  const bag = bagOf(sentence);
  return nearness(bag, wrong) - nearness(bag, right);
}
