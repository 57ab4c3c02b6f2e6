// Rules in which the importers of Moodle, Anki and Canvas differ from what one would think, each with a question made for it.

import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { WRITE_FORMATS, type WriteFormat } from '../../src/exchange/formats.js';
import type { WriteOptions, Written } from '../../src/exchange/write/outgoing.js';
import type { MultipleChoice, Question, SingleChoice } from '../../src/question/question.js';
import {
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '../support/questions.js';
import { asked, read } from './reading.js';

async function write(
  format: WriteFormat,
  questions: readonly Question[],
  options: Partial<WriteOptions> = {},
): Promise<Written> {
  const writer = await WRITE_FORMATS[format].writer();
  const outgoing = questions.map((question, index) => ({ key: `p${index}/${question.id}`, question }));
  return writer(outgoing, { moodle: false, title: 'Some', ...options });
}
const gift = async (question: Question, options: Partial<WriteOptions> = {}) => {
  const { content, losses } = await write('gift', [question], options);
  return { text: String(content), codes: losses.map(({ note }) => note.code) };
};
/** As Moodle sees it: escaped characters are none. */
const unescaped = (text: string) => text.replace(/\\./g, '');
const withChoice = (text: string, question: SingleChoice | MultipleChoice = singleChoice()): Question => ({
  ...question,
  choices: question.choices.map((choice, index) => (index === 1 ? { ...choice, text } : choice)),
});

describe('GIFT as it is written', () => {
  const everyType = [
    singleChoice(),
    multipleChoice(3, 4),
    trueFalse(),
    shortAnswer(),
    numeric(),
    matching(),
    open(),
  ];

  test('no line within a question is blank, none begins as a comment, but for the one with id and tags', async () => {
    const long = { stem: 'One.\n\n// Two.\r\n\r\nThree {4}?', explanation: 'A.\n\n\nB.' };
    const { content, count } = await write(
      'gift',
      everyType.map((question) => ({ ...question, ...long })),
    );
    const blocks = String(content).trimEnd().split('\n\n');
    expect(blocks).toHaveLength(count);
    for (const block of blocks) {
      expect(block).toMatch(/^\/\/ \[id:p\d\/[a-z-]+\] \[tag:/);
      expect(
        block
          .split('\n')
          .slice(1)
          .filter((line) => /^\s*(\/\/|$)/.test(line)),
      ).toEqual([]);
      expect(block).not.toContain('\r');
    }
  });

  test('the backslash is escaped first', async () => {
    const stem = 'Is C:\\temp {a=b} ~ #1: so?';
    const { text } = await gift(trueFalse(true, { stem }));
    expect(text).toContain('[markdown]Is C\\:\\\\temp \\{a\\=b\\} \\~ \\#1\\: so?');
    expect((await read('gift', text)).questions[0]?.stem).toBe(stem);
  });

  test('several right answers have no "=" at all, and shares that Moodle knows', async () => {
    for (const [right, wrong] of [
      [2, 3],
      [3, 4],
      [1, 6],
      [4, 5],
      [6, 3],
    ] as const) {
      const { text } = await gift(multipleChoice(right, wrong));
      const answers = unescaped(text.slice(text.indexOf(' {') + 2));
      expect(answers.replace(/####[\s\S]*/, '')).not.toContain('=');
      for (const [, share] of answers.matchAll(/%(-?[\d.]+)%/g))
        expect(MOODLE).toContain(Math.abs(Number(share)));
    }
  });

  test('part credit goes to the nearest share that Moodle knows, and that is told', async () => {
    const partial = [
      { text: 'etag', credit: 0.45 },
      { text: 'if-none-match', credit: 0.7 },
    ];
    const { text, codes } = await gift(shortAnswer(undefined, partial));
    expect([...text.matchAll(/%(-?[\d.]+)%/g)].map((found) => found[1])).toEqual(['50', '70']);
    expect(codes).toContain('out-share');
    expect((await gift(shortAnswer(undefined, partial.slice(1)))).codes).not.toContain('out-share');
  });

  test('an arrow in an answer beside "=", or in a side of a pair, cannot be escaped: left out and told', async () => {
    const pairs = [{ id: 'a', left: 'a -> b', right: 'c' }, ...matching().pairs];
    for (const question of [withChoice('`a->b`'), { ...matching(), pairs }]) {
      const { text, codes } = await gift(question);
      expect([text, codes]).toEqual(['\n', ['out-arrow']]);
    }
    // Without a "=", and in a stem, it means nothing.
    const harmless = [withChoice('`a->b`', multipleChoice()), trueFalse(true, { stem: 'Is a->b so?' })];
    for (const question of harmless) expect((await gift(question)).codes).toEqual([]);
  });

  test('ordering for Moodle only; its items are not unescaped, so what would end them has no form', async () => {
    expect((await gift(ordering())).codes).toEqual(['out-no-form']);
    const [first] = ordering().items;
    const with_ = (text: string) => ({
      ...ordering(),
      items: [{ ...first!, text }, ...ordering().items.slice(1)],
    });
    expect((await gift(with_('TLS = 1.3: #1 ~ \\'), { moodle: true })).text).toContain(
      '\nTLS = 1.3: #1 ~ \\\n',
    );
    for (const text of ['a } b', 'a\nb', '// a'])
      expect((await gift(with_(text), { moodle: true })).codes).toEqual(['out-no-form']);
  });

  test('"####" is the last thing before the brace, also behind a figure', async () => {
    expect((await gift(numeric())).text).toMatch(/\{#[\d.:]+\n####[^\n]+\n\}\n$/);
  });
});

/** The shares of credit of question/format/gift: others are refused. */
const MOODLE = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
  11.11111, 10, 5,
];

describe('GIFT as it is read', () => {
  const one = async (text: string) => {
    const { questions, refused } = await read('gift', text);
    expect(refused).toEqual([]);
    return asked(questions[0]!);
  };

  test('a format is one at the very start of a text only', async () => {
    expect(await one('Is [html] a <b>format</b>? {T}')).toMatchObject({
      stem: 'Is \\[html\\] a **format**?',
    });
    expect(await one('[plain]Is <b>this</b> bold? {F}')).toMatchObject({ stem: 'Is \\<b>this\\</b> bold?' });
  });

  test('a bracket in a tag', async () => {
    expect(await one('// [id:a\\]b] [tag:x\\]y]\nIs it? {T}')).toMatchObject({ id: 'a-b', tags: ['x-y'] });
  });

  test('behind TRUE: what is said to the wrong, to the right, to all', async () => {
    const { explanation } = await one('Is GET safe? {TRUE#Read it again.#Well done.####RFC 9110.}');
    expect(String(explanation).split('\n\n').sort()).toEqual(['RFC 9110.', 'Read it again.', 'Well done.']);
  });

  test('a decimal comma is no figure', async () => {
    const { questions, refused } = await read('gift', 'How many? {#8,76:0,05}');
    expect([questions, refused]).toEqual([[], [expect.stringMatching(/^1 (syntax|not-valid) /)]]);
  });

  test('a "#" in a match is text, not feedback', async () => {
    expect(await one('Match. {=C# -> a language =404 -> not found#gone =410 -> gone}')).toMatchObject({
      type: 'matching',
      pairs: [
        { left: 'C#', right: 'a language' },
        { left: '404', right: 'not found#gone' },
        { left: '410', right: 'gone' },
      ],
    });
  });

  test('an arrow beside "=" makes a match of it, as in Moodle: it is refused, not misread', async () => {
    const { questions, refused } = await read('gift', 'What is it? {=a->b ~c}');
    expect([questions, refused]).toEqual([[], [expect.stringMatching(/^1 (syntax|not-valid) /)]]);
  });
});

describe("Anki's text", () => {
  const rowOf = async (question: Question, options: Partial<WriteOptions> = {}) => {
    const { content } = await write('anki', [question], options);
    return String(content).trimEnd().split('\n').at(-1) ?? '';
  };

  test('signs of HTML are escaped, breaks are <br>, code is <pre>, no tab is left in a field', async () => {
    const row = await rowOf(
      trueFalse(true, { stem: 'Is a < b & c > d?\n\n```\nif (a\t<\n  b)\n```', tags: ['conditional'] }),
    );
    const [front = '', , tags] = row.split('\t');
    expect(front).toContain('Is a &lt; b &amp; c &gt; d?');
    expect(front).toMatch(/<pre>(<code[^>]*>)?if \(a {2}&lt;<br> {2}b\)/);
    expect(row.split('\t')).toHaveLength(4);
    expect(tags?.split(' ')).toContain('conditional');
  });

  test('a first field that begins with # would be a comment: it is quoted', async () => {
    const { content } = await write('anki', [trueFalse()], { noteType: 'mine' });
    expect(String(content)).not.toContain('#guid');
    const odd = await (await WRITE_FORMATS.anki.writer())([{ key: '#1/x', question: trueFalse() }], {
      moodle: false,
      title: '',
      noteType: 'mine',
    });
    expect(String(odd.content).trimEnd().split('\n').at(-1)).toMatch(/^"#1\/x"\t/);
  });

  test('headers of importing again are no cards', async () => {
    const { questions } = await read(
      'anki',
      '\ufeff#separator:tab\n#match scope:notetype + deck\n#if matches:keep both\nGET\tsafe\n',
    );
    expect(questions.map(({ stem }) => stem)).toEqual(['GET']);
  });
});

describe('QTI 1.2 as Canvas has it', () => {
  const filesOf = async (questions: readonly Question[]) => {
    const { content } = await write('qti', questions);
    if (typeof content === 'string') throw new Error('an archive');
    return Object.entries(unzipSync(content)).map(
      ([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const,
    );
  };
  const itemsOf = async (questions: readonly Question[]) =>
    (await filesOf(questions)).find(([name]) => !/meta|manifest/.test(name))?.[1] ?? '';

  test('the parts of the archive: <id>/<id>.xml beside its description', async () => {
    const names = (await filesOf([trueFalse()])).map(([name]) => name).sort();
    expect(names).toEqual([
      expect.stringMatching(/^\w+\/assessment_meta\.xml$/),
      expect.stringMatching(/^(\w+)\/\1\.xml$/),
      'imsmanifest.xml',
    ]);
  });

  test('the type stands in the metadata; several right answers are an <and> of <not>; a figure has bounds', async () => {
    const several = await itemsOf([multipleChoice(2, 1)]);
    expect(several).toContain('<fieldentry>multiple_answers_question</fieldentry>');
    expect(several).toMatch(
      /<and><varequal respident="response1">right-1<\/varequal><varequal respident="response1">right-2<\/varequal><not><varequal respident="response1">wrong-1<\/varequal><\/not><\/and>/,
    );
    const figure = await itemsOf([numeric(8.76, 0.05)]);
    expect(figure).toContain(
      '<vargte respident="response1">8.71</vargte><varlte respident="response1">8.81</varlte>',
    );
  });

  test('each left side of a match is a response of its own', async () => {
    const question = matching();
    const text = await itemsOf([question]);
    expect(text.match(/<response_lid /g)).toHaveLength(question.pairs.length);
  });

  test('what is shown to an answer is there', async () => {
    const choices = singleChoice().choices.map((choice, index) =>
      index === 2 ? { ...choice, why: '' } : choice,
    );
    const text = await itemsOf([{ ...singleChoice(), choices }]);
    const shown = [...text.matchAll(/linkrefid="([^"]+)"/g)].map((found) => found[1]);
    const there = [...text.matchAll(/<itemfeedback ident="([^"]+)"/g)].map((found) => found[1]);
    expect(shown).toHaveLength(3);
    expect(shown.filter((ident) => !there.includes(ident))).toEqual([]);
  });

  test('questions of two packs with one id have idents of their own', async () => {
    const text = await itemsOf([trueFalse(), trueFalse(false), singleChoice(4, { id: 'other' })]);
    const idents = [...text.matchAll(/<item ident="([^"]+)"/g)].map((found) => found[1]);
    expect(idents).toHaveLength(3);
    expect(new Set(idents).size).toBe(3);
    expect(idents).toContain('sample');
    expect(idents).toContain('other');
  });
});
