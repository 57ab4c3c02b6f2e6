// The built-in bank, whatever it has of types and signs, written in each format and read again: what has a form there comes back as it was.

import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { WRITE_FORMATS, type WriteFormat } from '../../../src/exchange/formats.js';
import type { WriteOptions, Written } from '../../../src/exchange/write/outgoing.js';
import type { Question } from '../../../src/question/question.js';
import { shippedBank, tellingEntries } from '../../support/shipped-bank.js';
import { read } from '../reading.js';

const shipped = shippedBank();
const bank = tellingEntries().map((entry) => ({ key: entry.key, question: shipped.question(entry) }));
const HANDS_ON = ['request', 'spot', 'cloze', 'lab'];

async function write(
  format: WriteFormat,
  options: Partial<WriteOptions> = {},
  questions = bank,
): Promise<Written> {
  return (await WRITE_FORMATS[format].writer())(questions, { moodle: false, title: 'Bank', ...options });
}

/** What is asked and what is right, ids of options left out: other formats have none. */
function core(question: Question): unknown {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return [
        question.type,
        plain(question.stem),
        question.choices.map(({ text, correct, why }) => [plain(text), correct ?? false, plain(why)]),
      ];
    case 'true-false':
      return [question.type, plain(question.stem), question.answer];
    case 'short-answer':
      return [
        question.type,
        plain(question.stem),
        question.answers,
        (question.partial ?? []).map(({ text, credit }) => [text, Number(credit.toFixed(4))]),
      ];
    case 'numeric':
      return [question.type, plain(question.stem), question.answer, question.tolerance ?? 0];
    case 'ordering':
      return [question.type, plain(question.stem), question.items.map(({ text }) => plain(text))];
    case 'matching':
      return [
        question.type,
        plain(question.stem),
        question.pairs.map(({ left, right }) => [plain(left), plain(right)]),
        (question.distractors ?? []).map(({ text }) => plain(text)),
      ];
    default:
      return [question.type, plain(question.stem)];
  }
}

const expected = (leftOut: readonly string[]) =>
  bank
    .filter(({ question, key }) => !leftOut.includes(question.type) && !leftOut.includes(key))
    .map(({ question }) => core(question));

const named = (losses: Written['losses'], code: string) =>
  losses.filter(({ note }) => note.code === code).map(({ key }) => key);

test('there is a bank to write', () => {
  expect(bank.length).toBeGreaterThan(100);
});

describe('written and read again', () => {
  test('GIFT, by the grammar', async () => {
    const { content, count, losses } = await write('gift');
    const { questions, refused } = await read('gift', String(content), 'bank');
    expect(refused).toEqual([]);
    const arrows = named(losses, 'out-arrow');
    expect(arrows.length).toBeLessThan(3);
    expect(questions).toHaveLength(count);
    expect(questions.map(core)).toEqual(expected(['ordering', ...HANDS_ON, ...arrows]));
    expect(questions[0]?.tags).toContain(bank[0]?.question.topic);
  });

  test("GIFT with Moodle's ordering block", async () => {
    // The option changes ordering questions alone; all others have been written and read by the test above.
    const orderings = bank.filter(({ question }) => question.type === 'ordering');
    const { content, losses } = await write('gift', { moodle: true }, orderings);
    const { questions, refused } = await read('gift', String(content), 'bank');
    expect(refused).toEqual([]);
    const kept = questions.filter(({ type }) => type === 'ordering').length;
    expect(kept + losses.filter(({ note }) => note.detail === 'ordering').length).toBe(orderings.length);
    expect(kept).toBeGreaterThan(2);
  });

  test('CSV, by csv-parse', async () => {
    const { content } = await write('csv');
    const { questions, refused } = await read('csv', String(content), 'bank.csv');
    expect(refused).toEqual([]);
    expect(questions.map(core)).toEqual(expected(HANDS_ON));
  });

  test('Moodle XML', async () => {
    const { content } = await write('moodle-xml');
    const { questions, refused } = await read('moodle-xml', String(content), 'bank.xml');
    expect(refused).toEqual([]);
    expect(questions.map(core)).toEqual(expected(HANDS_ON));
    const hints = (all: readonly Question[]) => all.filter(({ hint }) => hint !== undefined).length;
    expect(hints(questions)).toBe(
      hints(bank.flatMap(({ question }) => (HANDS_ON.includes(question.type) ? [] : [question]))),
    );
  });

  test('QTI 1.2: same types, ids and keys; ordering comes back as matching', async () => {
    const { content, count } = await write('qti');
    expect(content).toBeInstanceOf(Uint8Array);
    const { questions, refused } = await read('qti', content, 'bank.zip');
    const asMatching = bank
      .filter(({ question }) => question.type === 'ordering' && question.items.length > 6)
      .map(({ key }) => key);
    // Seven steps and more make more pairs than a matching question of ours may have.
    expect(refused).toHaveLength(asMatching.length);
    expect(questions).toHaveLength(count - asMatching.length);
    expect(questions.filter(({ explanation }) => !explanation.includes('https://'))).toEqual([]);
    const originals = new Map(bank.map(({ question }) => [question.id, question]));
    for (const question of questions) {
      const original = originals.get(question.id);
      expect(question.type).toBe(original?.type === 'ordering' ? 'matching' : original?.type);
      if ('choices' in question && original && 'choices' in original)
        expect(question.choices.map(({ correct }) => correct ?? false)).toEqual(
          original.choices.map(({ correct }) => correct ?? false),
        );
      if (question.type === 'true-false' || question.type === 'numeric')
        expect(question.answer).toBe(original && 'answer' in original ? original.answer : undefined);
    }
  });
});

