// Many keys at once are a paste without brackets: the first are drawn one by one, the others together.

const DRAWN_AT_ONCE = 30;

export interface Burst<Live> {
  /** What counts, drawn or not yet. */
  latest: Live;
  /** Takes another and draws it, at once or with those that come in the same moment. */
  show(next: Live): void;
}

/** `draw` may be called with what is drawn already. */
export function makeBurst<Live>(first: Live, draw: (live: Live) => void): Burst<Live> {
  let keys = 0;
  let unseen = false;
  const burst: Burst<Live> = {
    latest: first,
    show(next) {
      burst.latest = next;
      keys += 1;
      if (keys > DRAWN_AT_ONCE) {
        unseen = true;
        return;
      }
      draw(next);
      if (keys > 1) return;
      queueMicrotask(() => {
        const late = unseen;
        keys = 0;
        unseen = false;
        if (late) draw(burst.latest);
      });
    },
  };
  return burst;
}
