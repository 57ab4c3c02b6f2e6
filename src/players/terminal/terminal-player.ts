// The player for a person at a terminal.

import type { Confidence } from '../../history/records.js';
import { indent, measure } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { AskView, Player } from '../../session/player.js';
import type { Provisional } from '../../session/provisional.js';
import { STATED_CHANCE } from '../../session/score.js';
import { wrapText } from '../../text/fit.js';
import { provisionalWords } from '../provisional-words.js';
import { sheetPrompt } from './answer-sheet-prompt.js';
import type { TimerStyle } from './ask-drawing.js';
import { askQuestion } from './ask-question.js';
import { judgeOnScreen } from './judge-on-screen.js';
import { markingPrompt } from './marking-prompt.js';
import { openScreen, type Screen } from './screen.js';
import { answeredPage, tellClosing, tellVerdict } from './tell-pages.js';

export interface TerminalRequest {
  output: NodeJS.WriteStream;
  env: Readonly<Record<string, string | undefined>>;
  theme: Theme;
  timer: TimerStyle;
  /** Where a lab listens; 0: any port that is free. */
  labPort?: number;
}

/** Prompts on the terminal; Ctrl-C and a closed terminal throw Interrupted. */
export function makeTerminalPlayer({ output, env, theme, timer, labPort = 0 }: TerminalRequest): Player {
  const screen = openScreen(output, theme);
  const world = { env, write: (text: string) => output.write(text) };
  let notice = '';
  return {
    // Each question clears the screen and says where one is: what else there is to say stands below the first.
    async opening(_header, _resumed, made = '') {
      notice = made;
    },
    ask(view, desk) {
      const asking = { screen, env, timer, labPort, notice };
      notice = '';
      return askQuestion(view, desk, asking);
    },
    confidence: (view) => askConfidence(view, screen),
    async selfMark(view, marking) {
      const { question } = view;
      if (question.type !== 'open') return marking.suggestion;
      const config = { ...screen, view, question, marking, late: screen.isLate() };
      return screen.show(() => markingPrompt(config, { clearPromptOnDone: true }));
    },
    judging: judgeOnScreen(screen),
    verdict: (verdict) => tellVerdict(verdict, screen, world),
    offerMarking: (offer) => offerMarking(offer, screen),
    async sheet(view, desk) {
      const config = { ...screen, view, desk };
      const act = await screen.show(() => sheetPrompt(config, { clearPromptOnDone: true }));
      screen.endedByTime(act.kind === 'expired');
      return act;
    },
    closing: (view) => tellClosing(view, screen, world),
    close: screen.leave,
  };
}

function askConfidence(view: AskView, { page, theme }: Screen): Promise<Confidence> {
  const words = Object.keys(STATED_CHANCE) as Confidence[];
  return page(
    (columns) => answeredPage(view, columns, theme),
    'How sure are you?',
    words.map((word, index) => ({
      key: String(index + 1),
      word: `${word} (${STATED_CHANCE[word] * 100} %)`,
      value: word,
    })),
  );
}

async function offerMarking(offer: Provisional, { page, theme }: Screen): Promise<boolean> {
  const lines = (columns: number) => indent(['', ...wrapText(provisionalWords(offer), measure(columns)), '']);
  const chosen = await page<'mark' | 'result'>(lines, '', [
    { key: 'm', word: 'mark your open answers now', value: 'mark' },
    { key: 'return', shown: theme.glyphs.enter, word: 'show the result', value: 'result' },
  ]);
  return chosen === 'mark';
}
