// A verdict as pages of a terminal: what fits one screen first, everything on demand.

import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { Verdict, VerdictAct } from '../../session/player.js';
import { verdictPage } from '../verdict-screen.js';
import type { KeyChoice } from './page-prompt.js';

interface VerdictPages {
  lines(columns: number, room: number): readonly string[];
  /** `m`, where something is left out in a window of this size. */
  keys(size: Size): KeyChoice<never>[];
}

/** Rows below a page that its keys take at most, for guessing whether all of it will fit. */
const FOOT = 3;

/** Starts with what fits. */
export function verdictPages(verdict: Verdict, theme: Theme): VerdictPages {
  let whole = false;
  return {
    lines: (columns, room) => verdictPage(verdict, columns, theme, { rows: room, whole }).lines,
    keys({ columns, rows }) {
      const { isCut } = verdictPage(verdict, columns, theme, { rows: rows - 1 - FOOT });
      if (!isCut) return [];
      const stay = () => {
        whole = !whole;
        return '';
      };
      return [{ key: 'm', word: 'more, less', stay }];
    },
  };
}

/** What can be said of a verdict, by key. */
export function verdictKeys(verdict: Verdict): KeyChoice<VerdictAct['kind']>[] {
  const right = verdict.answer.credit >= 1 && !verdict.overridden;
  return [
    ...(verdict.mayOverride ? [{ key: '!', word: 'I was right', value: 'override' as const }] : []),
    ...(right ? [{ key: '+', word: 'that was easy', value: 'easy' as const }] : []),
    ...(verdict.mayRetry ? [{ key: 't', word: 'try again', value: 'again' as const }] : []),
    { key: 'u', word: verdict.overridden ? 'not right after all' : 'take back', value: 'take-back' },
    { key: 'f', word: 'flag', value: 'flag' },
    ...(verdict.mayEdit ? [{ key: 'e', word: 'edit', value: 'edit' as const }] : []),
  ];
}
