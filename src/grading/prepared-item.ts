// An open question made ready for marking: wordings of every point and flag, what is given away, what counts as right and wrong.

import type { Exemplar } from '../question/exemplar.js';
import type { Open } from '../question/question.js';
import { anchorsIn } from './anchors.js';
import { type LabelledSentence, labelledSentences } from './exemplar-sentences.js';
import { exemplarWordings } from './exemplar-wordings.js';
import { LikenessIndex } from './likeness.js';
import { type SentenceBag, sentenceBags } from './sentence-bag.js';
import { type TermProfile, termProfiles } from './term-profile.js';
import { cutTokens } from './tokens.js';
import { runs } from './word-runs.js';
import { makeWording, tellingStems, type Wording } from './wording.js';

export interface PreparedClaim {
  id: string;
  /** Of its text in the rubric. */
  text: Wording;
  /** Written for it: `accept` or `reject`. */
  listed: readonly Wording[];
  /** Clauses of exemplar answers. */
  heard: readonly Wording[];
}

export interface PreparedItem {
  question: Open;
  index: LikenessIndex;
  /** Stems of the names and codes that question and rubric speak of. */
  anchors: ReadonlySet<string>;
  points: readonly PreparedClaim[];
  flags: readonly PreparedClaim[];
  /** Runs of five words of question and hint: what stands in them is copied. */
  given: ReadonlySet<string>;
  /** Stem sequences of the accepted wordings, by their first stem: what consists of them is recited. */
  recitable: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Of points, then of flags. */
  profiles: readonly TermProfile[];
  labelled: readonly LabelledSentence[];
  right: readonly SentenceBag[];
  wrong: readonly SentenceBag[];
}

/** `hint`: what else was shown; the question's own hint when left out. */
export function prepareItem(
  question: Open,
  exemplars: readonly Exemplar[],
  hint = question.hint ?? '',
): PreparedItem {
  const index = new LikenessIndex();
  const stems = tellingStems(cutTokens(question.stem));
  const anchors = anchorStems(question);
  const make = (text: string) => makeWording(text, index, { stems, anchors });
  for (const stem of stems) index.add(stem);
  const heardPoints = exemplarWordings(exemplars, 'points');
  const heardFlags = exemplarWordings(exemplars, 'flags');
  const claim = (
    { id, text }: { id: string; text: string },
    listed: readonly string[],
    heard: readonly string[] = [],
  ): PreparedClaim => ({ id, text: make(text), listed: listed.map(make), heard: heard.map(make) });
  const { rubric, avoid = [] } = question;
  const points = rubric.map((point) => claim(point, point.accept, heardPoints.get(point.id)));
  const flags = avoid.map((flag) => claim(flag, flag.reject, heardFlags.get(flag.id)));
  return {
    question,
    index,
    anchors,
    points,
    flags,
    profiles: termProfiles(
      [...points, ...flags].map(({ text, listed, heard }) => [text, ...listed, ...heard]),
    ),
    labelled: labelledSentences(exemplars),
    given: new Set([question.stem, hint].flatMap((text) => runs(cutTokens(text).map(({ stem }) => stem)))),
    recitable: byFirst(
      rubric.flatMap(({ accept }) => accept.map((text) => cutTokens(text).map(({ stem }) => stem))),
    ),
    ...sidesOf(question, exemplars),
  };
}

function anchorStems({ stem, rubric, avoid = [] }: Open): Set<string> {
  const texts = [
    stem,
    ...rubric.flatMap(({ text, accept }) => [text, ...accept]),
    ...avoid.map(({ text }) => text),
  ];
  return new Set(texts.flatMap((text) => anchorsIn(text, cutTokens(text)).map((token) => token.stem)));
}

function byFirst(sequences: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const sequence of sequences) {
    const first = sequence[0];
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), sequence]);
  }
  return found;
}

/** Sentences on either side of the truth. The model answer stays out: answers are held against the rubric, not against its author's voice. */
function sidesOf({ rubric, avoid = [], explanation }: Open, exemplars: readonly Exemplar[]) {
  const sentences = exemplars.flatMap((exemplar) => exemplar.sentences);
  return {
    right: sentenceBags([
      ...rubric.flatMap(({ text, accept }) => [text, ...accept]),
      explanation,
      ...sentences
        .filter(({ points = [], flags = [] }) => points.length > 0 && flags.length === 0)
        .map(({ text }) => text),
    ]),
    wrong: sentenceBags([
      ...avoid.flatMap(({ reject }) => reject),
      ...sentences.filter(({ flags = [] }) => flags.length > 0).map(({ text }) => text),
    ]),
  };
}
