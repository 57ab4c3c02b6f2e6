// The place between an assistant's calls and a sitting: the sitting lays something out, a call settles it and gets what comes next.

import type { Message } from '../json/json-messages.js';

/** What the assistant is told, and so what may be done now. */
export interface Turn {
  event: 'question' | 'marking' | 'verdict' | 'closing';
  body: object;
  /** `pack/id` of the question it is about; left out: none. */
  item?: string;
}

/** What a message does to what lies open: settles it, tells something and leaves it open, or nothing. */
export type Decision<Settled> = { settled: Settled } | { told: object } | { refused: string };

/** What came of a call. */
export type Heard = { turn: Turn } | { told: object } | { refused: string };

interface Waiting {
  resolve(turn: Turn): void;
  reject(error: unknown): void;
}

/** One assistant at one sitting. Calls must come one after the other. */
export class Seat {
  #open: { turn: Turn; hear(message: Message): { refused: string } | { told: object } | null } | null = null;
  #waiting: Waiting[] = [];
  #closed = false;
  #failed: { error: unknown } | null = null;

  /** Lays a turn out and waits until a message settles it. */
  lay<Settled>(turn: Turn, decide: (message: Message) => Decision<Settled>): Promise<Settled> {
    return new Promise((resolve) => {
      this.#open = {
        turn,
        hear: (message) => {
          const decision = decide(message);
          if (!('settled' in decision)) return decision;
          this.#open = null;
          resolve(decision.settled);
          return null;
        },
      };
      this.#wake((waiting) => waiting.resolve(turn));
    });
  }

  /** Lays the last turn out, where none has been: nothing can be done any more. */
  close(turn: Turn): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#open = { turn, hear: () => ({ refused: 'This sitting is over. Begin another one with start.' }) };
    this.#wake((waiting) => waiting.resolve(turn));
  }

  /** The sitting has broken off: whoever waits is told. */
  fail(error: unknown): void {
    this.#failed = { error };
    this.#wake((waiting) => waiting.reject(error));
  }

  /** What lies open, or the next that will. Rejects with what broke the sitting off. */
  look(): Promise<Turn> {
    if (this.#open !== null) return Promise.resolve(this.#open.turn);
    if (this.#failed !== null) return Promise.reject(this.#failed.error);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Does what the message says, where it can be done now, and waits for what comes next. */
  async act(message: Message): Promise<Heard> {
    const turn = await this.look();
    const said = this.#open?.hear(message) ?? null;
    if (said !== null) return said;
    return { turn: await this.#nextTo(turn) };
  }

  async #nextTo(before: Turn): Promise<Turn> {
    const turn = await this.look();
    return turn === before ? this.#nextTo(before) : turn;
  }

  #wake(tell: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting) tell(one);
  }
}
