// The journal of a running lab: every request once, in order of arrival, within bounded memory.

import {
  type Exchange,
  type LabResponse,
  MOST_BODY,
  MOST_EXCHANGES,
  MOST_HEADER,
} from '../question/lab/journal.js';
import type { ServerNote } from '../question/lab/lab-fields.js';
import { StepsWatch, watchOf } from '../question/lab/steps.js';
import type { Lab } from '../question/question.js';
import type { LabRequest } from './lab-request.js';

/** Exchanges that told nothing are shown and kept only while they are recent. */
const MOST_OTHERS = 100;
const MOST_TELLING = MOST_EXCHANGES - MOST_OTHERS;

/** Headers that say nothing about what was meant. */
const NOISE = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'user-agent',
  'accept-language',
  'keep-alive',
]);

export class JournalKeeper {
  readonly watch: StepsWatch;
  private readonly telling: Exchange[] = [];
  private others: Exchange[] = [];
  private last: Exchange | null = null;
  sent: number;

  /** `before`: what an earlier run of it has kept. */
  constructor(
    question: Lab,
    readonly seed: string,
    before: LabResponse | null,
  ) {
    this.watch =
      before === null
        ? new StepsWatch(question, seed)
        : watchOf(question, before, (exchange, telling) => this.keep(exchange, telling));
    this.sent = before?.sent ?? 0;
  }

  /** The newest exchange; null: none yet. */
  get newest(): Exchange | null {
    return this.last;
  }

  /** No more can be kept: nothing that is told from now on would count. */
  get isFull(): boolean {
    return this.telling.length >= MOST_TELLING;
  }

  /** Writes it down; true when it changed the progress of a step. */
  write(request: LabRequest, atMs: number, status: number, note: ServerNote | null): boolean {
    this.sent += 1;
    const exchange = bounded(request, { number: this.sent, atMs: Math.round(atMs), status, note });
    const telling = this.watch.take(exchange);
    this.keep(exchange, telling);
    return telling;
  }

  private keep(exchange: Exchange, telling: boolean): void {
    this.last = exchange;
    if (telling) this.telling.push(exchange);
    else this.others.push(exchange);
    if (this.others.length > 2 * MOST_OTHERS) this.others = this.others.slice(-MOST_OTHERS);
  }

  /** The last exchanges, oldest first. */
  recent(count: number): Exchange[] {
    return this.all().slice(-count);
  }

  response(): LabResponse {
    return { seed: this.seed, exchanges: this.all(), sent: this.sent, values: this.watch.given() };
  }

  private all(): Exchange[] {
    return [...this.telling, ...this.others.slice(-MOST_OTHERS)].sort((a, b) => a.number - b.number);
  }
}

function bounded(
  { method, path, query, headers, body }: LabRequest,
  rest: Pick<Exchange, 'number' | 'atMs' | 'status' | 'note'>,
): Exchange {
  const cut = ([name, value]: readonly [string, string]): [string, string] => [
    name.slice(0, MOST_HEADER),
    value.slice(0, MOST_HEADER),
  ];
  return {
    method: method.slice(0, 20),
    path: path.slice(0, MOST_HEADER),
    query: query.slice(0, 30).map(cut),
    headers: headers
      .filter(([name]) => !NOISE.has(name))
      .slice(0, 40)
      .map(cut),
    body: body === null ? null : body.slice(0, MOST_BODY),
    ...rest,
  };
}
