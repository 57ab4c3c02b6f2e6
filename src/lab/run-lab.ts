// A lab at work: world, server, journal and steps, for whichever player shows it.

import { randomBytes } from '../disk/random-bytes.js';
import { type FreshValues, fillIn, freshValues } from '../question/lab/fresh-values.js';
import type { Exchange, LabResponse } from '../question/lab/journal.js';
import type { StepsWatch } from '../question/lab/steps.js';
import type { Lab } from '../question/question.js';
import type { RequestProblem } from '../question/request/http-request.js';
import { readRequest } from '../question/request/read-request.js';
import { deliver } from './deliver.js';
import { JournalKeeper } from './journal-keeper.js';
import { type LabAnswer, type LabRequest, problem } from './lab-request.js';
import { type Received, refusedTarget, sendRequest } from './send-request.js';
import { type ServedAnswer, startServer } from './server.js';
import { makeWorld } from './world.js';

export interface StepView {
  id: string;
  /** 1-based. */
  number: number;
  text: string;
  done: boolean;
  /** What it asks for is to be typed. */
  asks: boolean;
  triesLeft: number;
}

export interface LabRun {
  base: string;
  /** The text with the run's values in place of their names. */
  filled(text: string): string;
  steps(): StepView[];
  /** The last exchanges, oldest first. */
  recent(count: number): Exchange[];
  readonly sent: number;
  /** A typed request, sent to this lab only. */
  send(typed: string): Promise<{ received: Received } | { lost: string } | { problem: RequestProblem }>;
  /** A value for a step; false: there is no such step that asks, or no try is left. */
  answer(step: number, value: string): boolean;
  response(): LabResponse;
  /** Calls back after every exchange and value; one listener. */
  onChange(listener: (exchange: Exchange | null) => void): void;
  /** Server, connections and deliveries end. */
  close(): Promise<void>;
}

export interface LabRequestOptions {
  /** A run to go on with; null: a new one. */
  before: LabResponse | null;
  /** 0: any that is free. */
  port: number;
  /** ms since the epoch. */
  now(): number;
  /** Progress that must not be lost. */
  keep(response: LabResponse): void;
}

const WEBHOOK_PATH = '/webhook-delivery';
/** Deliveries of one run. */
const MOST_DELIVERIES = 200;

/** Starts it; throws Failure `port-taken`. */
export async function startLab(question: Lab, options: LabRequestOptions): Promise<LabRun> {
  const seed = options.before?.seed ?? randomBytes(9).toString('hex');
  const journal = new JournalKeeper(question, seed, options.before);
  const world = journalledWorld(question, journal, options);
  const server = await startServer(options.port, world.answer);
  const values = withBase(freshValues(seed, question.fresh), server.base);
  // What the person was given may be typed by its name; what is to be found out may not.
  const given = withBase(freshValues(seed), server.base);

  return {
    base: server.base,
    filled: (text) => fillIn(text, values),
    steps: () => stepViews(question, values, journal.watch),
    recent: (count) => journal.recent(count),
    get sent() {
      return journal.sent;
    },
    send: (typed) => sendTyped(typed, server.base, given),
    answer(step, value) {
      const taken = journal.watch.answer(question.steps[step - 1]?.id ?? '', value);
      if (taken) options.keep(journal.response());
      if (taken) world.tell(null);
      return taken;
    },
    response: () => journal.response(),
    onChange: world.onChange,
    async close() {
      world.stopDeliveries();
      await server.close();
    },
  };
}

interface JournalledWorld {
  answer(request: LabRequest): ServedAnswer;
  /** Calls the one listener. */
  tell(exchange: Exchange | null): void;
  onChange: LabRun['onChange'];
  stopDeliveries(): void;
}

/** The lab's world: what is asked of it, and what it delivers, is written down, kept and told. */
function journalledWorld(
  question: Lab,
  journal: JournalKeeper,
  { before, now, keep }: LabRequestOptions,
): JournalledWorld {
  const { began, elapsed } = stopwatch(before, now);
  const world = makeWorld(question, journal.seed, began);
  const stop = new AbortController();
  let listener: (exchange: Exchange | null) => void = () => undefined;
  let delivered = 0;
  // The world stands where it stood: what was asked of it is asked again.
  for (const { method, path, query, headers, body, atMs } of before?.exchanges ?? [])
    if (path !== WEBHOOK_PATH) world.answer({ method, path, query, headers, body }, atMs);

  const write = (request: LabRequest, status: number, note: LabAnswer['note']) => {
    if (journal.write(request, elapsed(), status, note)) keep(journal.response());
    listener(journal.newest);
  };
  const deliverAll = (deliveries: LabAnswer['deliveries']) => {
    if (deliveries.length === 0 || delivered >= MOST_DELIVERIES) return;
    delivered += deliveries.length;
    void deliver(deliveries, stop.signal, ({ body, headers, note }, status) => {
      const sent = Object.entries(headers).map(([name, value]) => [name, value] as const);
      write({ method: 'POST', path: WEBHOOK_PATH, query: [], headers: sent, body }, status, note);
    });
  };
  return {
    answer(request) {
      if (journal.isFull)
        return problem(503, 'Service Unavailable', 'The journal of this lab is full: start it again.');
      const answered = world.answer(request, elapsed());
      const { status, note, drop, delayMs } = answered;
      deliverAll(answered.deliveries);
      // What takes its time is written down when it is over: whether it was waited for is known only then.
      if (delayMs > 0 && !drop) {
        const ended = (abandoned: boolean) =>
          write(request, abandoned ? 0 : status, abandoned ? 'abandoned' : note);
        return { ...answered, ended };
      }
      write(request, drop ? 0 : status, note);
      return answered;
    },
    tell: (exchange) => listener(exchange),
    onChange(callback) {
      listener = callback;
    },
    stopDeliveries: () => stop.abort(),
  };
}

const withBase = (values: FreshValues, base: string): FreshValues => ({
  get: (name) => (name === 'base' ? base : values.get(name)),
});

/** When a run began (ms since the epoch), and ms since then, never less than before: a clock set back must not turn the journal round. */
function stopwatch(before: LabResponse | null, now: () => number): { began: number; elapsed(): number } {
  let latest = before?.exchanges.at(-1)?.atMs ?? 0;
  const began = now() - latest;
  return {
    began,
    elapsed() {
      latest = Math.max(latest, now() - began);
      return latest;
    },
  };
}

function stepViews({ steps }: Lab, values: FreshValues, watch: StepsWatch): StepView[] {
  return steps.map(({ id, text, value }, index) => ({
    id,
    number: index + 1,
    text: fillIn(text, values),
    done: watch.isDone(id),
    asks: value !== undefined,
    triesLeft: value === undefined ? 0 : watch.triesLeft(id),
  }));
}

async function sendTyped(typed: string, base: string, given: FreshValues): ReturnType<LabRun['send']> {
  // `$BASE` is what the task calls this lab.
  const reading = readRequest(fillIn(typed.replace(/\$\{?BASE\}?/g, base), given));
  if (reading.problem !== undefined) return { problem: reading.problem };
  const refused = refusedTarget(reading.request, base);
  if (refused !== undefined) return { problem: refused };
  const received = await sendRequest(reading.request, base);
  return 'lost' in received ? received : { received };
}
