// The stages of a start: by the nearest frame that says what is going on, under names that dist still has.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OURS, stagesOf } from '../../bench/start-up/stages.js';

const frame = (functionName: string, url = '', lineNumber = 1) => ({
  functionName,
  url,
  lineNumber,
  columnNumber: lineNumber,
});

test('a sample counts for the nearest frame that is known, up to the next sample', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 3] },
      { id: 2, callFrame: frame('(garbage collector)') },
      { id: 3, callFrame: frame('', 'file:///x/dist/main.js', 0), children: [4] },
      { id: 4, callFrame: frame('runProgram', 'file:///x/dist/program.js'), children: [5, 7] },
      { id: 5, callFrame: frame('openBank', 'file:///x/dist/bank.js'), children: [6] },
      { id: 6, callFrame: frame('wrapSafe', 'node:internal/modules/cjs/loader') },
      // Of that name, but not ours.
      { id: 7, callFrame: frame('recall', 'file:///x/other.js') },
    ],
    samples: [1, 2, 3, 4, 5, 6, 7, 1],
    timeDeltas: [9000, 1000, 2000, 3000, 4000, 5000, 6000, 7000],
  };
  expect(stagesOf(profile)).toMatchObject({
    Node: 1,
    memory: 2,
    files: 3 + 6,
    commander: 4 + 7,
    index: 5,
    history: 0,
  });
});

test('every function the stages go by is in dist under its name', () => {
  const code = readdirSync('dist')
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join('dist', name), 'utf8'))
    .join('\n');
  const missing = Object.keys(OURS).filter(
    (name) => !new RegExp(`(?:function|async) ${name}\\d?\\(`).test(code),
  );
  expect(missing).toEqual([]);
});
