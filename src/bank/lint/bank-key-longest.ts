// bank-key-longest: over the whole bank the longest option is right more often than chance explains.

import { sharedPick, upperBound } from './chance.js';
import type { BankRule } from './finding.js';
import { optionsOf } from './options.js';

const TAIL = 0.025;

export const bankKeyLongest: BankRule = {
  code: 'bank-key-longest',
  severity: 'warning',
  message:
    'in {longest} % of {items} single-choice questions the longest option is right; chance explains {allowed} %',
  check({ questions }) {
    const items = questions
      .filter(({ type }) => type === 'single-choice')
      .flatMap((question) => optionsOf(question) ?? []);
    const picks = items.map(({ all, keys }) => {
      const longest = Math.max(...all.map(({ text }) => text.length));
      const tied = all.filter(({ text }) => text.length === longest);
      return { right: tied.some((option) => keys.includes(option)), tied: tied.length, options: all.length };
    });
    const credit = picks.reduce((sum, { right, tied }) => sum + (right ? 1 / tied : 0), 0);
    const bound = upperBound(
      picks.map(({ options, tied }) => sharedPick(options, tied)),
      TAIL,
    );
    // A hair of slack: sums of thirds are not exact.
    if (credit <= bound + 1e-6) return [];
    const percent = (sum: number) => Math.round((100 * sum) / items.length);
    const args = { longest: percent(credit), allowed: percent(bound), items: items.length };
    return [{ question: null, path: [], args }];
  },
};
