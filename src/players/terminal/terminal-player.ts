// The player for a person at a terminal.

import type { Confidence } from '../../history/records.js';
import { indent, measure, ruleLine, type Size } from '../../look/frame.js';
import { renderMarkdown } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { AskView, Player, VerdictAct } from '../../session/player.js';
import { STATED_CHANCE } from '../../session/score.js';
import { wrapText } from '../../text/fit.js';
import { closingScreen } from '../closing-screen.js';
import { provisionalWords } from '../provisional-words.js';
import { questionHead } from '../question-head.js';
import { sheetPrompt } from './answer-sheet-prompt.js';
import type { TimerStyle } from './ask-drawing.js';
import { askPrompt } from './ask-prompt.js';
import { editAnswer } from './editor.js';
import { markingPrompt } from './marking-prompt.js';
import { askNote } from './note-prompt.js';
import { choosePage, type KeyChoice } from './page-prompt.js';
import { BRACKET_PASTES, NO_BRACKETS } from './paste-gate.js';
import { orInterrupted } from './ready-prompts.js';
import { sourceKeys } from './source-keys.js';
import { verdictKeys, verdictPages } from './verdict-pages.js';

export interface TerminalRequest {
  output: NodeJS.WriteStream;
  env: Readonly<Record<string, string | undefined>>;
  theme: Theme;
  timer: TimerStyle;
  /** Where a lab listens; 0: any port that is free. */
  labPort?: number;
}

const CLEAR = '\u001b[2J\u001b[H';
/** Before each prompt: an editor that ran in between may have left its own way. */
const OPEN = CLEAR + BRACKET_PASTES;
/** What stands below the cursor goes: a message that follows has a clean line. */
const LEAVE = `\u001b[J\u001b[?25h${NO_BRACKETS}`;

