// Pages of a terminal that tell what came of it: a verdict with what can be said of it, the closing with its reviews.

import { indent, measure, ruleLine } from '../../look/frame.js';
import { renderMarkdown } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { AskView, ClosingView, Verdict, VerdictAct } from '../../session/player.js';
import { closingScreen } from '../closing-screen.js';
import { questionHead } from '../question-head.js';
import { inputFor } from './inputs/inputs.js';
import { askLine } from './line-prompt.js';
import type { Screen } from './screen.js';
import { type SourceWorld, sourceKeys } from './source-keys.js';
import { verdictKeys, verdictPages } from './verdict-pages.js';

/** The verdict until a key leaves it; a flag asks for its note. */
export async function tellVerdict(verdict: Verdict, screen: Screen, world: SourceWorld): Promise<VerdictAct> {
  const { theme, size } = screen;
  const shown = verdictPages(verdict, theme);
  const act = await screen.page<VerdictAct['kind']>(shown.lines, '', [
    { key: 'return', shown: theme.glyphs.enter, word: 'next', value: 'next' },
    ...verdictKeys(verdict),
    ...shown.keys(size()),
    ...sourceKeys<VerdictAct['kind']>(verdict.view.question, world),
    { key: 'q', word: 'quit', value: 'quit' },
  ]);
  if (act !== 'flag') return { kind: act };
  const lines = (columns: number) => questionPage(verdict.view, columns, theme);
  const message = 'What is wrong with this question?';
  return {
    kind: 'flag',
    note: await screen.show(() => askLine({ ...screen, lines, message, escapeWord: 'no note' })),
  };
}

/** The closing and, where verdicts were not told on the way, every question behind it; the closing stays when the program has ended. */
export async function tellClosing(view: ClosingView, screen: Screen, world: SourceWorld): Promise<void> {
  const { reviews } = view;
  for (let shown = -1; shown < reviews.length && reviews.length > 0; ) {
    const review = reviews[shown];
    const on = await (review ? reviewPage(review, screen, world) : closingPage(view, screen));
    if (on === 'done') break;
    shown += on === 'next' ? 1 : -1;
  }
  screen.leaveWith(closingScreen(view, screen.size().columns, screen.theme));
}

type Turn = 'next' | 'back' | 'done';

function closingPage(view: ClosingView, { page, theme }: Screen): Promise<Turn> {
  return page<Turn>((columns) => closingScreen(view, columns, theme), '', [
    { key: 'return', shown: theme.glyphs.enter, word: 'go through every question', value: 'next' },
    { key: 'q', word: 'done', value: 'done' },
  ]);
}

function reviewPage(review: Verdict, { page, theme, size }: Screen, world: SourceWorld): Promise<Turn> {
  const pages = verdictPages(review, theme);
  return page<Turn>(pages.lines, '', [
    { key: 'return', shown: theme.glyphs.enter, word: 'next', value: 'next' },
    { key: 'b', word: 'back', value: 'back' },
    ...pages.keys(size()),
    ...sourceKeys<Turn>(review.view.question, world),
    { key: 'q', word: 'done', value: 'done' },
  ]);
}

/** Head and stem: what the question was, above something else that is asked. */
export function questionPage(view: AskView, columns: number, theme: Theme): string[] {
  const width = measure(columns);
  const stem = renderMarkdown(view.question.stem, width, theme);
  return indent([questionHead(view, '', width, theme), ruleLine(width, theme), '', ...stem, '']);
}

/** The question with its input as it was handed in. */
export function answeredPage(view: AskView, columns: number, theme: Theme): string[] {
  const input = inputFor(view);
  // A page is scrolled as a whole.
  const room = { below: Number.POSITIVE_INFINITY, page: Number.POSITIVE_INFINITY };
  const given = input.drawing.draw(input.keys.start(view), view, measure(columns), theme, room);
  return [...questionPage(view, columns, theme), ...indent(given.lines), ''];
}
