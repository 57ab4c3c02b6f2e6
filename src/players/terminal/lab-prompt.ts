// The prompt of a lab: what arrives is shown as it comes, requests and values are typed below. Time comes from the desk only.

import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import type { LabRun } from '../../lab/run-lab.js';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { wantsMore } from '../../question/request/read-request.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { clockFace } from '../../text/duration.js';
import { safeLine, safeText } from '../../text/safe.js';
import { ANSWER_LINES, drawLab, type LabScreen, turnedLab } from '../lab-screen.js';
import { ALL_DONE, readLabLine, receivedLines, valueSaid } from '../lab-words.js';
import type { TimerStyle } from './ask-drawing.js';
import { commandOf } from './ask-keys.js';
import { isEnter, type Key } from './inputs/input.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import { type ReadLine, restoreLine } from './read-line.js';
import { TYPE_AHEAD_MS } from './type-ahead.js';

export interface LabConfig {
  view: AskView;
  run: LabRun;
  desk: Desk;
  theme: Theme;
  timer: TimerStyle;
  size(): Size;
  onResize(callback: () => void): () => void;
}

/** Requests may come by the thousand; the screen is drawn at most so often, ms. */
const TICK_MS = 100;

interface Live {
  view: AskView;
  above: readonly string[];
  line: string;
  notice: string;
  answer: readonly string[];
  offset: number | null;
  /** It has been said that steps are open: Enter again ends the lab. */
  warned: boolean;
}

export const labPrompt = createPrompt<AskAct, LabConfig>((config, done) => {
  const { run, desk, theme, timer } = config;
  const [live, setLive] = useState<Live>({
    view: config.view,
    above: [],
    line: '',
    notice: '',
    answer: [],
    offset: null,
    warned: false,
  });
  const latest = useRef(live);
  latest.current = live;
  const [, setTick] = useState('');
  const openedAt = useRef(desk.now());
  const change = (part: Partial<Live>) => {
    latest.current = { ...latest.current, ...part };
    setLive(latest.current);
  };
  const leave = (act: AskAct) => {
    run.onChange(() => undefined);
    done(act);
  };

  useEffect(() => {
    let changes = 0;
    run.onChange(() => {
      changes += 1;
    });
    const clock = setInterval(() => {
      if (config.view.limitCuts && desk.remainingMs() === 0) {
        clearInterval(clock);
        return leave({ kind: 'expired', response: run.sent > 0 ? run.response() : null });
      }
      setTick(`${changes} ${timeText(config)}`);
    }, TICK_MS);
    return () => clearInterval(clock);
  }, []);
  useRedraw(config.onResize);

  const press = (key: Key, readline: ReadLine) => {
    if (desk.now() - openedAt.current < TYPE_AHEAD_MS) return restoreLine(readline, latest.current.line);
    const now = latest.current;
    const command = commandOf(key, now.view, 'line');
    if (command === 'quit') return leave({ kind: 'quit' });
    if (command === 'skip') return leave({ kind: 'skip' });
    if (command === 'flag') {
      desk.flag('');
      return change({ notice: 'Flagged. After the lab you can add a note.' });
    }
    if (
      command === 'hint' &&
      now.view.mode.hints &&
      now.view.question.hint !== undefined &&
      !now.view.hinted
    ) {
      desk.hint();
      return change({
        view: { ...now.view, hinted: true },
        notice: 'A hint costs a third of the credit.',
        offset: 0,
      });
    }
    if (command === 'page-up' || command === 'page-down')
      return change({ offset: turnedLab(screenOf(config, now), command === 'page-up' ? -1 : 1, theme) });
    if (command !== undefined) return;
    if (!isEnter(key)) return change({ line: readline.line, notice: '', offset: null });
    const act = entered(now);
    if (act !== null) leave(act);
  };
  /** A request of several lines goes in whole and is sent by an Enter of its own. */
  const paste = (text: string, readline: ReadLine) => {
    const lines = (latest.current.line + safeText(text)).split('\n');
    const line = lines.pop() ?? '';
    restoreLine(readline, line);
    change({ above: [...latest.current.above, ...lines], line, notice: '', offset: null });
  };
  useKeys(press, paste);

  /** Enter: a line is sent, a value given, or the lab is over. */
  function entered(now: Live): AskAct | null {
    const typed = [...now.above, now.line].join('\n');
    if (typed.trim() === '') return endOf(now);
    if (wantsMore(typed)) {
      change({ above: [...now.above, now.line], line: '' });
      return null;
    }
    change({ above: [], line: '', notice: '', offset: null, warned: false });
    const read = readLabLine(typed, run.steps());
    if (read.kind === 'value') {
      const taken = run.answer(read.step, read.text);
      change({ notice: doneOr(valueSaid(taken, run.steps()[read.step - 1], read.step)) });
    } else void sendTyped(read.text);
    return null;
  }

  function endOf(now: Live): AskAct | null {
    const open = run.steps().filter((step) => !step.done).length;
    if (open === 0 || now.warned) return { kind: 'answer', response: run.response() };
    change({
      warned: true,
      notice: `${open === 1 ? 'One step is' : `${open} steps are`} open. Enter again ends the lab all the same.`,
    });
    return null;
  }

  async function sendTyped(text: string): Promise<void> {
    const sent = await run.send(text);
    if ('problem' in sent) change({ answer: [], notice: requestProblemMessage(sent.problem) });
    else if ('lost' in sent) change({ answer: [], notice: doneOr(`No answer: ${safeLine(sent.lost)}.`) });
    else change({ answer: receivedLines(sent.received, ANSWER_LINES), notice: doneOr('') });
  }

  const doneOr = (said: string) =>
    run.steps().every((step) => step.done) ? `${ALL_DONE} Enter on an empty line ends the lab.` : said;

  // Steps may be ticked by another window: the last one is told whoever did it.
  const notice = live.notice === '' ? doneOr('') : live.notice;
  return drawLab({ ...screenOf(config, live), notice, time: timer === 'off' ? '' : timeText(config) }, theme);
});

function screenOf({ run, timer, size, ...config }: LabConfig, live: Live): LabScreen {
  return {
    ...live,
    stem: run.filled(live.view.question.stem),
    base: run.base,
    steps: run.steps(),
    exchanges: run.recent(10),
    sent: run.sent,
    time: timer === 'off' ? '' : timeText({ run, timer, size, ...config }),
    size: size(),
  };
}

function timeText({ view, desk, timer }: LabConfig): string {
  if (timer !== 'live' || view.limitMs === null) return '';
  const remaining = desk.remainingMs();
  if (view.limitCuts) return remaining === null ? '' : clockFace(remaining);
  return `${clockFace(Math.floor(desk.spentMs() / 1000) * 1000)} of ${clockFace(view.limitMs)}`;
}
