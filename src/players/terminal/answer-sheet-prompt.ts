// The prompt of the answer sheet: choose a question, or hand in.

import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { Desk, SheetAct, SheetView } from '../../session/player.js';
import { sheetScreen } from '../answer-sheet-screen.js';
import { isEnter, type Key, stepOf } from './inputs/input.js';
import { useKeys, useRedraw } from './prompt-hooks.js';

export interface SheetConfig {
  view: SheetView;
  desk: Pick<Desk, 'now' | 'remainingMs'>;
  theme: Theme;
  size(): Size;
  onResize(callback: () => void): () => void;
}

const TICK_MS = 200;
const HIDE_CURSOR = '\u001b[?25l';

export const sheetPrompt = createPrompt<SheetAct, SheetConfig>((config, done) => {
  const { view, desk } = config;
  const firstOpen = view.lines.findIndex((line) => line.status !== 'answered');
  const [state, setState] = useState({ active: Math.max(0, firstOpen), confirming: false });
  const latest = useRef(state);
  latest.current = state;
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (desk.remainingMs() === 0) return done({ kind: 'expired' });
      setTick(Math.ceil((desk.remainingMs() ?? 0) / 1000));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  useRedraw(config.onResize);
  useKeys((key: Key) => {
    const now = latest.current;
    if (now.confirming) {
      if (key.name === 'y') return done({ kind: 'submit' });
      if (key.name === 'n' || key.name === 'escape') setState({ ...now, confirming: false });
      return;
    }
    const count = view.lines.length;
    if (isEnter(key)) return done({ kind: 'goto', entry: view.lines[now.active]?.entry ?? 0 });
    if (key.name === 'u') return setState({ ...now, confirming: true });
    if (key.name === 'q' && !key.ctrl) return done({ kind: 'quit' });
    const step = stepOf(key);
    if (step !== 0) setState({ ...now, active: (now.active + step + count) % count });
  });
  const { active, confirming } = state;
  const screen = { view, active, confirming, remainingMs: desk.remainingMs(), size: config.size() };
  return sheetScreen(screen, config.theme) + HIDE_CURSOR;
});
