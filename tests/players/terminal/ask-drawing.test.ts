// The screen of an open question, as text: every type, wide and narrow, and everything that may be said on it.

import { describe, expect, it } from 'vitest';
import { MODE_RULES } from '../../../src/history/modes.js';
import { makeTheme, type Theme } from '../../../src/look/theme.js';
import { questionHead } from '../../../src/players/question-head.js';
import { type AskScreen, drawAsk, turnedOffset } from '../../../src/players/terminal/ask-drawing.js';
import { inputFor } from '../../../src/players/terminal/inputs/inputs.js';
import { startEdit } from '../../../src/players/terminal/inputs/text-edit.js';
import type { AskView } from '../../../src/session/player.js';
import { cellWidth } from '../../../src/text/fit.js';
import {
  EVERY_QUESTION,
  matching,
  multipleChoice,
  numeric,
  ONE_OF_EACH,
  open,
  ordering,
  singleChoice,
} from '../../support/questions.js';
import { ASCII, PLAIN, readable, viewOf } from '../sample-views.js';

const TALL = singleChoice(3, {
  stem: Array.from({ length: 30 }, (_, row) => `Line ${row + 1}.`).join('\n\n'),
});

function screenOf(view: AskView, change: Partial<AskScreen> = {}): AskScreen {
  const input = inputFor(view);
  return {
    view,
    input,
    inputState: input.keys.start(view),
    remainingMs: 42_000,
    spentMs: 18_400,
    timer: 'live',
    notice: '',
    paused: false,
    everyKey: false,
    offset: 0,
    size: { columns: 80, rows: 24 },
    ...change,
  };
}

function draw(view: AskView, change: Partial<AskScreen> = {}, theme: Theme = PLAIN): string {
  const { content, below } = drawAsk(screenOf(view, change), theme);
  return `\n${content.replace(/ $/, '')}\n${below}\n`;
}

const narrow = { size: { columns: 40, rows: 24 } };

