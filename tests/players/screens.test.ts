// Whole screens as text: verdict, closing screen, answer sheet, a page taller than the window, and the plain question.

import { describe, expect, it } from 'vitest';
import { MODE_RULES } from '../../src/history/modes.js';
import type { SittingHeader } from '../../src/history/records.js';
import { openInWords, sheetScreen } from '../../src/players/answer-sheet-screen.js';
import { closingScreen } from '../../src/players/closing-screen.js';
import { plainOverride, plainQuestion, plainVerdict } from '../../src/players/plain/plain-question.js';
import { pageScreen, turnedPage } from '../../src/players/terminal/page-screen.js';
import { verdictScreen } from '../../src/players/verdict-screen.js';
import type { Question } from '../../src/question/question.js';
import type { ClosingView, SheetView } from '../../src/session/player.js';
import type { ItemResult, Score } from '../../src/session/score.js';
import { cellWidth } from '../../src/text/fit.js';
import { EVERY_QUESTION, matching, numeric, ONE_OF_EACH, open, singleChoice } from '../support/questions.js';
import { ASCII, PLAIN, verdictOn, viewOf } from './sample-views.js';

const framed = (lines: readonly string[]) => `\n${lines.join('\n')}\n`;
const topics = [
  { slug: 'reliability-patterns', title: 'Reliability patterns', concepts: [] },
  { slug: 'graphql', title: 'GraphQL', concepts: [] },
];

