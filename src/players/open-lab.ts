// Starts the API of a lab that is asked, and ends it whatever happens. Loaded when the first lab is asked.

import { type LabRun, startLab } from '../lab/run-lab.js';
import type { Lab } from '../question/question.js';
import { isResponseTo } from '../question/response.js';
import type { AskAct, AskView, Desk } from '../session/player.js';

/** `port` 0: any that is free. Throws Failure `port-taken`, and what `ask` throws. */
export async function withLab(
  view: AskView,
  desk: Desk,
  port: number,
  ask: (run: LabRun) => Promise<AskAct>,
): Promise<AskAct> {
  const run = await startLab(view.question as Lab, {
    before: isResponseTo('lab', view.previous) ? view.previous : null,
    port,
    now: desk.now,
    keep: desk.keep,
  });
  try {
    const act = await ask(run);
    // Who leaves comes back to where it stood.
    if (act.kind === 'quit' && run.sent > 0) desk.keep(run.response());
    return act;
  } finally {
    await run.close();
  }
}
