// What each format looks like for four histories; the files in fixtures/ are there to be read.

import { describe, expect, test } from 'vitest';
import { everyReport } from './every-report.js';
import { allRightSource, emptySource, fixedSource, oneAnswerSource } from './sample-history.js';

const HISTORIES = {
  fixed: fixedSource,
  empty: emptySource,
  'one-answer': oneAnswerSource,
  'all-right': allRightSource,
};

describe.each(Object.entries(HISTORIES))('%s history', (name, source) => {
  const reports = everyReport(source());

  test.each(Object.keys(reports))('%s', async (file) => {
    await expect(reports[file]).toMatchFileSnapshot(`fixtures/${name}/${file}`);
  });

  test('the same source gives the same reports', () => {
    expect(everyReport(source())).toEqual(reports);
  });
});
