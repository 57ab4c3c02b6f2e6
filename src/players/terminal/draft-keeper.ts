// Keeps what is being typed, at most once a second, so that an interruption costs a second of typing.

import type { QuestionResponse } from '../../question/response.js';

const EVERY_MS = 1000;

export interface DraftKeeper {
  /** What is entered now; null: nothing. */
  changed(response: QuestionResponse | null): void;
  /** Keeps at once what has not been kept. */
  flush(): void;
  /** What has not been kept need not be: it is handed in. */
  drop(): void;
}

/** `save` is called with the latest. */
export function keepDrafts(save: (response: QuestionResponse | null) => void): DraftKeeper {
  let unsaved: { response: QuestionResponse | null } | null = null;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    stop();
    if (unsaved === null) return;
    const { response } = unsaved;
    unsaved = null;
    save(response);
  };
  return {
    changed(response) {
      unsaved = { response };
      timer ??= setTimeout(flush, EVERY_MS);
    },
    flush,
    drop() {
      stop();
      unsaved = null;
    },
  };
}
