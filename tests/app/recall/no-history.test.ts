// What is known of a home without a history is what reading all of it comes to.

import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldHistory } from '../../../src/app/recall/fold-history.js';
import type { HistoryFold } from '../../../src/app/recall/history-fold.js';
import { isWithoutHistory, noHistory } from '../../../src/app/recall/no-history.js';
import { sessionsFolder } from '../../../src/history/home.js';
import { temporaryHome } from '../../support/home.js';

const COUNT: HistoryFold<number[], number[]> = {
  made: 'test',
  begin: () => [],
  step: (answers) => answers.push(1),
  pack: (answers) => answers,
  unpack: (answers) => answers,
};

test('the fold over it gives the same', () => {
  const home = temporaryHome();
  const { state, keep: _, ...folded } = foldHistory({ home, now: Date.now(), fold: COUNT });
  const { keep, ...known } = noHistory(home);
  expect(isWithoutHistory(home)).toBe(true);
  expect(state).toEqual([]);
  const plain = ({ known: { groups, ...at }, ...rest }: Omit<typeof folded, 'keep'>) => ({
    ...rest,
    ...at,
    groups: groups(),
  });
  expect(plain(known)).toEqual(plain(folded));
  expect(keep()).toBeUndefined();
});

test('where something lies in the place of the sittings, it has to be looked at', () => {
  const [made, odd, inTheWay] = [temporaryHome(), temporaryHome(), temporaryHome()];
  mkdirSync(sessionsFolder(made), { recursive: true });
  writeFileSync(sessionsFolder(odd), '');
  writeFileSync(`${inTheWay}/file`, '');
  expect([made, odd, `${inTheWay}/file`].map(isWithoutHistory)).toEqual([false, false, false]);
});
