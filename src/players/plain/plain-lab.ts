// A lab line by line: what it is, what arrives, requests and values typed one after the other.

import type { LabRun, StepView } from '../../lab/run-lab.js';
import { renderInline, renderMarkdown } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import { isCurl, wantsMore } from '../../question/request/read-request.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { wrapHanging, wrapText } from '../../text/fit.js';
import { safeLine } from '../../text/safe.js';
import { ALL_DONE, exchangeLine, readLabLine, receivedLines, valueSaid } from '../lab-words.js';
import { withLab } from '../open-lab.js';

interface PlainLab {
  view: AskView;
  desk: Desk;
  run: LabRun;
  theme: Theme;
  width: number;
  say(...lines: readonly string[]): void;
  /** null: the input has ended; late: the time is up. */
  next(): Promise<string | null | 'late'>;
}

const ANSWER_LINES = 60;

/** The lab from its start to its end; `port` 0: any that is free. */
export function playPlainLab(lab: Omit<PlainLab, 'run'>, port: number): Promise<AskAct> {
  return withLab(lab.view, lab.desk, port, (run) => askPlainLab({ ...lab, run }));
}

/** Ends with `:done`, `:s`, `:q`, the end of input, or the last step and an empty line. */
async function askPlainLab(lab: PlainLab): Promise<AskAct> {
  const { run, say, theme, width, next } = lab;
  sayTask(lab);
  let done = run.steps().filter((step) => step.done).length;
  const tellTicks = () => {
    const steps = run.steps();
    for (const step of steps.filter((one) => one.done && !told.has(one.id))) {
      told.add(step.id);
      say(`Step ${step.number} is done.`);
    }
    const count = steps.filter((step) => step.done).length;
    if (count === steps.length && count > done) say(`${ALL_DONE} :done ends the lab.`);
    done = count;
  };
  const told = new Set(
    run
      .steps()
      .filter((step) => step.done)
      .map(({ id }) => id),
  );
  run.onChange((exchange) => {
    if (exchange !== null && run.sent <= 200) say(exchangeLine(exchange, width, theme));
    tellTicks();
  });
  for (;;) {
    const line = await next();
    if (line === 'late') return { kind: 'expired', response: run.sent > 0 ? run.response() : null };
    if (line === null || line.trim() === ':q') return { kind: 'quit' };
    const act = await obey(line, lab);
    if (act !== null) return act;
  }
}

async function obey(line: string, { run, say, desk, view, next }: PlainLab): Promise<AskAct | null> {
  const typed = line.trim();
  const isOver = run.steps().every((step) => step.done);
  if (typed === ':done' || (typed === '' && isOver)) return { kind: 'answer', response: run.response() };
  if (typed === ':s') return { kind: 'skip' };
  if (typed === '') return null;
  if (typed === ':h') {
    const { hint } = view.question;
    if (view.mode.hints && hint !== undefined) desk.hint();
    say(
      view.mode.hints && hint !== undefined
        ? `Hint (costs a third of the credit): ${safeLine(hint)}`
        : 'There is no hint here.',
    );
    return null;
  }
  if (typed.startsWith(':f')) {
    desk.flag(safeLine(typed.slice(2)));
    say('Flagged.');
    return null;
  }
  const read = readLabLine(await wholeOf(line, next), run.steps());
  if (read.kind === 'value') {
    const taken = run.answer(read.step, read.text);
    say(valueSaid(taken, run.steps()[read.step - 1], read.step));
    return null;
  }
  const sent = await run.send(read.text);
  if ('problem' in sent) say(requestProblemMessage(sent.problem));
  else if ('lost' in sent) say(`No answer: ${safeLine(sent.lost)}.`);
  else say(...receivedLines(sent.received, ANSWER_LINES), '');
  return null;
}

/** A command that goes on, or a message up to its full stop. */
async function wholeOf(first: string, next: PlainLab['next']): Promise<string> {
  const lines = [first];
  const isMessage = /^[A-Z]+[ \t]+\S+[ \t]+HTTP\//.test(first.trim());
  while (isCurl(first) ? wantsMore(lines.join('\n')) : isMessage) {
    const line = await next();
    if (line === null || line === 'late' || line.trim() === '.') break;
    lines.push(line);
  }
  return lines.join('\n');
}

function sayTask({ view, run, say, width, theme }: PlainLab): void {
  const stepLine = ({ number, text, done, asks }: StepView) =>
    wrapHanging(
      `${renderInline(text, theme)}${asks ? ` (answer: ${number} = …)` : ''}${done ? ' (done)' : ''}`,
      width,
      `  ${number}. `,
    );
  say(
    `Lab ${view.place} of ${view.of}: ${view.topicTitle}, ${view.question.level}`,
    '',
    ...renderMarkdown(run.filled(view.question.stem), width, theme),
    '',
    `Address: ${run.base}`,
    ...run.steps().flatMap(stepLine),
    '',
    ...wrapText(
      `Send requests from another window, or type them here as curl commands. Commands: :done ends the lab, ${view.question.hint === undefined ? '' : ':h hint, '}:s skip, :f flag, :q leave (resume goes on).`,
      width,
    ),
  );
}
