// A question as each player shows it, before and after its answer.

import { indent, measure, ruleLine } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { questionEvent } from '../../players/json/question-event.js';
import { verdictEvent } from '../../players/json/verdict-event.js';
import { plainCommands, plainQuestion, plainVerdict } from '../../players/plain/plain-question.js';
import { startLive } from '../../players/terminal/ask-commands.js';
import { drawAsk } from '../../players/terminal/ask-drawing.js';
import { inputFor } from '../../players/terminal/inputs/inputs.js';
import { verdictPages } from '../../players/terminal/verdict-pages.js';
import type { AskView } from '../../session/player.js';
import { safeJson } from '../print.js';
import { guessLines } from './guess-lines.js';
import { previewVerdict } from './previewed.js';

export const PREVIEWS = ['terminal', 'plain', 'json', 'guess'] as const;
type Preview = (typeof PREVIEWS)[number];

/** Rows of a screen that nothing is cut off from. */
const TALL = 10_000;
/** Width of plain text where there is no terminal to ask. */
const PLAIN_WIDTH = 76;

/** All of them, or the one asked for, each under its name. */
export function previewLines(view: AskView, columns: number, theme: Theme, only?: Preview): string[] {
  const shown = PREVIEWS.filter((name) => only === undefined || name === only);
  return shown.flatMap((name) => {
    const lines = DRAWN[name](view, columns, theme);
    return only === undefined ? [...heading(name, columns, theme), ...lines, ''] : lines;
  });
}

const TITLES: Readonly<Record<Preview, string>> = {
  terminal: 'In a terminal',
  plain: 'As plain lines',
  json: 'For a program',
  guess: 'For a guesser',
};

function heading(name: Preview, columns: number, theme: Theme): string[] {
  const title = `${TITLES[name]}${name === 'terminal' ? `, ${columns} columns` : ''}`;
  return [theme.strong(title), ruleLine(measure(columns), theme), ''];
}

const DRAWN: Readonly<Record<Preview, (view: AskView, columns: number, theme: Theme) => string[]>> = {
  terminal(view, columns, theme) {
    const live = startLive(view, '');
    const { content, below } = drawAsk(
      {
        view,
        input: inputFor(view),
        inputState: live.inputState,
        remainingMs: view.limitMs,
        spentMs: 0,
        timer: 'live',
        notice: '',
        paused: false,
        everyKey: false,
        offset: 0,
        size: { columns, rows: TALL },
      },
      theme,
    );
    const verdict = verdictPages(previewVerdict(view), theme).lines(columns, TALL);
    return [...content.split('\n'), ...below.split('\n'), '', ...verdict];
  },
  plain(view, columns, theme) {
    const width = Math.min(PLAIN_WIDTH, Math.max(20, columns - 2));
    return [
      ...plainQuestion(view, view.limitMs, width, theme),
      plainCommands(view),
      ...plainVerdict(previewVerdict(view), width, theme),
    ];
  },
  json: (view) =>
    [
      { event: 'question', ...questionEvent(view, view.limitMs) },
      { event: 'verdict', ...verdictEvent(previewVerdict(view)) },
    ].map((event) => safeJson(JSON.stringify(event))),
  guess: (view, columns) => indent(guessLines(view.question, measure(columns))),
};
