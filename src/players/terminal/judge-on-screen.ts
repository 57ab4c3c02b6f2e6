// A judge told at a terminal: a page that asks whether answers may be sent there, and a wait that Esc cuts short.

import { createPrompt, useEffect, useRef } from '@inquirer/core';
import { indent, keyLines, measure } from '../../look/frame.js';
import type { HeardOpinion, JudgeAddress, JudgeTalk } from '../../session/judge-seat.js';
import { wrapText } from '../../text/fit.js';
import { askingWords, consentWords } from '../marking-rows.js';
import type { Key } from './inputs/input.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import type { PromptScreen, Screen } from './screen.js';

interface WaitConfig extends PromptScreen {
  address: JudgeAddress;
  ask(signal: AbortSignal): Promise<HeardOpinion>;
}

const HIDE_CURSOR = '\u001b[?25l';

/** Done when the judge is, which the signal of Esc hastens. */
const waitPrompt = createPrompt<HeardOpinion, WaitConfig>((config, done) => {
  const { theme, size, address, ask } = config;
  const leave = useRef(new AbortController());
  useEffect(() => {
    const { signal } = leave.current;
    void ask(signal).then(done);
    return () => leave.current.abort();
  }, []);
  useRedraw(config.onResize);
  useKeys((key: Key) => {
    if (key.name === 'escape') leave.current.abort();
  });
  const width = measure(size().columns);
  const keys = keyLines([['Esc', 'go on without']], width, theme);
  return indent(['', ...wrapText(askingWords(address), width), '', ...keys]).join('\n') + HIDE_CURSOR;
});

export function judgeOnScreen(screen: Screen): JudgeTalk {
  const { page, show, theme, size, onResize } = screen;
  return {
    async consent(address) {
      const lines = (columns: number) =>
        indent(['', ...wrapText(consentWords(address), measure(columns)), '']);
      const chosen = await page<'yes' | 'no'>(lines, 'Send it there?', [
        { key: 'y', word: 'yes', value: 'yes' },
        { key: 'n', word: 'no, never in this sitting', value: 'no' },
      ]);
      return chosen === 'yes';
    },
    wait: (address, ask) =>
      show(() => waitPrompt({ theme, size, onResize, address, ask }, { clearPromptOnDone: true })),
  };
}
