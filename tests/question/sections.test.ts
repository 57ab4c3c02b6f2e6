// The Markdown body cut into stem and sections, fenced code left alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSections, headingsIn } from '../../src/question/sections.js';
import { readFlow } from '../../src/text/markdown-parser.js';
import { runs } from '../support/thorough.js';

const cut = (...lines: string[]) => cutSections(lines.join('\n'), 10);

describe('cutSections', () => {
  it('knows the five sections and keeps what stands before them as the stem', () => {
    const { texts, problems } = cut(
      'Stem',
      '',
      '## Hint',
      'h',
      '## Explanation',
      'e',
      '## Follow-up',
      'f',
      '## Interviewer',
      'i',
      '## Model answer',
      'm',
    );
    expect(texts).toEqual({
      stem: 'Stem',
      hint: 'h',
      explanation: 'e',
      followUp: 'f',
      interviewer: 'i',
      modelAnswer: 'm',
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['a heading of another level', '# Hint'],
    ['a heading of another level', '### Hint'],
    ['no blank after the hashes', '##Hint'],
    ['an indented line', '    ## Hint'],
    ['hashes alone', '##'],
  ])('%s starts no section: %s', (_, line) => {
    expect(cut('Stem', line, 'more')).toEqual({ texts: { stem: `Stem\n${line}\nmore` }, problems: [] });
  });

  it.each(['## Hint', '##  Hint  ', '## Hint ##', '##\tHint'])('%j starts one', (line) => {
    expect(cut('Stem', line, 'h').texts).toEqual({ stem: 'Stem', hint: 'h' });
  });

  it('a fence ends with as many marks of its kind, alone on the line', () => {
    const { texts } = cut('````', '## Hint', '```', '````js', '~~~~', '## Hint', '````', '## Hint', 'h');
    expect(texts.hint).toBe('h');
  });

  it('three backticks that close on the same line are inline code, not a fence', () => {
    expect(cut('```GET``` is safe.', '## Hint', 'h').texts.hint).toBe('h');
  });

  it('tells unknown and repeated sections with their line in the file', () => {
    expect(cut('Stem', '## Tip', 't', '## Hint', 'h', '## Hint', 'again').problems).toEqual([
      { code: 'section-unknown', line: 11, column: 1, args: { section: 'Tip' } },
      { code: 'section-repeated', line: 15, column: 1, args: { section: 'Hint' } },
    ]);
  });

  it('an empty section is a missing one', () => {
    expect(cut('Stem', '## Hint', '', '## Explanation', 'e').texts).toEqual({
      stem: 'Stem',
      explanation: 'e',
    });
  });
});

it('what is seen without reading the whole text is what CommonMark sees', () => {
  const piece = fc.constantFrom(
    ...[
      '## Hint',
      '  ## Hint',
      '##\tHint',
      '##\u00a0Hint',
      '##',
      '### x',
      '- a',
      '  b',
      '> q',
      '1. one',
      '    ## code',
    ],
    ...[
      '',
      'text',
      '```',
      '- ```',
      '> ~~~',
      '<pre>',
      '- <div>',
      '---',
      '[a]: /url "',
      '\u2028## x',
      '\ufeff## x',
      '\r',
      '\t## x',
    ],
    ...['```js', '~~~', '````', '``` a`b', '```\u00a0', '  ```', '\t```', '- a\n\n  ```', '  <!--', '-->'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('\n');
      const lines = text.split('\n');
      const seen = readFlow(text).flatMap((block) => {
        const line = (block.position?.start.line ?? 0) - 1;
        const isHeading =
          block.type === 'heading' && block.depth === 2 && /^ {0,3}##\s+\S/.test(lines[line] ?? '');
        return isHeading ? [line] : [];
      });
      expect(headingsIn(text).map(({ line }) => line)).toEqual(seen);
    }),
    runs(600),
  );
});

it('fences in the first column cost no whole reading', () => {
  const fenced =
    'Stem\n\n```http\n## no heading\n```\n\n## Hint\nh\n\n~~~\n```\n## nor this\n~~~\n## Explanation\ne';
  expect(headingsIn(fenced)).toEqual([
    { line: 6, heading: 'Hint' },
    { line: 13, heading: 'Explanation' },
  ]);
});
