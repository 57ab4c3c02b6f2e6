// What kind of point a rubric point is, by its own words: what interviewers miss again and again are kinds, not points.

/** The first that fits; a point that fits none is a fact. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['trade-offs', /trade-?off|cost|price of|instead of|rather than|compar|versus|downside|drawback/i],
  ['failure cases', /fail|error|time-?out|retr(y|ies)|lost|crash|outage|duplicate|abuse|attack|wrong/i],
  ['numbers', /\d|number|measur|metric|percent|latency|limit|how (many|much|long)/i],
  ['the reason why', /because|reason|why|so that|purpose/i],
];

/** `trade-offs`, `failure cases`, `numbers`, `the reason why` or `facts`. */
export function pointKind({ text }: { text: string }): string {
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? 'facts';
}
