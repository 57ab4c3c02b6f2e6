// A verdict as pages of a terminal: what fits one screen first, everything on demand.

import { indent, measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { Verdict, VerdictAct } from '../../session/player.js';
import { othersLines, othersSaid } from '../others-said.js';
import { verdictPage } from '../verdict-screen.js';
import type { KeyChoice } from './page-prompt.js';

interface VerdictPages {
  lines(columns: number, room: number): readonly string[];
  /** `m`, where something is left out in a window of this size; `v`, where others have answered. */
  keys(size: Size): KeyChoice<never>[];
}

/** Rows below a page that its keys take at most, for guessing whether all of it will fit. */
const FOOT = 3;

/** Starts with what fits. */
export function verdictPages(verdict: Verdict, theme: Theme): VerdictPages {
  let whole = false;
  let turned = false;
  const others = othersSaid(verdict);
  const { question } = verdict.view;
  const turn = () => {
    turned = !turned;
    return '';
  };
  const more = () => {
    whole = !whole;
    return '';
  };
  return {
    lines: (columns, room) =>
      turned && question.type === 'open'
        ? indent(othersLines(question, others, measure(columns), theme))
        : verdictPage(verdict, columns, theme, { rows: room, whole }).lines,
    keys({ columns, rows }) {
      const { isCut } = verdictPage(verdict, columns, theme, { rows: rows - 1 - FOOT });
      return [
        ...(isCut ? [{ key: 'm', word: 'more, less', stay: more }] : []),
        ...(others.length > 0 ? [{ key: 'v', word: 'how others said it', stay: turn }] : []),
      ];
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
