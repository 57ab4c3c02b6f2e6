// What goes wrong on purpose: limits, passing faults, slow answers, lost ones.

import { concerns, counter } from './concerns.js';
import type { Asked, LabAnswer } from './lab-request.js';
import { problem } from './lab-request.js';
import type { Layer } from './layer.js';

/** Fixed windows of `window` seconds, each beginning with its first request. */
export const rateLimit: Layer<'rate-limit'> = (behaviour, next) => {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (asked) => {
    if (!concerns(behaviour, asked)) return next(asked);
    const windowMs = behaviour.window * 1000;
    if (asked.atMs - began >= windowMs) {
      began = asked.atMs;
      count = 0;
    }
    count += 1;
    const wait = Math.max(1, Math.ceil((began + windowMs - asked.atMs) / 1000));
    if (count > behaviour.limit) {
      return problem(
        429,
        'Too Many Requests',
        `At most ${behaviour.limit} requests in ${behaviour.window} s.`,
        {
          headers: { 'Retry-After': String(wait) },
          note: 'rate-limited',
        },
      );
    }
    const answer = next(asked);
    return {
      ...answer,
      headers: { ...answer.headers, 'X-RateLimit-Remaining': String(behaviour.limit - count) },
    };
  };
};

interface Nth {
  on?: string[] | undefined;
  method?: string | undefined;
  nth: number[];
}

/** True for the requests that a behaviour names by their number. */
function chosen(behaviour: Nth): (asked: Asked) => boolean {
  const countOf = counter();
  return (asked) => {
    if (!concerns(behaviour, asked) || (behaviour.method ?? asked.request.method) !== asked.request.method)
      return false;
    return behaviour.nth.includes(countOf(asked));
  };
}

export const flaky: Layer<'flaky'> = (behaviour, next) => {
  const isChosen = chosen(behaviour);
  const wait = behaviour['retry-after'];
  /** When each method and path may be asked again, ms. */
  const openAt = new Map<string, number>();
  return (asked) => {
    const key = `${asked.request.method} ${asked.request.path}`;
    const isEarly = asked.atMs < (openAt.get(key) ?? 0);
    if (!isEarly && !isChosen(asked)) return next(asked);
    if (behaviour.strict === 'true' && openAt.size < 1000) openAt.set(key, asked.atMs + 1000 * (wait ?? 0));
    return problem(503, 'Service Unavailable', 'Try again.', {
      headers: wait === undefined ? {} : { 'Retry-After': String(wait) },
      note: 'flaky',
    });
  };
};

export const slow: Layer<'slow'> = (behaviour, next) => {
  const isChosen = chosen(behaviour);
  return (asked): LabAnswer => {
    const delayed = isChosen(asked);
    const answer = next(asked);
    return delayed ? { ...answer, delayMs: answer.delayMs + behaviour.ms } : answer;
  };
};

export const lostResponse: Layer<'lost-response'> = (behaviour, next) => {
  const isChosen = chosen(behaviour);
  return (asked) => {
    const lost = isChosen(asked);
    const answer = next(asked);
    return lost ? { ...answer, drop: true, note: 'lost' } : answer;
  };
};
