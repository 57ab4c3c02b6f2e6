// The sitting an assistant leads: one at a time, begun, gone on with and left by calls; everything is saved as in any sitting.

import type { SittingHeader } from '../../history/records.js';
import { makeAssistantPlayer } from '../../players/assistant/assistant-player.js';
import { type Heard, Seat, type Turn } from '../../players/assistant/seat.js';
import type { Player } from '../../session/player.js';

interface Led {
  seat: Seat;
  header: SittingHeader | null;
  /** Items whose key has been told in this sitting. */
  told: Set<string>;
  /** Settles when nothing of the sitting is left to be written; never rejects. */
  over: Promise<void>;
}

const NONE = { refused: 'No sitting is going on. Begin one with start.' };

export class LedSittings {
  #led: Led | null = null;

  constructor(
    /** Marks of the assistant say something about ability. */
    private readonly counts: boolean,
  ) {}

  /** Leaves the one before and begins another: `run` plays it with the player it is given. */
  async begin(run: (player: Player) => Promise<unknown>): Promise<{ header: SittingHeader; turn: Turn }> {
    await this.leave();
    const seat = new Seat();
    const led: Led = { seat, header: null, told: new Set(), over: Promise.resolve() };
    const player = makeAssistantPlayer(seat, this.counts, (header) => {
      led.header = header;
    });
    led.over = run(player).then(
      // Interrupted before its closing: what was answered is kept, and it can be gone on with.
      () => seat.close({ event: 'closing', body: { reason: 'interrupted' } }),
      (error) => seat.fail(error),
    );
    this.#led = led;
    try {
      const turn = await seat.look();
      if (led.header === null) throw new Error('a sitting has begun without its opening');
      return { header: led.header, turn };
    } catch (error) {
      this.#led = null;
      throw error;
    }
  }

  /** One message to the sitting, and what comes of it. */
  async act(message: { action: string } & Record<string, unknown>): Promise<Heard> {
    if (this.#led === null) return NONE;
    const { seat, told } = this.#led;
    const heard = await seat.act(message);
    if ('turn' in heard && heard.turn.event === 'verdict' && heard.turn.item) told.add(heard.turn.item);
    return heard;
  }

  /** What lies open. */
  async look(): Promise<Turn | null> {
    return this.#led === null ? null : this.#led.seat.look();
  }

  /** Items of the sitting whose key has not been told in it: no report may tell it before. */
  untold(): ReadonlySet<string> {
    const plan = this.#led?.header?.plan ?? [];
    return new Set(plan.map(({ item }) => item).filter((item) => this.#led?.told.has(item) !== true));
  }

  /** Leaves the sitting as a person would: it can be gone on with. Returns when all of it is on disk. */
  async leave(): Promise<void> {
    const led = this.#led;
    if (led === null) return;
    this.#led = null;
    // Broken off already: the call that was under way has been told.
    await led.seat.act({ action: 'quit' }).catch(() => undefined);
    await led.over;
  }
}
