// A question on the screen until it is answered or left: in its prompt, in an editor and back, or as a lab.

import type { AskAct, AskView, Desk } from '../../session/player.js';
import type { TimerStyle } from './ask-drawing.js';
import { askPrompt } from './ask-prompt.js';
import { editAnswer } from './editor.js';
import type { Screen } from './screen.js';

export interface Asking {
  screen: Screen;
  env: Readonly<Record<string, string | undefined>>;
  timer: TimerStyle;
  /** Where a lab listens; 0: any port that is free. */
  labPort: number;
  /** Said when the question opens; empty for nothing. */
  notice: string;
}

/** Ctrl-C and a closed terminal throw Interrupted. */
export async function askQuestion(view: AskView, desk: Desk, asking: Asking): Promise<AskAct> {
  const act = await (view.question.type === 'lab' ? askLab : askInPrompt)(view, desk, asking);
  asking.screen.endedByTime(act.kind === 'expired');
  return act;
}

/** The prompt, as often as the person goes to the editor and comes back. */
async function askInPrompt(view: AskView, desk: Desk, asking: Asking): Promise<AskAct> {
  const { screen, env, timer } = asking;
  const { theme, size, onResize } = screen;
  let shown = view;
  let { notice } = asking;
  for (;;) {
    const config = { view: shown, desk, theme, timer, notice, size, onResize };
    const result = await screen.show(() => askPrompt(config, { clearPromptOnDone: true }));
    if (result.kind !== 'editor') return result;
    screen.leave();
    const edited = await editAnswer(result.text, env);
    notice = edited.notice;
    const draft = view.question.type === 'request' ? edited.text : { text: edited.text, met: [], flags: [] };
    desk.draft(edited.text === '' ? null : draft);
    shown = { ...shown, hinted: result.hinted, draft };
  }
}

/** Loaded where there is one. */
async function askLab(view: AskView, desk: Desk, { screen, timer, labPort }: Asking): Promise<AskAct> {
  const { theme, size, onResize } = screen;
  const [{ withLab }, { labPrompt }] = await Promise.all([
    import('../open-lab.js'),
    import('./lab-prompt.js'),
  ]);
  return withLab(view, desk, labPort, (run) => {
    const config = { view, run, desk, theme, timer, size, onResize };
    return screen.show(() => labPrompt(config, { clearPromptOnDone: true }));
  });
}
