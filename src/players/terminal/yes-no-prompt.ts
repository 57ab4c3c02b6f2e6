// The prompt of a question that is answered yes or no, below what has been printed: y or n, then Enter; Enter alone is no.

import { createPrompt, useRef, useState } from '@inquirer/core';
import { keyLines, MARGIN, measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { wrapText } from '../../text/fit.js';
import { isEnter, type Key } from './inputs/input.js';
import { orInterrupted } from './or-interrupted.js';
import { type OnRedraw, useKeys, useRedraw } from './prompt-hooks.js';
import { makeGuard } from './type-ahead.js';

interface YesNoConfig {
  question: string;
  theme: Theme;
  size(): Size;
  onResize: OnRedraw;
}

const prompt = createPrompt<boolean, YesNoConfig>(({ question, theme, size, onResize }, done) => {
  const [yes, setYes] = useState(false);
  const [handedIn, setHandedIn] = useState(false);
  const guard = useRef(makeGuard(false));
  useRedraw(onResize);
  useKeys((key: Key) => {
    // What was typed before the question stood there answers nothing.
    if (!guard.current.takes(key) || key.ctrl) return;
    if (key.name === 'y' || key.name === 'n') setYes(key.name === 'y');
    if (key.name !== 'escape' && !isEnter(key)) return;
    setHandedIn(true);
    done(yes && isEnter(key));
  });
  const width = measure(size().columns);
  const answer = `${theme.accent(theme.glyphs.pointer)} ${yes ? 'yes' : 'no'}`;
  const content = [...wrapText(theme.strong(question), width), answer]
    .map((line) => MARGIN + line)
    .join('\n');
  if (handedIn) return content;
  const keys = keyLines(
    [
      ['y n', 'choose'],
      [theme.glyphs.enter, 'done'],
    ],
    width,
    theme,
  );
  return [content, keys.map((line) => MARGIN + line).join('\n')];
});

/** True for yes. Ctrl-C, Ctrl-D and a closed terminal throw Interrupted. */
export function askYesNo(question: string, output: NodeJS.WriteStream, theme: Theme): Promise<boolean> {
  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24 });
  const onResize: OnRedraw = (callback) => {
    output.on('resize', callback);
    process.on('SIGCONT', callback);
    return () => {
      output.off('resize', callback);
      process.off('SIGCONT', callback);
    };
  };
  return orInterrupted(prompt({ question, theme, size, onResize }));
}
