// Which steps of a lab are done: a fold over its exchanges and values.

import type { Lab } from '../question.js';
import { tryTest } from '../request/request-test.js';
import { foldAnswer } from '../types/short-answer.js';
import { fillInAll, freshValues } from './fresh-values.js';
import { type Exchange, type GivenValue, type LabResponse, MOST_TRIES, requestOf } from './journal.js';

type Step = Lab['steps'][number];
type Call = NonNullable<Step['calls']>[number];

interface Progress {
  /** Which call is waited for. */
  call: number;
  /** How often it has been seen. */
  seen: number;
  /** When the last one was seen, ms. */
  lastMs: number;
  done: boolean;
}

/** Mutable: it is told exchange after exchange. */
export class StepsWatch {
  private readonly steps: readonly Step[];
  private readonly progress: Map<string, Progress>;
  private readonly values = new Map<string, GivenValue[]>();
  private seen = 0;

  constructor(question: Pick<Lab, 'steps' | 'fresh'>, seed: string) {
    this.steps = fillInAll(question.steps, freshValues(seed, question.fresh));
    this.progress = new Map(this.steps.map(({ id }) => [id, { call: 0, seen: 0, lastMs: 0, done: false }]));
  }

  /** True when the exchange changed the progress of any step: then it has to be kept. */
  take(exchange: Exchange): boolean {
    this.seen = exchange.number;
    let telling = false;
    for (const step of this.steps) {
      const progress = this.progress.get(step.id);
      if (step.calls === undefined || progress === undefined || progress.done) continue;
      if (step.never?.some((call) => isSeen(call, exchange))) {
        telling ||= progress.call > 0 || progress.seen > 0;
        Object.assign(progress, { call: 0, seen: 0 });
      } else if (this.needsDone(step)) telling = advance(step.calls, progress, exchange) || telling;
    }
    return telling;
  }

  /** An answer to a step that asks for a value; false when it has no tries left or asks for none. */
  answer(id: string, value: string): boolean {
    const tries = this.values.get(id) ?? [];
    if (tries.length >= MOST_TRIES || this.steps.find((step) => step.id === id)?.value === undefined)
      return false;
    this.values.set(id, [...tries, { text: value.slice(0, 400), after: this.seen }]);
    return true;
  }

  triesLeft(id: string): number {
    return MOST_TRIES - (this.values.get(id)?.length ?? 0);
  }

  isDone(id: string): boolean {
    const step = this.steps.find((candidate) => candidate.id === id);
    if (step === undefined) return false;
    if (step.calls !== undefined && this.progress.get(id)?.done !== true) return false;
    if (step.value === undefined) return true;
    const given = this.values.get(id) ?? [];
    const right = given.some(({ text }) =>
      step.value?.some((value) => foldAnswer(value) === foldAnswer(text)),
    );
    return right && this.needsDone(step);
  }

  given(): Record<string, GivenValue[]> {
    return Object.fromEntries(this.values);
  }

  private needsDone({ needs = [] }: Step): boolean {
    return needs.every((id) => this.isDone(id));
  }
}

function advance(calls: readonly Call[], progress: Progress, exchange: Exchange): boolean {
  const call = calls[progress.call];
  if (call === undefined || !isSeen(call, exchange)) return false;
  const isFirst = progress.call === 0 && progress.seen === 0;
  if (!isFirst && exchange.atMs - progress.lastMs < (call.after ?? 0) * 1000) return false;
  progress.lastMs = exchange.atMs;
  progress.seen += 1;
  if (progress.seen >= (call.times ?? 1)) Object.assign(progress, { call: progress.call + 1, seen: 0 });
  progress.done = progress.call >= calls.length;
  return true;
}

/** True where the exchange is the one that the call describes. */
export function isSeen(call: Call, exchange: Exchange): boolean {
  const [method = '*', path = ''] = call.request.split(' ');
  if (method !== '*' && method !== exchange.method) return false;
  const wanted = path.split('/');
  const segments = exchange.path.split('/');
  if (wanted.length !== segments.length) return false;
  if (!wanted.every((segment, index) => segment === '*' || segment === segments[index])) return false;
  const status = String(exchange.status);
  if (call.status && !call.status.some((code) => code === status || code === `${status[0]}xx`)) return false;
  if (call.note !== undefined && call.note !== (exchange.note ?? 'none')) return false;
  const request = requestOf(exchange);
  return (
    (call.has ?? []).every((test) => tryTest(test, request).right) &&
    !(call.without ?? []).some((test) => tryTest(test, request).right)
  );
}

/** The watch after everything of a response; `told` hears of each exchange whether it told something. */
export function watchOf(
  question: Pick<Lab, 'steps' | 'fresh'>,
  response: LabResponse,
  told: (exchange: Exchange, telling: boolean) => void = () => undefined,
): StepsWatch {
  const watch = new StepsWatch(question, response.seed);
  const given = Object.entries(response.values)
    .flatMap(([id, tries]) => tries.map(({ text, after }) => ({ id, text, after })))
    .sort((a, b) => a.after - b.after);
  for (const exchange of response.exchanges) {
    for (let next = given[0]; next !== undefined && next.after < exchange.number; next = given[0]) {
      watch.answer(next.id, next.text);
      given.shift();
    }
    told(exchange, watch.take(exchange));
  }
  for (const { id, text } of given) watch.answer(id, text);
  return watch;
}
