// One word to the stem it is compared by: irregular forms undone, British spelling made American, then Porter's stem.

import { stemOf } from '../text/stem.js';

/** Base form first, then the forms that rules of spelling do not lead back to it. */
const IRREGULAR = new Map(
  `send sent|give gave given|tell told|keep kept|build built|write wrote written|run ran|hold held|lose lost
break broke broken|choose chose chosen|know knew known|find found|pay paid|take took taken|begin began begun
leave left|meet met|hide hid hidden|show shown|steal stole stolen|go went gone goes|come came|see saw seen
think thought|bring brought|buy bought|catch caught|teach taught|draw drew drawn|grow grew grown
throw threw thrown|fall fell fallen|drive drove driven|speak spoke spoken|wear wore worn|forget forgot forgotten
understand understood|stand stood|lead led|feed fed|spend spent|lend lent|mean meant|deal dealt|win won|sit sat
become became|rise rose risen|bind bound|seek sought|sell sold|hear heard|feel felt|say said|make made
freeze froze frozen|fly flew flown|shake shook shaken|stick stuck|strike struck|sweep swept|swing swung|tear tore torn
index indices indexes|datum data|person people|child children|analysis analyses|criterion criteria
schema schemata|life lives|half halves|bad worse worst|good better best`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, base] as const);
    }),
);

/** What ends in -ise or -yse in American spelling too. */
const ALWAYS_ISE =
  /^(prom|adv|rev|superv|surpr|exerc|prec|prem|compr|ra|no|ar|expert|otherw|likew|w|r|prom|concise|disgu|franch|parad|pract)$/;

/** Stems by word: a text has few words, and says them often. */
const known = new Map<string, string>();
/** Words kept at most; a language has more, a bank and its answers do not. */
const MOST_KNOWN = 20_000;

/** The stem of one lower-case word; figures stay as they are. */
export function wordStem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const stem = freshStem(word);
  known.set(word, stem);
  return stem;
}

function freshStem(word: string): string {
  if (/\d/.test(word)) return word;
  const american = (IRREGULAR.get(word) ?? word)
    .replace(/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/, (whole, root: string, end: string) =>
      ALWAYS_ISE.test(root) ? whole : `${root}iz${end}`,
    )
    .replace(/lys(e|ed|es|er|ing)$/, 'lyz$1')
    .replace(/^(.{2,})our(s|ed|ing|al|able|ite)?$/, (whole, root: string, end = '') =>
      FIXED_OUR.test(root) ? whole : `${root}or${end}`,
    )
    .replace(/^(cent|theat|met|lit)re(s|d)?$/, '$1er$2')
    .replace(/^(catal|dial)ogue(s|d)?$/, '$1og$2')
    .replace(/^(licen|defen|offen|preten)ce(s|d)?$/, '$1se$2')
    .replace(/^program(me|mes)$/, 'program')
    .replace(/([aeiou])ll(ed|ing|er|ers)$/, (whole, vowel: string, end: string) =>
      DOUBLED_IN_BRITAIN.test(whole) ? `${vowel}l${end}` : whole,
    );
  return american.startsWith('authoriz') ? 'authoriz' : stemOf(american);
}

const FIXED_OUR = /^(h|fl|s|p|t|c|det|cont|f)$/;
const DOUBLED_IN_BRITAIN =
  /^(cancell|travell|modell|labell|signall|channell|levell|marshall|tunnell|fuell|totall)/;
