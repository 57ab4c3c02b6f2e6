// A question put line by line, until a line answers it or leaves it.

import { renderInline } from '../../look/markdown.js';
import type { QuestionResponse } from '../../question/response.js';
import { refusalOf } from '../../question/type-rules.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { wrapText } from '../../text/fit.js';
import type { PlainTalk } from './conversation.js';
import { MORE_LINES } from './more-lines.js';
import { decodePlainAnswer } from './plain-answer.js';
import { runCommand } from './plain-commands.js';
import { plainCommands, plainQuestion } from './plain-question.js';

/** The end of input is a quit. */
export async function askPlain(view: AskView, desk: Desk, talk: PlainTalk): Promise<AskAct> {
  sayQuestion(view, desk, talk);
  for (;;) {
    const line = await talk.next(view.limitCuts ? desk.remainingMs() : null);
    if (line === null) return { kind: 'quit' };
    if (line === 'late') return { kind: 'expired', response: null };
    const act = await actOf(line, view, desk, talk);
    if (act !== null) return act;
  }
}

function sayQuestion(view: AskView, desk: Desk, { say, width, theme }: PlainTalk): void {
  const { hint } = view.question;
  say(...plainQuestion(view, desk.remainingMs(), width, theme), ...wrapText(plainCommands(view), width));
  if (view.hinted && hint !== undefined) say(...wrapText(`Hint: ${renderInline(hint, theme)}`, width));
}

/** What a line does; null: the question stays open. */
async function actOf(line: string, view: AskView, desk: Desk, talk: PlainTalk): Promise<AskAct | null> {
  const { say, next } = talk;
  const answer = decodePlainAnswer(line, view);
  if (answer.kind === 'unclear') {
    say(answer.help);
    return null;
  }
  if (answer.kind === 'command') return runCommand(answer.name, answer.rest, view, desk, say, next);
  const response = await wholeResponse(line, answer.response, view, desk, talk);
  if (response === 'late') return { kind: 'expired', response: answer.response };
  if (response === undefined) return null;
  const refused = refusalOf(view.question, response.whole);
  if (refused === null) return { kind: 'answer', response: response.whole };
  say(refused);
  return null;
}

/** With the lines that belong to it; undefined: it could not be understood, which has been said. */
async function wholeResponse(
  line: string,
  first: QuestionResponse,
  view: AskView,
  desk: Desk,
  { say, next }: PlainTalk,
): Promise<{ whole: QuestionResponse } | 'late' | undefined> {
  const { type } = view.question;
  const readMore = MORE_LINES[type];
  if (readMore === undefined) return { whole: first };
  const limit = () => (view.limitCuts || type === 'open' ? desk.remainingMs() : null);
  const read = await readMore(line, view, { next: () => next(limit()), say });
  return read === 'late' || read === undefined ? read : { whole: read };
}

/** A lab; loaded where there is one. */
export async function askPlainLab(
  view: AskView,
  desk: Desk,
  { theme, width, say, next }: PlainTalk,
  port: number,
): Promise<AskAct> {
  const { playPlainLab } = await import('./plain-lab.js');
  const limited = () => next(view.limitCuts ? desk.remainingMs() : null);
  return playPlainLab({ view, desk, theme, width, say, next: limited }, port);
}
