// The player for a person at a terminal.

import type { Confidence } from '../history/records.js';
import type { Open } from '../question/question.js';
import type { OpenResponse } from '../question/response.js';
import { STATED_CHANCE } from '../session/score.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import type { TimerStyle } from './ask-drawing.js';
import { askPrompt } from './ask-prompt.js';
import { chooseByKey, type KeyChoice } from './choice-prompt.js';
import { editText } from './editor.js';
import type { Size } from './frame.js';
import { paragraph } from './frame.js';
import type { AskView, Player, VerdictAct } from './player.js';
import { askReady, orInterrupted } from './ready-prompts.js';
import { closingScreen } from './screens/closing-screen.js';
import { verdictScreen } from './screens/verdict-screen.js';
import { sheetPrompt } from './sheet-prompt.js';
import type { Theme } from './theme.js';

export interface TerminalRequest {
  output: NodeJS.WriteStream;
  env: Readonly<Record<string, string | undefined>>;
  theme: Theme;
  timer: TimerStyle;
  now(): number;
}

const CLEAR = '\u001b[2J\u001b[H';
const SHOW_CURSOR = '\u001b[?25h';

/** Prompts on the terminal; Ctrl-C and a closed terminal throw Interrupted. */
export function makeTerminalPlayer(request: TerminalRequest): Player {
  const { output, env, theme, timer, now } = request;
  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24 });
  const say = (lines: readonly string[]) => output.write(`${lines.join('\n')}\n`);
  const onResize = (callback: () => void) => {
    const listener = () => {
      // Lines above were wrapped for the old width; what is drawn now is drawn from the top.
      output.write(CLEAR);
      callback();
    };
    output.on('resize', listener);
    return () => output.off('resize', listener);
  };
  const keys = <Value extends string>(question: string, choices: readonly KeyChoice<Value>[]) =>
    orInterrupted(chooseByKey({ question, choices, theme, size, now }));

  return {
    // Each question clears the screen and says where one is, so nothing needs to be said before.
    async opening() {},

    async ask(view, desk) {
      let shown: AskView = view;
      for (;;) {
        output.write(CLEAR);
        const result = await orInterrupted(
          askPrompt({ view: shown, desk, theme, timer, size, onResize }, { clearPromptOnDone: true }),
        );
        if (result.kind !== 'editor') return result;
        const text = editText(result.text, env);
        shown = { ...shown, previous: { text, met: [], flags: [] } };
      }
    },

    async confidence() {
      const words = Object.keys(STATED_CHANCE) as Confidence[];
      return keys(
        'How sure are you?',
        words.map((word, index) => ({
          key: String(index + 1),
          word: `${word} (${STATED_CHANCE[word] * 100} %)`,
          value: word,
        })),
      );
    },

    async selfMark(view, text, suggestion) {
      output.write(CLEAR);
      const question = view.question as Open;
      if (text !== '') say(paragraph(text, size().columns));
      const met = await tick('Which of these points did you make?', question.rubric, suggestion.met);
      const avoid = question.avoid ?? [];
      const flags =
        avoid.length === 0 ? [] : await tick('And did you say any of these?', avoid, suggestion.flags);
      return { text, met, flags } satisfies OpenResponse;
    },

    async verdict(verdict) {
      output.write(CLEAR);
      say(verdictScreen(verdict, size().columns, theme));
      const right = verdict.answer.credit >= 1 && !verdict.overridden;
      const act = await keys<VerdictAct['kind']>('', [
        { key: 'return', shown: theme.glyphs.enter, word: 'next', value: 'next' },
        ...(verdict.mayOverride ? [{ key: '!', word: 'I was right', value: 'override' as const }] : []),
        ...(right ? [{ key: '+', word: 'that was easy', value: 'easy' as const }] : []),
        { key: 'f', word: 'flag with a note', value: 'flag' },
        ...(verdict.mayEdit ? [{ key: 'e', word: 'edit', value: 'edit' as const }] : []),
        { key: 'q', word: 'quit', value: 'quit' },
      ]);
      return act === 'flag' ? { kind: 'flag', note: await askNote() } : { kind: act };
    },

    async sheet(view, desk) {
      output.write(CLEAR);
      return orInterrupted(sheetPrompt({ view, desk, theme, size, onResize }, { clearPromptOnDone: true }));
    },

    async closing(view) {
      output.write(CLEAR);
      say(closingScreen(view, size().columns, theme));
      for (const [index, review] of view.reviews.entries()) {
        const on = await keys<'next' | 'done'>('', [
          {
            key: 'return',
            shown: theme.glyphs.enter,
            word: index === 0 ? 'go through every question' : 'next',
            value: 'next',
          },
          { key: 'q', word: 'done', value: 'done' },
        ]);
        if (on === 'done') return;
        output.write(CLEAR);
        say(verdictScreen(review, size().columns, theme));
      }
    },

    close() {
      output.write(SHOW_CURSOR);
    },
  };
}

async function tick(
  message: string,
  points: readonly { id: string; text: string }[],
  checked: readonly string[],
): Promise<string[]> {
  const choices = points.map(({ id, text }) => ({
    value: id,
    name: plainLine(text),
    checked: checked.includes(id),
  }));
  const { ticked } = await askReady<{ ticked: string[] }>([
    { type: 'checkbox', name: 'ticked', message, choices, loop: false, pageSize: 12 },
  ]);
  return ticked;
}

async function askNote(): Promise<string> {
  const { note } = await askReady<{ note: string }>([
    { type: 'input', name: 'note', message: 'What is wrong with this question?' },
  ]);
  return safeLine(note).slice(0, 2000);
}
