// What commands, Enter and pastes do to a lab at work, without a screen.

import { describe, expect, it } from 'vitest';
import type { StepView } from '../../../src/lab/run-lab.js';
import {
  afterArrival,
  afterSending,
  commandLab,
  doneSteps,
  enterLab,
  type LabLive,
  labAtStart,
  pasteLab,
} from '../../../src/players/terminal/lab-press.js';
import { ONE_OF_EACH } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

const RESPONSE = { values: {}, exchanges: [], answers: [], keys: {} } as never;

function runWith(...steps: Partial<StepView>[]) {
  const all = steps.map((step, index) => ({
    id: `s${index}`,
    number: index + 1,
    text: 'do it',
    done: false,
    asks: true,
    triesLeft: 2,
    ...step,
  }));
  return {
    steps: () => all,
    response: () => RESPONSE,
    answer(number: number, value: string) {
      const step = all[number - 1];
      if (step === undefined) return false;
      step.done = value === '57';
      return true;
    },
  };
}

const live = (change: Partial<LabLive> = {}): LabLive => ({
  ...labAtStart(viewOf(ONE_OF_EACH.lab)),
  ...change,
});

describe('Enter', () => {
  it('on an empty line with steps open warns first, then ends the lab', () => {
    const run = runWith({}, {});
    const warned = enterLab(live(), run);
    expect(warned).toMatchObject({
      kind: 'stay',
      live: { warned: true, notice: '2 steps are open. Enter again ends the lab all the same.' },
    });
    expect(enterLab(live({ warned: true }), run)).toEqual({
      kind: 'done',
      act: { kind: 'answer', response: RESPONSE },
    });
  });

  it('on an empty line with nothing open ends it at once', () => {
    expect(enterLab(live(), runWith({ done: true })).kind).toBe('done');
  });

  it('a command that goes on waits for its next line', () => {
    const pressed = enterLab(live({ line: 'curl \\' }), runWith({}));
    expect(pressed).toMatchObject({ kind: 'stay', live: { above: ['curl \\'], line: '' } });
  });

  it('a request is to be sent, and what was typed is gone', () => {
    const pressed = enterLab(live({ above: ['curl \\'], line: 'http://x/', warned: true }), runWith({}));
    expect(pressed).toMatchObject({
      kind: 'send',
      text: 'curl \\\nhttp://x/',
      live: { above: [], line: '', warned: false },
    });
  });

  it('a value is told, right or not', () => {
    expect(enterLab(live({ line: '2 = 57' }), runWith({}, {}))).toMatchObject({
      kind: 'stay',
      live: { notice: 'Right: step 2 is done.', line: '' },
    });
    expect(enterLab(live({ line: '= 3' }), runWith({}, {}))).toMatchObject({
      live: { notice: 'Not yet: 2 tries left for step 1.' },
    });
  });

  it('the last value says that the lab is done', () => {
    const pressed = enterLab(live({ line: '= 57' }), runWith({}));
    expect(pressed).toMatchObject({
      live: { notice: expect.stringContaining('Enter on an empty line ends') },
    });
  });
});

describe('commands', () => {
  const deskOf = (told: string[]) => ({ hint: () => told.push('hint'), flag: () => told.push('flag') });
  const turned = (step: -1 | 1) => 10 + step;

  it.each([
    ['quit', { kind: 'done', act: { kind: 'quit' } }, []],
    ['skip', { kind: 'done', act: { kind: 'skip' } }, []],
    ['flag', { kind: 'stay', live: { notice: 'Flagged. After the lab you can add a note.' } }, ['flag']],
    ['page-up', { kind: 'stay', live: { offset: 9 } }, []],
    ['page-down', { kind: 'stay', live: { offset: 11 } }, []],
    ['pause', { kind: 'stay', live: { offset: 0, notice: '' } }, []],
  ] as const)('%s', (command, expected, recorded) => {
    const told: string[] = [];
    expect(commandLab(command, live(), { desk: deskOf(told), turned })).toMatchObject(expected);
    expect(told).toEqual(recorded);
  });

  it('a hint is recorded once', () => {
    const told: string[] = [];
    const view = viewOf({ ...ONE_OF_EACH.lab, hint: 'look at the headers' });
    const once = commandLab('hint', live({ view }), { desk: deskOf(told), turned });
    expect(once).toMatchObject({ kind: 'stay', live: { view: { hinted: true }, offset: 0 } });
    if (once.kind === 'stay') commandLab('hint', once.live, { desk: deskOf(told), turned });
    expect(told).toEqual(['hint']);
  });
});

it('a paste of several lines stands there whole and sends nothing', () => {
  const pasted = pasteLab(live({ line: 'cu' }), 'rl \\\n\u001b[2J-X POST \\\nhttp://x/');
  expect(pasted).toMatchObject({ above: ['curl \\', expect.stringContaining('-X POST')], line: 'http://x/' });
  expect(JSON.stringify(pasted.above)).not.toContain('\\u001b');
});

it('an answer that was lost is told without what could move the cursor', () => {
  const after = afterSending({ lost: 'refused\u001b[2J' }, runWith({}));
  expect(after.answer).toEqual([]);
  expect(after.notice).toMatch(/^No answer: refused/);
  expect(after.notice).not.toContain('\u001b');
});

describe('what arrives', () => {
  it('is followed, whatever page was turned to, and its ticks are told', () => {
    const run = runWith({ done: true }, { done: true }, {});
    expect(afterArrival(live({ offset: 3 }), [1], run)).toMatchObject({
      offset: null,
      notice: 'Step 1 is done.',
    });
    expect(afterArrival(live(), doneSteps(run), run).notice).toBe('Steps 1, 2 are done.');
  });

  it('that ticks nothing leaves what was said', () => {
    const run = runWith({});
    expect(afterArrival(live({ notice: 'Flagged.' }), [], run).notice).toBe('Flagged.');
  });

  it('that ticks the last step says so', () => {
    expect(afterArrival(live(), [1], runWith({ done: true })).notice).toContain('Every step is done.');
  });
});
