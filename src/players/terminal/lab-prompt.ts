// The prompt of a lab: what arrives is shown as it comes, requests and values are typed below. Time comes from the desk only.

import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import type { LabRun } from '../../lab/run-lab.js';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { clockFace } from '../../text/duration.js';
import { drawLab, type LabScreen, turnedLab } from '../lab-screen.js';
import type { TimerStyle } from './ask-drawing.js';
import { commandOf } from './ask-keys.js';
import { isEnter, type Key } from './inputs/input.js';
import {
  afterArrival,
  afterSending,
  commandLab,
  doneSteps,
  enterLab,
  type LabLive,
  type LabPressed,
  labAtStart,
  orDone,
  pasteLab,
} from './lab-press.js';
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

export const labPrompt = createPrompt<AskAct, LabConfig>((config, done) => {
  const { run, theme, timer } = config;
  const [live, setLive] = useState<LabLive>(() => labAtStart(config.view));
  const latest = useRef(live);
  latest.current = live;
  const [, setTick] = useState('');
  const change = (next: LabLive) => {
    latest.current = next;
    setLive(next);
  };
  const leave = (act: AskAct) => {
    run.onChange(() => undefined);
    done(act);
  };

  const arrived = (ticked: readonly number[]) => change(afterArrival(latest.current, ticked, run));
  useEffect(() => watch(config, { tick: setTick, arrived, leave }), []);
  useRedraw(config.onResize);
  useLabKeys(config, { latest, change, leave });

  const notice = live.notice === '' ? orDone('', run) : live.notice;
  return drawLab({ ...screenOf(config, live), notice, time: timer === 'off' ? '' : timeText(config) }, theme);
});

interface Watcher {
  tick(seen: string): void;
  /** Something has come, by which these steps were ticked. */
  arrived(ticked: readonly number[]): void;
  leave(act: AskAct): void;
}

/** Draws when something has come or the clock has moved, and ends the lab with its time; returns what stops it. */
function watch(config: LabConfig, { tick, arrived, leave }: Watcher): () => void {
  const { run, desk, view } = config;
  const told = new Set(doneSteps(run));
  let changes = 0;
  let followed = 0;
  run.onChange(() => {
    changes += 1;
  });
  const clock = setInterval(() => {
    if (view.limitCuts && desk.remainingMs() === 0) {
      clearInterval(clock);
      return leave({ kind: 'expired', response: run.sent > 0 ? run.response() : null });
    }
    if (changes > followed) {
      followed = changes;
      const ticked = doneSteps(run).filter((step) => !told.has(step));
      for (const step of ticked) told.add(step);
      arrived(ticked);
    }
    tick(`${changes} ${timeText(config)}`);
  }, TICK_MS);
  return () => clearInterval(clock);
}

interface LabShell {
  latest: { current: LabLive };
  change(next: LabLive): void;
  leave(act: AskAct): void;
}

/** Keys and pastes, from the moment on that a key can be meant for this lab. */
function useLabKeys(config: LabConfig, { latest, change, leave }: LabShell): void {
  const { run, desk, theme } = config;
  const openedAt = useRef(desk.now());
  const obey = (pressed: LabPressed) => {
    if (pressed.kind === 'done') return leave(pressed.act);
    change(pressed.live);
    if (pressed.kind === 'send')
      void run.send(pressed.text).then((sent) => change({ ...latest.current, ...afterSending(sent, run) }));
  };
  const press = (key: Key, readline: ReadLine) => {
    const now = latest.current;
    if (desk.now() - openedAt.current < TYPE_AHEAD_MS) return restoreLine(readline, now.line);
    const command = commandOf(key, now.view, 'line');
    const turned = (step: -1 | 1) => turnedLab(screenOf(config, now), step, theme);
    if (command !== undefined) return obey(commandLab(command, now, { desk, turned }));
    if (!isEnter(key)) return change({ ...now, line: readline.line, notice: '', offset: null });
    obey(enterLab(now, run));
  };
  const paste = (text: string, readline: ReadLine) => {
    const next = pasteLab(latest.current, text);
    restoreLine(readline, next.line);
    change(next);
  };
  useKeys(press, paste);
}

function screenOf({ run, timer, size, ...config }: LabConfig, live: LabLive): LabScreen {
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