describe('the package of QTI', () => {
  test('names its files in the manifest, and every ident once', async () => {
    const { content } = await write('qti', {}, bank.slice(0, 20));
    if (typeof content === 'string') throw new Error('an archive');
    const files = unzipSync(content);
    const manifest = new TextDecoder().decode(files['imsmanifest.xml']);
    const hrefs = [...manifest.matchAll(/<file href="([^"]+)"/g)].map((found) => found[1]);
    expect(Object.keys(files).sort()).toEqual([...hrefs, 'imsmanifest.xml'].sort());
    const assessment = new TextDecoder().decode(files[hrefs.find((name) => !name?.includes('meta')) ?? '']);
    const idents = [...assessment.matchAll(/<item ident="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(idents).size).toBe(idents.length);
    // HTML within XML is escaped twice: `&lt;p&gt;` is the text of a paragraph.
    expect(assessment).toContain('<mattext texttype="text/html">&lt;p&gt;');
  });

  test('is the same bytes each time', async () => {
    const [one, two] = [await write('qti', {}, bank.slice(0, 5)), await write('qti', {}, bank.slice(0, 5))];
    expect(one.content).toEqual(two.content);
  });
});

/** Anki's rules, read by hand: headers until the first other line, quotes doubled, comments only before unquoted lines. */
function ankiRows(text: string): { headers: Map<string, string>; rows: string[][] } {
  const lines = text.split('\n').filter(Boolean);
  const count = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map(
    lines
      .slice(0, count)
      .map((line) => [line.slice(1, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const),
  );
  const rows = lines.slice(count).map((line) => {
    expect(line.startsWith('#')).toBe(false);
    return line
      .split('\t')
      .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
  });
  return { headers, rows };
}

describe("Anki's text", () => {
  test('headers and columns as its manual has them', async () => {
    const { content, count } = await write('anki');
    const { headers, rows } = ankiRows(String(content));
    expect(Object.fromEntries(headers)).toEqual({
      separator: 'tab',
      html: 'true',
      notetype: 'Basic',
      'tags column': '3',
      'deck column': '4',
      'if matches': 'update current',
    });
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([4]));
    expect(
      rows.every((row) => /^api-quiz::[a-z0-9-]+$/.test(row[3] ?? '') && !(row[2] ?? '').includes(',')),
    ).toBe(true);
    expect(rows.every(([, back = '']) => back.includes('<a href="https://'))).toBe(true);
    expect(rows.every(([front = '']) => /^<small>core\/[a-z0-9-]+<\/small><br>/.test(front))).toBe(true);
    expect(String(content)).not.toMatch(/<script|javascript:/i);
  });

  test('with a note type of one’s own the id is the first field', async () => {
    const { content } = await write('anki', { noteType: 'api-quiz' }, bank.slice(0, 3));
    const { headers, rows } = ankiRows(String(content));
    expect(headers.get('tags column')).toBe('4');
    expect(rows.map(([id]) => id)).toEqual(bank.slice(0, 3).map(({ key }) => key));
  });

  test('our own cards come back under their ids', async () => {
    const some = bank.filter(({ question }) => !HANDS_ON.includes(question.type)).slice(0, 30);
    const { content } = await write('anki', {}, some);
    const { questions, refused } = await read('anki', String(content));
    expect(refused).toEqual([]);
    expect(questions.map(({ id }) => id)).toEqual(some.map(({ question }) => question.id));
  });
});
