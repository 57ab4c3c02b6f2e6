// A text cut into words to compare: contractions undone, set phrases joined, sentences numbered, also where nobody typed a full stop.

import { setPhraseAt } from './set-phrases.js';
import { wordStem } from './word-stem.js';

export interface Token {
  /** Lower case. */
  word: string;
  /** What it is compared by. */
  stem: string;
  /** Offsets in the text, the end exclusive. */
  start: number;
  end: number;
  /** Number of its sentence and of its clause, both from 0 through the whole text. */
  sentence: number;
  clause: number;
  /** Number of the stretch between two marks that end sentences; long ones hold several sentences. */
  stretch: number;
  /** False for words that carry no subject of their own. */
  telling: boolean;
}

/** Words that carry no subject of their own. */
const FILLER: ReadonlySet<string> = new Set(
  `a an and are as at be been being but by can do does did doing for from had has have having he her him his how i if in
  into is it its itself just like me more most my of on one only or other our ours out over own same she should so some
  such than that the their them then there these they this those through to too under up us very was we were what when
  where which while who whom why will with would you your yours also about after again all am any because before between
  both each few here once own re may might must shall could get gets got let lets really actually basically simply maybe
  perhaps usually often always thing things something anything everything way ways kind sort bit lot much many well say
  says said mean means use uses used using make makes made making need needs want wants um uh er okay ok yeah yes right
  gonna wanna gotta etc sorry hmm oh`.split(/\s+/),
);

/** Words by which a text denies; they count as cues, not as evidence. */
export const DENIAL: ReadonlySet<string> = new Set(
  'not no never without nor none neither nobody nothing hardly unnecessary needless redundant pointless overkill instead rather'.split(
    ' ',
  ),
);

const CONTRACTIONS = new Map(
  `cannot=can not|cant=can not|can't=can not|wont=will not|won't=will not|shan't=shall not|dont=do not|doesnt=does not
didnt=did not|isnt=is not|arent=are not|wasnt=was not|werent=were not|couldnt=could not|shouldnt=should not
wouldnt=would not|hasnt=has not|havent=have not|hadnt=had not`
    .split(/[|\n]/)
    .map((line) => line.split('=') as [string, string]),
);

/** A run of words without a mark between them is cut behind this many, dictation having none. */
const LONGEST_RUN = 30;
/** In such a run a word that opens a clause cuts earlier, once so many words have gone by. */
const SHORTEST_CUT = 12;
const OPENS_CLAUSE = new Set('and so but because then also okay well um uh or which'.split(' '));

const WORD_OR_MARK = /[\p{L}\p{M}\p{N}]+(?:['’‘][\p{L}]+)?|[.!?;\n|]+|[,:()–—]+/gu;

/** The words of a text in order. Linear in its length. */
export function cutTokens(text: string): Token[] {
  return numberSentences(joinSetPhrases(words(text)));
}

interface RawToken extends Token {
  /** Ends of sentence and clause that stand before it. */
  newSentence: boolean;
  newClause: boolean;
}

function words(text: string): RawToken[] {
  const found: RawToken[] = [];
  let newSentence = false;
  let newClause = false;
  for (const match of text.matchAll(WORD_OR_MARK)) {
    const [piece] = match;
    const end = match.index + piece.length;
    if (/^[.!?;\n|]/.test(piece)) {
      // A point inside a figure or a name ends nothing: 99.9, example.org.
      if (piece !== '.' || !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')) newSentence = true;
      continue;
    }
    if (/^[,:()–—]/.test(piece)) {
      newClause = true;
      continue;
    }
    for (const word of plainWords(piece)) {
      const telling = !FILLER.has(word) && !DENIAL.has(word);
      const stem = wordStem(word);
      found.push({
        word,
        stem,
        start: match.index,
        end,
        sentence: 0,
        clause: 0,
        stretch: 0,
        telling,
        newSentence,
        newClause,
      });
      newSentence = newClause = false;
    }
  }
  return found;
}

function plainWords(piece: string): string[] {
  const word = piece.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'");
  const whole = CONTRACTIONS.get(word);
  if (whole !== undefined) return whole.split(' ');
  return word.endsWith("n't") ? [word.slice(0, -3), 'not'] : [word.replace(/'\p{L}*$/u, '')];
}

function joinSetPhrases(raw: RawToken[]): RawToken[] {
  const stems = raw.map(({ stem }) => stem);
  const joined: RawToken[] = [];
  for (let at = 0; at < raw.length; ) {
    const token = raw[at]!;
    const phrase = setPhraseAt(stems, at);
    const last = raw[at + (phrase?.words ?? 1) - 1]!;
    joined.push(phrase ? { ...token, stem: phrase.stem, end: last.end, telling: true } : token);
    at += phrase?.words ?? 1;
  }
  return joined;
}

function numberSentences(raw: RawToken[]): Token[] {
  let sentence = 0;
  let clause = 0;
  let stretch = 0;
  let start = 0;
  const ends = runEnds(raw);
  return raw.map(({ word, stem, start: from, end, telling, newSentence, newClause }, at) => {
    const cut = at > 0 && (newSentence || cutsRun(word, at - start, (ends[at] ?? at) - start));
    if (cut) {
      sentence++;
      start = at;
    }
    if (at > 0 && (cut || newClause || BREAKS_CLAUSE.has(word))) clause++;
    if (at > 0 && newSentence) stretch++;
    return { word, stem, start: from, end, sentence, clause, stretch, telling };
  });
}

/** Words that begin a clause of their own, for what a denial reaches. */
const BREAKS_CLAUSE = new Set(
  'but because so although though unless until while whereas if and then which'.split(' '),
);

function cutsRun(word: string, since: number, length: number): boolean {
  return since >= LONGEST_RUN || (length > LONGEST_RUN && since >= SHORTEST_CUT && OPENS_CLAUSE.has(word));
}

/** For each word the place behind the last word of its unbroken run. */
function runEnds(raw: readonly RawToken[]): number[] {
  const ends = new Array<number>(raw.length);
  let end = raw.length;
  for (let at = raw.length - 1; at >= 0; at--) {
    ends[at] = end;
    if (raw[at]!.newSentence) end = at;
  }
  return ends;
}
