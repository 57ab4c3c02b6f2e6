// What a command, an Enter or a paste does to a lab at work. Pure but for what is recorded through the desk and told to the run.

import type { LabRun } from '../../lab/run-lab.js';
import { wantsMore } from '../../question/request/read-request.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { safeLine, safeText } from '../../text/safe.js';
import { ANSWER_LINES } from '../lab-screen.js';
import { ALL_DONE, readLabLine, receivedLines, tickedSaid, valueSaid } from '../lab-words.js';
import type { Command } from './ask-keys.js';

type Sent = Awaited<ReturnType<LabRun['send']>>;

/** What changes while a lab is at work. */
export interface LabLive {
  view: AskView;
  /** Lines typed so far, and the one being typed. */
  above: readonly string[];
  line: string;
  notice: string;
  /** The last answer to a typed request. */
  answer: readonly string[];
  /** First line of the body; null: its end. */
  offset: number | null;
  /** It has been said that steps are open: Enter again ends the lab. */
  warned: boolean;
}

export type LabPressed =
  | { kind: 'stay'; live: LabLive }
  | { kind: 'done'; act: AskAct }
  /** What was typed is a request to be sent. */
  | { kind: 'send'; live: LabLive; text: string };

export function labAtStart(view: AskView): LabLive {
  // A long task is read from its beginning.
  return { view, above: [], line: '', notice: '', answer: [], offset: 0, warned: false };
}

/** `turned`: the first line shown after turning a page. */
export function commandLab(
  command: Command,
  live: LabLive,
  { desk, turned }: { desk: Pick<Desk, 'hint' | 'flag'>; turned(step: -1 | 1): number },
): LabPressed {
  const { view } = live;
  const stay = (change: Partial<LabLive>): LabPressed => ({ kind: 'stay', live: { ...live, ...change } });
  switch (command) {
    case 'quit':
    case 'skip':
      return { kind: 'done', act: { kind: command } };
    case 'flag':
      desk.flag('');
      return stay({ notice: 'Flagged. After the lab you can add a note.' });
    case 'hint':
      if (!view.mode.hints || view.question.hint === undefined || view.hinted) return stay({});
      desk.hint();
      return stay({
        view: { ...view, hinted: true },
        notice: 'A hint costs a third of the credit.',
        offset: 0,
      });
    case 'page-up':
      return stay({ offset: turned(-1) });
    case 'page-down':
      return stay({ offset: turned(1) });
    default:
      return stay({});
  }
}

/** Enter: a line is sent, a value given, or the lab is over. */
export function enterLab(live: LabLive, run: Pick<LabRun, 'steps' | 'answer' | 'response'>): LabPressed {
  const typed = [...live.above, live.line].join('\n');
  if (typed.trim() === '') return endOf(live, run);
  if (wantsMore(typed))
    return { kind: 'stay', live: { ...live, above: [...live.above, live.line], line: '' } };
  const next: LabLive = { ...live, above: [], line: '', notice: '', offset: null, warned: false };
  const read = readLabLine(typed, run.steps());
  if (read.kind === 'request') return { kind: 'send', live: next, text: read.text };
  const taken = run.answer(read.step, read.text);
  const notice = orDone(valueSaid(taken, run.steps()[read.step - 1], read.step), run);
  return { kind: 'stay', live: { ...next, notice } };
}

/** An empty line ends it; with steps open only the second does. */
function endOf(live: LabLive, run: Pick<LabRun, 'steps' | 'response'>): LabPressed {
  const open = run.steps().filter((step) => !step.done).length;
  if (open === 0 || live.warned) return { kind: 'done', act: { kind: 'answer', response: run.response() } };
  const steps = open === 1 ? 'One step is' : `${open} steps are`;
  const notice = `${steps} open. Enter again ends the lab all the same.`;
  return { kind: 'stay', live: { ...live, warned: true, notice } };
}

/** A request of several lines goes in whole and is sent by an Enter of its own. */
export function pasteLab(live: LabLive, text: string): LabLive {
  const lines = (live.line + safeText(text)).split('\n');
  const line = lines.pop() ?? '';
  return { ...live, above: [...live.above, ...lines], line, notice: '', offset: null };
}

/** What came of a request that was typed. */
export function afterSending(sent: Sent, run: Pick<LabRun, 'steps'>): Partial<LabLive> {
  if ('problem' in sent) return { answer: [], notice: requestProblemMessage(sent.problem) };
  return 'lost' in sent
    ? { answer: [], notice: orDone(`No answer: ${safeLine(sent.lost)}.`, run) }
    : { answer: receivedLines(sent.received, ANSWER_LINES) };
}

/** Something has arrived: it is followed, and the steps it has ticked (by number) are told in words. */
export function afterArrival(live: LabLive, ticked: readonly number[], run: Pick<LabRun, 'steps'>): LabLive {
  const notice = ticked.length === 0 ? live.notice : orDone(tickedSaid(ticked), run);
  return { ...live, offset: null, notice };
}

/** Numbers of the steps that are done. */
export function doneSteps(run: Pick<LabRun, 'steps'>): number[] {
  return run
    .steps()
    .filter(({ done }) => done)
    .map(({ number }) => number);
}

/** What is said, unless all is done: then that. Steps may be ticked by another window. */
export function orDone(said: string, run: Pick<LabRun, 'steps'>): string {
  return run.steps().every((step) => step.done) ? `${ALL_DONE} Enter on an empty line ends the lab.` : said;
}