describe('verdict', () => {
  const asked = singleChoice(3, { followUp: 'How long?', interviewer: 'Shows judgement.' });

  it('right', () => {
    expect(framed(verdictScreen(verdictOn(viewOf(asked), 'right'), 80, PLAIN))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate           ✔ Right   2 of 2 points   18 s
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ✔ 1  Option right (your answer)
             Why right is right.
          2  Option wrong-1
          3  Option wrong-2

        Because the specification says so.

        Why it is asked
        Shows judgement.

        They may go on with
        How long?

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
  });

  it('wrong, on a narrow screen', () => {
    expect(framed(verdictScreen(verdictOn(viewOf(asked), 'wrong-2'), 40, PLAIN))).toMatchInlineSnapshot(`
      "
        Reliability p…  ✖ Wrong   0/2   18 s
        ────────────────────────────────────

        What should the client do?

        ✔ 1  Option right
             Why right is right.
          2  Option wrong-1
        ✖ 3  Option wrong-2 (your answer,
             wrong)
             Why wrong-2 is wrong.

        Because the specification says so.

        Why it is asked
        Shows judgement.

        They may go on with
        How long?

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
  });

  it('skipped', () => {
    expect(
      framed(verdictScreen(verdictOn(viewOf(ONE_OF_EACH['true-false']), null), 80, PLAIN)),
    ).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate         – Skipped   0 of 2 points   18 s
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ✔ True
          False

        Because the specification says so.

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
  });

  it('a flaw that was not found has another sign than one that was', () => {
    const view = viewOf(ONE_OF_EACH.spot);
    const lines = verdictScreen(verdictOn(view, [1, 6]), 80, PLAIN);
    const signs = lines.flatMap((line) => /^ *([✔✖○]?) +(\d) {2}line/.exec(line)?.slice(1, 3).join('') ?? []);
    expect(signs).toEqual(['✔1', '○2', '3', '4', '5', '✖6']);
  });

  it('close, and to be overridden', () => {
    const verdict = verdictOn(viewOf(ONE_OF_EACH['short-answer']), 'idempotant', {
      mayOverride: true,
      returns: true,
    });
    expect(framed(verdictScreen(verdict, 80, PLAIN))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate           ✖ Wrong   0 of 2 points   18 s
        ────────────────────────────────────────────────────────────────────────────
        Close: the accepted form is "idempotent".
        If your answer means the same, press ! to count it as right.
        It comes back later in this sitting.

        What should the client do?

        You typed  idempotant
        Right      idempotent

        Because the specification says so.

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
    const counted = { ...verdict, overridden: true, mayOverride: false, returns: false, points: 2 };
    expect(framed(verdictScreen(counted, 80, PLAIN))).toContain('✔ Counted as right   2/2   18 s');
    expect(plainOverride(counted)).toBe('Counted as right: 2 of 2 points.');
  });

  it('pairs: what was chosen hangs under what is right', () => {
    const question = matching(2, 1);
    const pairs = question.pairs.map((pair) => ({ ...pair, why: 'Because it is so.' }));
    const verdict = verdictOn(viewOf({ ...question, pairs }), { 'pair-1': 'pair-1', 'pair-2': 'extra-1' });
    expect(framed(verdictScreen(verdict, 80, PLAIN))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate    ◐ Partly right   1 of 2 points   18 s
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ✔ Left pair-1 → Right pair-1
            Because it is so.
        ✖ Left pair-2 → Right pair-2
            not: Right extra-1
            Because it is so.

        Because the specification says so.

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
  });

  it('rubric: points made, a red flag, the model answer', () => {
    const response = { text: 'With the same key,\nfor ever.', met: ['main'], flags: ['slip'] };
    expect(framed(verdictScreen(verdictOn(viewOf(open()), response), 60, PLAIN))).toMatchInlineSnapshot(`
      "
        Reliability pa…  ◐ Partly right   0.5 of 2 points   18 s
        ────────────────────────────────────────────────────────

        What should the client do?

        Your answer
        With the same key,
        for ever.

        Points
        ✔ The main point
        – A second point
        – A third point
        ✖ red flag: A slip

        Because the specification says so.

        Model answer
        Retry with the same idempotency key, with exponential
        backoff, within a retry budget.

        Source  A specification, section 2
                https://example.org/spec#2

      "
    `);
  });

  it.each(EVERY_QUESTION.map((question) => [question.type, question] as const))(
    '%s: says right or wrong without colours, and no line is wider than the window',
    (_, question: Question) => {
      for (const columns of [30, 40, 80]) {
        for (const theme of [PLAIN, ASCII]) {
          const lines = verdictScreen(verdictOn(viewOf(question), null), columns, theme);
          // A link is never wrapped: cut in two it could be neither clicked nor copied.
          const text = lines.filter((line) => !line.includes('https://'));
          expect(Math.max(...text.map(cellWidth))).toBeLessThanOrEqual(columns);
          expect(lines.join('\n')).toContain('Skipped');
        }
      }
    },
  );
});

describe('a page', () => {
  const lines = Array.from({ length: 9 }, (_, row) => `  line ${row + 1}`);
  const screen = (offset: number, rows = 8) => ({
    lines,
    question: '',
    keys: [['q', 'quit']] as const,
    offset,
    size: { columns: 30, rows },
  });

  it('shows what fits and says how much more there is', () => {
    expect(`\n${pageScreen(screen(0), PLAIN)}\n`).toMatchInlineSnapshot(`
      "
        line 1
        line 2
        line 3
        line 4
        line 5
        ↓ 4 more lines (PgUp, PgDn)
        q quit
      "
    `);
    expect(`\n${pageScreen(screen(2), PLAIN)}\n`).toMatchInlineSnapshot(`
      "
        ↑ 2 more lines (PgUp, PgDn)
        line 3
        line 4
        line 5
        line 6
        ↓ 3 more lines (PgUp, PgDn)
        q quit
      "
    `);
    expect(`\n${pageScreen(screen(99), PLAIN)}\n`).toMatchInlineSnapshot(`
      "
        ↑ 4 more lines (PgUp, PgDn)
        line 5
        line 6
        line 7
        line 8
        line 9
        q quit
      "
    `);
  });

  it('counts the rows of a link that is wider than the window', () => {
    const link = { ...screen(0), lines: [...lines, `        https://example.org/${'x'.repeat(60)}`] };
    const rows = pageScreen({ ...link, offset: 99 }, PLAIN).split('\n');
    expect(rows.length).toBeLessThan(link.size.rows);
    expect(Math.max(...rows.map(cellWidth))).toBeLessThanOrEqual(link.size.columns);
  });

  it('is turned by pages and lines, and stops at either end', () => {
    expect(turnedPage(screen(0), 'line', 1, PLAIN)).toBe(1);
    expect(turnedPage(screen(0), 'page', 1, PLAIN)).toBe(4);
    expect(turnedPage(screen(4), 'page', 1, PLAIN)).toBe(4);
    expect(turnedPage(screen(1), 'page', -1, PLAIN)).toBe(0);
    expect(turnedPage(screen(0, 24), 'page', 1, PLAIN)).toBe(0);
  });
});

describe('answer sheet', () => {
  const view: SheetView = {
    topics,
    lines: [
      { entry: 0, place: 1, topic: 'graphql', status: 'answered', marked: false },
      { entry: 1, place: 2, topic: 'reliability-patterns', status: 'open', marked: true },
      { entry: 2, place: 3, topic: 'reliability-patterns', status: 'unseen', marked: false },
    ],
  };
  const size = { columns: 60, rows: 24 };
  const draw = (change: Partial<Parameters<typeof sheetScreen>[0]> = {}) =>
    `\n${sheetScreen({ view, active: 1, remainingMs: 754_000, confirming: false, size, ...change }, PLAIN)}\n`;

  it('answered, open, marked, and the time left', () => {
    expect(draw()).toMatchInlineSnapshot(`
      "
        Answer sheet                                       12:34
        ────────────────────────────────────────────────────────

            1  answered    GraphQL
        ❯   2  open      ⚑ Reliability patterns
            3  not seen    Reliability patterns

        2 questions open: 2, 3. Marked for review: 2.
        ↑↓ choose   ⏎ go to   u hand in   q quit
      "
    `);
    expect(draw({ size: { columns: 40, rows: 24 } })).toMatchInlineSnapshot(`
      "
        Answer sheet                   12:34
        ────────────────────────────────────

            1  answered    GraphQL
        ❯   2  open      ⚑ Reliability patt…
            3  not seen    Reliability patt…

        2 questions open: 2, 3. Marked for
        review: 2.
        ↑↓ choose   ⏎ go to   u hand in
        q quit
      "
    `);
  });

  it('names what is open before it is handed in', () => {
    expect(draw({ confirming: true })).toContain('2 questions open: 2, 3. Marked for review: 2. Hand in?');
    expect(openInWords(view.lines.slice(0, 1))).toBe('All questions are answered.');
  });

  it('keeps the chosen line in sight, however many there are', () => {
    const lines = Array.from({ length: 60 }, (_, entry) => ({
      entry,
      place: entry + 1,
      topic: 'graphql',
      status: 'unseen' as const,
      marked: false,
    }));
    for (const active of [0, 30, 59]) {
      const screen = draw({ view: { topics, lines }, active });
      expect(screen).toContain(`❯ ${String(active + 1).padStart(3)}`);
      expect(screen.split('\n').length - 2).toBeLessThan(size.rows);
    }
  });
});

describe('closing screen', () => {
  const planned = (id: string, topic: string) => ({
    item: `core/${id}`,
    contentHash: 'c',
    keyHash: 'k',
    topic,
    concept: topic,
    level: 'intermediate' as const,
    type: 'single-choice' as const,
    order: [],
    limitMs: 60_000,
  });
  const result = (id: string, topic: string, credit: number, rounds: number | null): ItemResult => ({
    entry: 0,
    planned: planned(id, topic),
    outcome: 'answered',
    credit,
    overridden: false,
    points: credit * 2,
    maxPoints: 2,
    answer: null,
    rounds,
  });
  const items = [
    result('a', 'graphql', 1, 1),
    result('b', 'graphql', 0, null),
    result('c', 'reliability-patterns', 1, 2),
  ];
  const score: Score = {
    items,
    points: 4,
    maxPoints: 6,
    share: 2 / 3,
    right: 2,
    missed: items.slice(1, 2),
    topics: [
      { topic: 'graphql', points: 2, maxPoints: 4, right: 1, asked: 2 },
      { topic: 'reliability-patterns', points: 2, maxPoints: 2, right: 1, asked: 1 },
    ],
    elapsedMs: 372_000,
    passed: null,
    provisional: false,
    certainty: null,
  };
  const header: SittingHeader = {
    id: '20261120T090000000Z-05c78431-e99fc4c8',
    mode: 'practice',
    seed: 7,
    startedAt: 0,
    title: '',
    plan: [],
    paperMs: null,
    passMark: null,
    confidence: false,
    negative: false,
    withOpen: false,
    spoken: false,
    most: 0,
  };
  const view: ClosingView = {
    header,
    score,
    topics,
    questionOf: () => singleChoice(),
    next: [
      { command: 'api-quiz drill graphql', reason: '1 miss in this sitting' },
      { command: 'api-quiz practice', reason: '12 reviews due by this time tomorrow' },
    ],
    reason: 'finished',
    paused: null,
    reviews: [],
    standing: [],
  };

  it.each([80, 40])('a paper that was left, %s columns: no score and no question', (columns) => {
    const left: ClosingView = {
      ...view,
      header: { ...header, mode: 'exam', paperMs: 300_000 },
      reason: 'quit',
      paused: { remainingMs: 262_000, answered: 1, of: 6 },
      next: [{ command: 'api-quiz resume', reason: 'goes on where you left' }],
    };
    expect(framed(closingScreen(left, columns, PLAIN))).toMatchSnapshot();
  });

  it('practice', () => {
    expect(framed(closingScreen(view, 80, PLAIN))).toMatchInlineSnapshot(`
      "

        Practice   4 of 6 points   67 %                                   6 min 12 s
        ────────────────────────────────────────────────────────────────────────────

        GraphQL               ██████████░░░░░░░░░░  1 of 2
        Reliability patterns  ████████████████████  1 of 1

        Missed (1)
          What should the client do?
            api-quiz show b

        Next
          api-quiz drill graphql   1 miss in this sitting
          api-quiz practice        12 reviews due by this time tomorrow

      "
    `);
    expect(framed(closingScreen(view, 40, PLAIN))).toMatchInlineSnapshot(`
      "

        Practice   4 of 6   67 %  6 min 12 s
        ────────────────────────────────────

        GraphQL           █████░░░░░  1 of 2
        Reliability pat…  ██████████  1 of 1

        Missed (1)
          What should the client do?
            api-quiz show b

        Next
          api-quiz drill graphql
            1 miss in this sitting
          api-quiz practice
            12 reviews due by this time
            tomorrow

      "
    `);
  });

  it('an exam out of time, not passed, provisional, with stated confidence', () => {
    const suggested = { met: ['main'], half: [], unsure: ['third'], look: ['third'], flags: ['slip'] };
    const openAnswer = {
      ...verdictOn(viewOf(open()), { text: 'With a key.', met: ['main'], flags: [] }).answer,
      markedBy: 'matcher' as const,
      suggested: { ...suggested, credit: 0.5, clear: 0.5, most: 0.75 },
    };
    const failed = {
      ...score,
      passed: false,
      provisional: true,
      items: [{ ...(items[0] as ItemResult), credit: 0.5, answer: openAnswer }, ...items.slice(1)],
      certainty: { marks: -3, answers: 3, brier: 0.4125 },
    };
    const paper = { ...header, mode: 'exam' as const, passMark: 0.7 };
    expect(
      framed(closingScreen({ ...view, score: failed, header: paper, reason: 'time' }, 80, PLAIN)),
    ).toMatchInlineSnapshot(`
      "

        Mock exam   4 of 6 points   67 %                                  6 min 12 s
        ────────────────────────────────────────────────────────────────────────────

        The time was over; the paper was handed in as it stood.

        ✖ Not passed (pass mark 70 %)
        Provisional: of 1 open answer only what is clear counts; 2 points to look
        at, which can raise the result by up to 8 %.

        GraphQL               ██████████░░░░░░░░░░  1 of 2
        Reliability patterns  ████████████████████  1 of 1

        Certainty marks -3 over 3 answers with stated confidence; Brier score 0.41
        (0 is best, always saying 50 % gives 0.25).

        Missed (1)
          What should the client do?
            api-quiz show b

        Next
          api-quiz drill graphql   1 miss in this sitting
          api-quiz practice        12 reviews due by this time tomorrow

      "
    `);
  });

  it('a drill says how many rounds each return took', () => {
    const drill = { ...view, header: { ...header, mode: 'drill' as const } };
    const text = framed(closingScreen(drill, 80, PLAIN));
    expect(text).toContain('not yet right');
    expect(text).toContain('right in round 2');
    expect(text).not.toContain('right in round 1');
  });

  it('nothing answered, nothing scored', () => {
    const empty = { ...view, score: { ...score, items: [], missed: [], topics: [] } };
    expect(framed(closingScreen(empty, 80, PLAIN))).toContain('Nothing was answered');
  });
});

describe('plain question', () => {
  it('single-choice with everything that is needed to answer it', () => {
    expect(framed(plainQuestion(viewOf(singleChoice(3)), 60_000, 60, PLAIN))).toMatchInlineSnapshot(`
      "
      Question 3 of 10: Reliability patterns, intermediate, 1 min
      0 s

      What should the client do?

        1. Option right
        2. Option wrong-1
        3. Option wrong-2

      Type the number of your answer, 1 to 3.
      "
    `);
  });

  it('matching: letters and numbers', () => {
    expect(framed(plainQuestion(viewOf(matching(2)), null, 60, PLAIN))).toMatchInlineSnapshot(`
      "
      Question 3 of 10: Reliability patterns, intermediate

      What should the client do?

        a. Left pair-1
        b. Left pair-2

        1. Right pair-1
        2. Right pair-2
        3. Right extra-1

      Type for each lettered line the number that matches, such as
      a1 b2.
      "
    `);
  });

  it('a figure in a paper, marked', () => {
    const view = viewOf(numeric(8.76, 0.01, { unit: 'hours' }), { mode: MODE_RULES.exam, marked: true });
    expect(framed(plainQuestion(view, 61_000, 60, PLAIN))).toMatchInlineSnapshot(`
      "
      Question 3 of 10: Reliability patterns, intermediate, 1 min
      1 s, marked for review

      What should the client do?

      Type a number (hours).
      "
    `);
  });

  it('its verdict', () => {
    const verdict = verdictOn(viewOf(ONE_OF_EACH['short-answer']), 'repeatable', { mayOverride: true });
    expect(framed(plainVerdict(verdict, 60, PLAIN))).toMatchInlineSnapshot(`
      "

      ◐ Partly right   18 s   1 of 2 points
      Partial credit: Close, but vague.
      If your answer means the same, type :! to count it as right.

      You typed  repeatable
      Right      idempotent

      Because the specification says so.

      Source  A specification, section 2
              https://example.org/spec#2

      "
    `);
  });
});