/** Prompts on the terminal; Ctrl-C and a closed terminal throw Interrupted. */
export function makeTerminalPlayer(request: TerminalRequest): Player {
  const { output, env, theme, timer } = request;
  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24 });
  const say = (lines: readonly string[]) => output.write(`${lines.join('\n')}\n`);
  const onResize = (callback: () => void) => {
    const listener = () => {
      // Lines above were wrapped for the old width; what is drawn now is drawn from the top.
      output.write(OPEN);
      callback();
    };
    output.on('resize', listener);
    process.on('SIGCONT', listener);
    return () => {
      output.off('resize', listener);
      process.off('SIGCONT', listener);
    };
  };
  let timeUp = false;
  /** True for the one screen that comes after the time was up: keys may still be coming that were meant for the one before. */
  const isLate = () => {
    const late = timeUp;
    timeUp = false;
    return late;
  };
  /** A page on a clear screen, left by one of the keys. */
  const page = <Value extends string>(
    lines: (columns: number, room: number) => readonly string[],
    question: string,
    choices: readonly KeyChoice<Value>[],
  ) => {
    output.write(OPEN);
    return orInterrupted(choosePage({ lines, question, choices, theme, size, late: isLate(), onResize }));
  };
  const enter = { key: 'return', shown: theme.glyphs.enter };

  return {
    // Each question clears the screen and says where one is, so nothing needs to be said before.
    async opening() {},

    async ask(view, desk) {
      if (view.question.type === 'lab') {
        const [{ withLab }, { labPrompt }] = await Promise.all([
          import('../open-lab.js'),
          import('./lab-prompt.js'),
        ]);
        const act = await withLab(view, desk, request.labPort ?? 0, (run) => {
          output.write(OPEN);
          const config = { view, run, desk, theme, timer, size, onResize };
          return orInterrupted(labPrompt(config, { clearPromptOnDone: true }));
        });
        timeUp = act.kind === 'expired';
        return act;
      }
      let shown: AskView = view;
      let notice = '';
      for (;;) {
        output.write(OPEN);
        const config = { view: shown, desk, theme, timer, notice, size, onResize };
        const result = await orInterrupted(askPrompt(config, { clearPromptOnDone: true }));
        timeUp = result.kind === 'expired';
        if (result.kind !== 'editor') return result;
        output.write(LEAVE);
        const edited = await editAnswer(result.text, env);
        notice = edited.notice;
        const previous =
          view.question.type === 'request' ? edited.text : { text: edited.text, met: [], flags: [] };
        desk.draft(edited.text === '' ? null : previous);
        shown = { ...shown, hinted: result.hinted, draft: previous };
      }
    },

    async confidence(view) {
      const words = Object.keys(STATED_CHANCE) as Confidence[];
      return page(
        (columns) => questionPage(view, columns, theme),
        'How sure are you?',
        words.map((word, index) => ({
          key: String(index + 1),
          word: `${word} (${STATED_CHANCE[word] * 100} %)`,
          value: word,
        })),
      );
    },

    async selfMark(view, marking) {
      const { question } = view;
      if (question.type !== 'open') return marking.suggestion;
      output.write(OPEN);
      const config = { view, question, marking, late: isLate(), theme, size, onResize };
      return orInterrupted(markingPrompt(config, { clearPromptOnDone: true }));
    },

    async verdict(verdict) {
      const shown = verdictPages(verdict, theme);
      const act = await page<VerdictAct['kind']>(shown.lines, '', [
        { ...enter, word: 'next', value: 'next' },
        ...verdictKeys(verdict),
        ...shown.keys(size()),
        ...sourceKeys<VerdictAct['kind']>(verdict.view.question, {
          env,
          write: (text) => output.write(text),
        }),
        { key: 'q', word: 'quit', value: 'quit' },
      ]);
      if (act !== 'flag') return { kind: act };
      output.write(OPEN);
      const lines = (columns: number) => questionPage(verdict.view, columns, theme);
      const message = 'What is wrong with this question?';
      return { kind: 'flag', note: await orInterrupted(askNote({ lines, message, theme, size, onResize })) };
    },

    async offerMarking(offer) {
      const lines = (columns: number) =>
        indent(['', ...wrapText(provisionalWords(offer), measure(columns)), '']);
      const choices = [
        { key: 'm', word: 'mark your open answers now', value: 'mark' as const },
        { ...enter, word: 'show the result', value: 'result' as const },
      ];
      return (await page<'mark' | 'result'>(lines, '', choices)) === 'mark';
    },

    async sheet(view, desk) {
      output.write(OPEN);
      const act = await orInterrupted(
        sheetPrompt({ view, desk, theme, size, onResize }, { clearPromptOnDone: true }),
      );
      timeUp = act.kind === 'expired';
      return act;
    },

    async closing(view) {
      const { reviews } = view;
      for (let shown = -1; shown < reviews.length && reviews.length > 0; ) {
        const review = reviews[shown];
        const pages = review && verdictPages(review, theme);
        const on = await page<'next' | 'back' | 'done'>(
          pages?.lines ?? ((columns) => closingScreen(view, columns, theme)),
          '',
          [
            { ...enter, word: review ? 'next' : 'go through every question', value: 'next' },
            ...(review ? [{ key: 'b', word: 'back', value: 'back' as const }] : []),
            ...(pages?.keys(size()) ?? []),
            ...(review
              ? sourceKeys<'next' | 'back' | 'done'>(review.view.question, {
                  env,
                  write: (text) => output.write(text),
                })
              : []),
            { key: 'q', word: 'done', value: 'done' },
          ],
        );
        if (on === 'done') break;
        shown += on === 'next' ? 1 : -1;
      }
      // Stays in the terminal when the program has ended.
      output.write(CLEAR);
      say(closingScreen(view, size().columns, theme));
    },

    close() {
      output.write(LEAVE);
    },
  };
}

/** Head and stem: what the question was, above something else that is asked. */
function questionPage(view: AskView, columns: number, theme: Theme): string[] {
  const width = measure(columns);
  const stem = renderMarkdown(view.question.stem, width, theme);
  return indent([questionHead(view, '', width, theme), ruleLine(width, theme), '', ...stem, '']);
}
