// Markdown of questions as terminal lines: code shown as code, and nothing in a stem reaches the terminal as a command.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderInline, renderMarkdown } from '../../src/look/markdown.js';
import { makeTheme } from '../../src/look/theme.js';
import { cellWidth } from '../../src/text/fit.js';
import { PLAIN } from '../players/sample-views.js';
import { anyCharacter } from '../support/any-character.js';
import { runs } from '../support/thorough.js';

const render = (markdown: string, width = 30) => `\n${renderMarkdown(markdown, width, PLAIN).join('\n')}\n`;

describe('blocks', () => {
  it('paragraphs are wrapped, inline code keeps its backticks without colours', () => {
    expect(
      render('A **safe** method such as `GET` asks\nfor nothing to change.\n\nNot so `POST`.'),
    ).toMatchInlineSnapshot(`
      "
      A safe method such as \`GET\`
      asks for nothing to change.

      Not so \`POST\`.
      "
    `);
  });

  it('fenced code keeps its blanks; a longer line goes on under itself', () => {
    expect(
      render('See:\n\n```json\n{\n  "id": 7,\n  "note": "longer than the screen is wide"\n}\n```'),
    ).toMatchInlineSnapshot(`
      "
      See:

      │ {
      │   "id": 7,
      │   "note": "longer than the s
      │ creen is wide"
      │ }
      "
    `);
  });

  it('lists hang under themselves, numbered ones keep their numbers', () => {
    expect(
      render('- one that is longer than a line of this screen\n- two\n\n3. three\n4. four\n   - inner'),
    ).toMatchInlineSnapshot(`
      "
      • one that is longer than a
        line of this screen
      • two

      3. three
      4. four
         • inner
      "
    `);
  });

  it('quotes, headings, rules and links', () => {
    expect(
      render('## Title\n\n> said\n\n---\n\n[RFC 9110](https://www.rfc-editor.org/)'),
    ).toMatchInlineSnapshot(`
      "
      Title

      │ said

      ────────────────────

      RFC 9110
      (https://www.rfc-editor.org/)
      "
    `);
  });

  it('HTML is text', () => {
    expect(render('<b>bold</b> and <script>')).toMatchInlineSnapshot(`
      "
      <b>bold</b> and <script>
      "
    `);
  });
});

describe('safety', () => {
  const coloured = makeTheme({ level: 1, ascii: false, light: false });
  const OURS = /\u001b\[(?:1|2|22|31|32|33|35|36|39|90)m/g;
  // Everything a terminal may take as a command, Unicode's reordering marks included.
  const COMMANDS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

  it.each([
    ['clears the screen', '\u001b[2J\u001b[H'],
    ['sets the title', '\u001b]0;owned\u0007'],
    ['C1 introducer', '\u009b31m'],
    ['hides behind a carriage return', 'right\rwrong'],
    ['writes backwards', '\u202eabc'],
    ['through an entity', '&#27;[2J&#x9b;31m'],
    ['in code', '`\u001b[31m`\n\n```\n\u001b[2J&#27;\n```'],
    ['in a link', '[x](https://example.org/\u001b[2J&#27;)'],
  ])('%s: nothing of it is left', (_, text) => {
    for (const line of [...renderMarkdown(text, 40, coloured), renderInline(text, coloured)]) {
      expect(line.replace(OURS, '')).not.toMatch(COMMANDS);
    }
  });

  it('holds for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;x\u0007',
        '\u009b1m',
        '\r',
        '\b',
        '`',
        '**',
        '\n\n',
        '- ',
        '> ',
        '&#27;',
        '&#x1b;',
        '&#x202e;',
        '```\n',
        '[',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const line of [
          ...renderMarkdown(pieces.join(''), 40, coloured),
          renderInline(pieces.join(''), coloured),
        ]) {
          expect(line.replace(OURS, '').replace(/\n/g, '')).not.toMatch(COMMANDS);
        }
      }),
      runs(300),
    );
  });

  it('no line is wider than asked for', () => {
    const word = fc.constantFrom(
      'word',
      'averyveryverylongwordindeed',
      '`code`',
      '**bold**',
      '- ',
      '> ',
      '\n\n',
      '\n',
      '日本語',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        for (const line of renderMarkdown(words.join(' '), 24, coloured))
          expect(cellWidth(line)).toBeLessThanOrEqual(24);
      }),
    );
  });
});
