// A verdict told line by line, and what a line says of it.

import type { Verdict, VerdictAct } from '../../session/player.js';
import { wrapText } from '../../text/fit.js';
import { safeLine } from '../../text/safe.js';
import { othersLines, othersSaid } from '../others-said.js';
import type { PlainTalk } from './conversation.js';
import { plainOverride, plainVerdict } from './plain-question.js';

/** What is known already is not said again (`again`): only what the last command did. */
export function sayVerdict(verdict: Verdict, again: boolean, { say, width, theme, typed }: PlainTalk): void {
  if (again && verdict.remark !== null) say(...wrapText(verdict.remark, width));
  else if (again) say(plainOverride(verdict));
  else {
    say(...plainVerdict(verdict, width, theme));
    if (othersSaid(verdict).length > 0) say('Type :v for how others said it.');
    // Whoever types waits for a word of what to type; a program behind a pipe knows.
    if (typed) say(...wrapText(goingOn(verdict), width));
  }
}

/** What can be typed after a verdict. */
function goingOn({ mayRetry, mayEdit, answer }: Verdict): string {
  const commands = [
    ...(answer.credit >= 1 ? [':+ that was easy'] : []),
    ...(mayRetry ? [':t try again'] : []),
    ...(mayEdit ? [':e edit the question'] : []),
    ':u take back',
    ':f flag',
    ':q quit',
  ];
  return `Enter goes on. Commands: ${commands.join(', ')}`;
}

/** What the next line says of the verdict; the end of input goes on. */
export async function askVerdict(
  verdict: Verdict,
  { say, next, hold, typed, width, theme }: PlainTalk,
): Promise<VerdictAct> {
  const { question } = verdict.view;
  const others = othersSaid(verdict);
  for (;;) {
    const line = await next();
    if (line?.trim() === ':v') {
      if (question.type === 'open' && others.length > 0) say(...othersLines(question, others, width, theme));
      else say('There are no answers of others here.');
      continue;
    }
    const command = /^:([!+efqtu])\s*(.*)$/.exec(line?.trim() ?? '');
    if (command) return actOf(command[1]!, command[2]!, verdict);
    if (line === null || line.trim() === '') return { kind: 'next' };
    // From a pipe an answer to the next question may come without the Enter that goes on: it is kept for that question.
    if (!typed) {
      hold(line);
      return { kind: 'next' };
    }
    say('That is not taken as an answer. Enter alone goes on, :q quits.');
  }
}

function actOf(name: string, rest: string, { mayOverride, mayEdit, mayRetry }: Verdict): VerdictAct {
  if (name === 'q') return { kind: 'quit' };
  if (name === 'f') return { kind: 'flag', note: safeLine(rest) };
  if (name === '+') return { kind: 'easy' };
  if (name === 'u') return { kind: 'take-back' };
  if (name === 't') return { kind: mayRetry ? 'again' : 'next' };
  if (name === 'e') return { kind: mayEdit ? 'edit' : 'next' };
  return mayOverride ? { kind: 'override' } : { kind: 'next' };
}