describe('every type, wide and narrow', () => {
  it('single-choice', () => {
    const view = viewOf(
      singleChoice(3, {
        stem: "A client's `POST /payments` timed out and it can't tell whether the payment was made.",
      }),
    );
    expect(draw(view)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        A client's \`POST /payments\` timed out and it can't tell whether the payment
        was made.

          1  Option right
          2  Option wrong-1
          3  Option wrong-2

        ↑↓ choose   ⏎ answer   s skip   f flag   p pause   x suspend   q quit
      "
    `);
    expect(draw(view, narrow)).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        A client's \`POST /payments\` timed
        out and it can't tell whether the
        payment was made.

          1  Option right
          2  Option wrong-1
          3  Option wrong-2

        ↑↓ choose   ⏎ answer   s skip
        f flag   p pause   ? more keys
      "
    `);
  });

  it('multiple-choice, the first ticked', () => {
    const view = viewOf(multipleChoice());
    const ticked = { inputState: { active: 1, ticked: ['right-1'], touched: true, warned: false } };
    expect(draw(view, ticked)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        Tick every right one.

          1 ◼ Option right-1
        ❯ 2 ◻ Option right-2
          3 ◻ Option wrong-1
          4 ◻ Option wrong-2

        ↑↓ move   space tick   ⏎ answer   s skip   f flag   p pause   x suspend
        q quit
      "
    `);
    expect(draw(view, { ...ticked, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

        Tick every right one.

          1 ◼ Option right-1
        ❯ 2 ◻ Option right-2
          3 ◻ Option wrong-1
          4 ◻ Option wrong-2

        ↑↓ move   space tick   ⏎ answer
        s skip   f flag   ? more keys
      "
    `);
  });

  it('true-false', () => {
    expect(draw(viewOf(ONE_OF_EACH['true-false']))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

          1  True
          2  False

        t f choose   ⏎ answer   s skip   F flag   p pause   x suspend   q quit
      "
    `);
    expect(draw(viewOf(ONE_OF_EACH['true-false']), narrow)).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

          1  True
          2  False

        t f choose   ⏎ answer   s skip
        F flag   p pause   ? more keys
      "
    `);
  });

  it('short-answer, something typed', () => {
    const view = viewOf(ONE_OF_EACH['short-answer']);
    expect(draw(view, { inputState: { edit: startEdit('idem') } })).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ❯ idem

        ⏎ answer   F2 skip   F3 flag   F4 pause   F7 suspend   F8 quit
      "
    `);
    expect(draw(view, { inputState: { edit: startEdit('idem') }, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

        ❯ idem

        ⏎ answer   F2 skip   F3 flag
        F4 pause   F7 suspend   F8 quit
      "
    `);
  });

  it('numeric, with its unit', () => {
    const view = viewOf(numeric(8.76, 0.01, { unit: 'hours' }));
    expect(draw(view)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        in hours
        ❯ 

        ⏎ answer   F2 skip   F3 flag   F4 pause   F7 suspend   F8 quit
      "
    `);
    expect(draw(view, narrow)).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

        in hours
        ❯ 

        ⏎ answer   F2 skip   F3 flag
        F4 pause   F7 suspend   F8 quit
      "
    `);
  });

  it('ordering, the second lifted; a long item hangs under itself', () => {
    const question = ordering(4);
    const items = question.items.map((item, index) =>
      index === 1
        ? { ...item, text: 'Agree on keys, which takes one round trip with TLS 1.3 and two before' }
        : item,
    );
    const view = viewOf({ ...question, items });
    const lifted = { inputState: { ids: ['2', '1', '3', '4'], active: 0, lifted: true, touched: true } };
    expect(draw(view, lifted)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ❯ 1  <Agree on keys, which takes one round trip with TLS 1.3 and two before>
          2  Step 1
          3  Step 3
          4  Step 4

        ↑↓ move   space lift, put down   ⏎ answer   s skip   f flag   p pause
        x suspend   q quit
      "
    `);
    expect(draw(view, { ...lifted, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

        ❯ 1  <Agree on keys, which takes one
             round trip with TLS 1.3 and two
             before>
          2  Step 1
          3  Step 3
          4  Step 4

        ↑↓ move   space lift, put down
        ⏎ answer   s skip   ? more keys
      "
    `);
  });

  it('matching, the first pair chosen', () => {
    const view = viewOf(matching());
    const chosen = { inputState: { active: 1, chosen: { 'pair-1': 'pair-1' }, warned: false } };
    expect(draw(view, chosen)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

          [1] Left pair-1
        ❯ [_] Left pair-2
          [_] Left pair-3

          1  Right pair-1
          2  Right pair-2
          3  Right pair-3
          4  Right extra-1

        ↑↓ move   1–4 match   ⏎ answer   s skip   f flag   p pause   x suspend
        q quit
      "
    `);
    expect(draw(view, { ...chosen, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        What should the client do?

          [1] Left pair-1
        ❯ [_] Left pair-2
          [_] Left pair-3

          1  Right pair-1
          2  Right pair-2
          3  Right pair-3
          4  Right extra-1

        ↑↓ move   1–4 match   ⏎ answer
        s skip   f flag   ? more keys
      "
    `);
  });

  it('matching in a low window: the pair that is matched and its choices are in view together', () => {
    const view = viewOf(matching(5, 2));
    const chosen = { inputState: { active: 4, chosen: { 'pair-1': 'pair-1' }, warned: false }, offset: null };
    const drawn = draw(view, { ...chosen, size: { columns: 40, rows: 16 } });
    expect(drawn).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────
        ↑ 8 more lines (PgUp, PgDn)

        ❯ [_] Left pair-5
          1  Right pair-1
          2  Right pair-2
          3  Right pair-3
          4  Right pair-4
          5  Right pair-5
          6  Right extra-1
          7  Right extra-2

        ↑↓ move   1–7 match   ⏎ answer
        s skip   f flag   ? more keys
      "
    `);
  });

  it('open: lines typed so far, and a clock that counts up and cuts nothing', () => {
    const view = viewOf(open(), { mode: MODE_RULES.interview, limitMs: 120_000, limitCuts: false });
    const typed = { inputState: { edit: startEdit('With the same key.\nAnd') } };
    expect(draw(view, typed)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                   3 of 10   0:18 of 2:00
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ❯ With the same key.
          And

        ^D hand in   ⏎ new line   F2 skip   F3 flag   F4 pause   F5 editor
        F7 suspend   F8 quit
      "
    `);
    expect(draw(view, { ...typed, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability…  3 of 10   0:18 of 2:00
        ────────────────────────────────────

        What should the client do?

        ❯ With the same key.
          And

        ^D hand in   ⏎ new line   F2 skip
        F3 flag   F4 pause   ^X more keys
      "
    `);
  });

  it('open, behavioural: the four parts one after the other', () => {
    expect(draw(viewOf(open({ framework: 'STAR' })))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        Situation and task in brief; then your own action ("I", not "we"); the
        result, with numbers; what you learnt.

        ❯ Situation:
          
          Task:
          
          Action:
          
          Result:
          

        ^D hand in   ⏎ new line   tab next part   F2 skip   F3 flag   F4 pause
        F5 editor   F7 suspend   F8 quit
      "
    `);
  });

  it('open, answered aloud', () => {
    expect(draw(viewOf(open(), { spoken: true }))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        Answer aloud, as you would in the interview.

        ⏎ done   s skip   f flag   p pause   x suspend   q quit
      "
    `);
  });

  it('without characters beyond ASCII', () => {
    const all = EVERY_QUESTION.map((question) => draw(viewOf(question), { notice: 'Flagged.' }, ASCII)).join(
      '',
    );
    expect(all).toMatch(/^[\n -~]*$/);
    expect(draw(viewOf(multipleChoice()), {}, ASCII)).toMatchInlineSnapshot(`
      "
        Reliability patterns - intermediate                           3 of 10   0:42
        ----------------------------------------------------------------------------

        What should the client do?

        Tick every right one.

        > 1 [ ] Option right-1
          2 [ ] Option right-2
          3 [ ] Option wrong-1
          4 [ ] Option wrong-2

        up/down move   space tick   enter answer   s skip   f flag   p pause
        x suspend   q quit
      "
    `);
  });
});

describe('what is said on it', () => {
  const asked = singleChoice(2, { hint: 'What lets the server tell a retry\n\nfrom a second payment?' });

  it('the hint, and what it costs', () => {
    const said = { notice: 'A hint costs a third of the credit.' };
    expect(draw(viewOf(asked, { hinted: true }), said)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        Hint  What lets the server tell a retry

              from a second payment?

          1  Option right
          2  Option wrong-1

        A hint costs a third of the credit.
        ↑↓ choose   ⏎ answer   s skip   f flag   p pause   x suspend   q quit
      "
    `);
  });

  it('a pause hides the question and shows the key that goes on', () => {
    expect(draw(viewOf(asked), { paused: true })).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        Paused. The clock stands still and the question is hidden.

        p go on   q quit

      "
    `);
    expect(draw(viewOf(asked), { paused: true, ...narrow })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        Paused. The clock stands still and
        the question is hidden.

        p go on   q quit

      "
    `);
  });

  it('the keys of a paper, and the mark', () => {
    const view = viewOf(asked, { mode: MODE_RULES.exam, marked: true });
    expect(draw(view)).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate ⚑                         3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

          1  Option right
          2  Option wrong-1

        ↑↓ choose   ⏎ answer   b back   n next   f unmark   a answer sheet   q quit
      "
    `);
    expect(draw(viewOf(ONE_OF_EACH.numeric, { mode: MODE_RULES.exam }))).toMatchInlineSnapshot(`
      "
        Reliability patterns · intermediate                           3 of 10   0:42
        ────────────────────────────────────────────────────────────────────────────

        What should the client do?

        ❯ 

        ⏎ answer   F2 back   F3 mark   F4 next   F6 answer sheet   F8 quit
      "
    `);
  });

  it('no clock when it is quiet, off, or nothing limits the time', () => {
    for (const change of [{ timer: 'quiet' }, { timer: 'off' }, { remainingMs: null }] as const) {
      expect(draw(viewOf(asked), change)).not.toContain('0:42');
    }
  });

  it('the level goes before the place and the clock do', () => {
    const view = viewOf(asked, { round: 1, marked: true });
    expect(questionHead(view, '0:42', 76, PLAIN)).toMatchInlineSnapshot(
      `"Reliability patterns · intermediate · round 2 ⚑               3 of 10   0:42"`,
    );
    expect(questionHead(view, '0:42', 46, PLAIN)).toMatchInlineSnapshot(
      `"Reliability patte… · round 2 ⚑  3 of 10   0:42"`,
    );
    expect(questionHead(view, '0:42', 36, PLAIN)).toMatchInlineSnapshot(
      `"Reliabi… · round 2 ⚑  3 of 10   0:42"`,
    );
  });
});

describe('colours', () => {
  it('dark', () => {
    const theme = makeTheme({ level: 1, ascii: false, light: false });
    expect(
      readable(draw(viewOf(multipleChoice(1, 1, { stem: 'Is `GET` safe?' })), {}, theme)),
    ).toMatchInlineSnapshot(`
      "
        <1>Reliability patterns · intermediate                         <22>  <2>3 of 10   0:42<22>
        <2>────────────────────────────────────────────────────────────────────────────<22>

        Is <36>GET<39> safe?

        <2>Tick every right one.<22>

        <36>❯<39> <36>1<39> ◻ <1>Option right-1<22>
          <2>2<22> ◻ Option wrong-1

        <36>↑↓<39> <2>move<22>   <36>space<39> <2>tick<22>   <36>⏎<39> <2>answer<22>   <36>s<39> <2>skip<22>   <36>f<39> <2>flag<22>   <36>p<39> <2>pause<22>   <36>x<39> <2>suspend<22>
        <36>q<39> <2>quit<22>
      "
    `);
  });

  it('light', () => {
    const theme = makeTheme({ level: 1, ascii: false, light: true });
    expect(
      readable(draw(viewOf(multipleChoice(1, 1, { stem: 'Is `GET` safe?' })), {}, theme)),
    ).toMatchInlineSnapshot(`
      "
        <1>Reliability patterns · intermediate                         <22>  <90>3 of 10   0:42<39>
        <90>────────────────────────────────────────────────────────────────────────────<39>

        Is <34>GET<39> safe?

        <90>Tick every right one.<39>

        <34>❯<39> <34>1<39> ◻ <1>Option right-1<22>
          <90>2<39> ◻ Option wrong-1

        <34>↑↓<39> <90>move<39>   <34>space<39> <90>tick<39>   <34>⏎<39> <90>answer<39>   <34>s<39> <90>skip<39>   <34>f<39> <90>flag<39>   <34>p<39> <90>pause<39>   <34>x<39> <90>suspend<39>
        <34>q<39> <90>quit<39>
      "
    `);
  });
});

describe('a question taller than the screen', () => {
  const view = viewOf(TALL);
  const small = { size: { columns: 40, rows: 14 } };

  it('is read from its top', () => {
    expect(draw(view, small)).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────

        Line 1.

        Line 2.

        Line 3.

        Line 4.
        ↓ 57 more lines (PgUp, PgDn)
        ↑↓ choose   ⏎ answer   s skip
        f flag   p pause   ? more keys
      "
    `);
  });

  it('gives the keys two lines, and all they need when asked for', () => {
    const keysOf = (everyKey: boolean) =>
      draw(view, { ...small, everyKey })
        .split('\n')
        .slice(-5)
        .join('\n');
    expect(keysOf(false)).toContain('? more keys');
    expect(keysOf(false)).not.toContain('q quit');
    expect(keysOf(true)).toContain('x suspend');
    expect(keysOf(true)).toContain('q quit');
  });

  it('shows the option in use once a key has been pressed', () => {
    const state = { active: 2, moved: true };
    expect(draw(view, { ...small, offset: null, inputState: state })).toMatchInlineSnapshot(`
      "
        Reliability patterns  3 of 10   0:42
        ────────────────────────────────────
        ↑ 57 more lines (PgUp, PgDn)
        Line 29.

        Line 30.

          1  Option right
          2  Option wrong-1
        ❯ 3  Option wrong-2

        ↑↓ choose   ⏎ answer   s skip
        f flag   p pause   ? more keys
      "
    `);
  });

  it('turns pages from what is shown, and not beyond either end', () => {
    const at = (offset: number | null) => screenOf(view, { ...small, offset });
    const down = turnedOffset(at(0), 1, PLAIN);
    expect(down).toBeGreaterThan(0);
    expect(turnedOffset(at(down), -1, PLAIN)).toBe(0);
    expect(turnedOffset(at(0), -1, PLAIN)).toBe(0);
    const end = turnedOffset(at(10_000), 1, PLAIN);
    expect(turnedOffset(at(end), 1, PLAIN)).toBe(end);
    // Where the sheet is in use, going up starts there.
    expect(turnedOffset(at(null), -1, PLAIN)).toBeGreaterThan(0);
  });

  it.each(EVERY_QUESTION.map((question) => [question.type, question] as const))(
    'no screen of a %s is wider or taller than the window',
    (_, question) => {
      for (const columns of [30, 40, 80, 120]) {
        for (const rows of [12, 24, 50]) {
          const asked = viewOf(
            { ...question, stem: TALL.stem, hint: 'A hint. '.repeat(20) },
            { hinted: true },
          );
          const lines = draw(asked, { size: { columns, rows }, offset: null }).slice(1, -1).split('\n');
          expect(lines.length).toBeLessThan(rows);
          expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(columns);
        }
      }
    },
  );
});
