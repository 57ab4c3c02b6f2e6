// Several words that are one: "timed out" is a timeout, "try it again" a retry. Compared by stems, so every form of a verb counts.

import { wordStem } from './word-stem.js';

/** What they count as, then the sequences of words. */
const PHRASES: readonly string[] = `
login: log in, log on, sign in, sign on, logon
webhook: web hook
endpoint: end point
timeout: time out
backoff: back off
rollback: roll back
microservice: micro service
openapi: open api
firewall: fire wall
ratelimit: rate limit, rate limiter, rate limiting
statuscode: status code
database: data base
email: e mail
lifecycle: life cycle
lifetime: life time, time to live, ttl
fallback: fall back
workflow: work flow
payload: pay load
typescript: type script
remove: get rid of, take away, take out, throw away
retire: turn off, turn it off, turn them off, switch off, switch it off, switch them off, shut down, shut it down, shut them down
reject: turn down
discover: find out
lookup: look up
repeat: over and over, again and again, time and again
retry: one more time, once more, second time, try again, try it again, send again, send it again, ask again, re send, re try, do it again, call again
nolonger: no longer, any more, any longer, anymore
immediate: right away, straight away, on the spot, at once, immediately, instantly, instant
pointoffailure: point of failure
several: more than one
manual: by hand, manually
overload: denial of service, ddos
mfa: multi factor authentication, multi factor, two factor, 2fa, multifactor
sso: single sign on
tls: ssl
rollout: roll out
readonly: read only
uptodate: up to date
realtime: real time
deadlock: dead lock
bottleneck: bottle neck
backward: backwards
thirdparty: third party
lockout: lock out
callback: call back
setup: set up
trade: trade off, tradeoff
`
  .trim()
  .split('\n');

interface SetPhrase {
  stems: readonly string[];
  is: string;
}

/** By their first stem, the longest first. */
const BY_FIRST = new Map<string, SetPhrase[]>();
for (const line of PHRASES) {
  const [is = '', sequences = ''] = line.split(': ');
  for (const sequence of sequences.split(', ')) {
    const stems = sequence.split(' ').map(wordStem);
    const first = stems[0] ?? '';
    const known = BY_FIRST.get(first) ?? [];
    known.push({ stems, is: wordStem(is) });
    known.sort((a, b) => b.stems.length - a.stems.length);
    BY_FIRST.set(first, known);
  }
}

/** The set phrase that begins at this place of a list of stems, its stem and how many words it takes; undefined where none does. */
export function setPhraseAt(
  stems: readonly string[],
  at: number,
): { stem: string; words: number } | undefined {
  const found = BY_FIRST.get(stems[at] ?? '')?.find((phrase) =>
    phrase.stems.every((stem, step) => stems[at + step] === stem),
  );
  return found && { stem: found.is, words: found.stems.length };
}
