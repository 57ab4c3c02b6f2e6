// Sheets, Anki text with headers, and lists of two columns.

import { describe, expect, test } from 'vitest';
import { asked, read } from '../reading.js';

describe('the sheet', () => {
  test('every type by its row', async () => {
    const { questions, refused } = await read(
      'csv',
      [
        'id,type,stem,a,b,c,d,correct,why_b,explanation,source,url,tags,level,topic',
        'safe,single-choice,Which is safe?,GET,POST,,,a,It may create.,It reads.,RFC 9110,https://example.org/,"x; y",advanced,HTTP semantics',
        'two,multiple-choice,Which are safe?,GET,HEAD,POST,,a;b,,,,,,,',
        'tf,true-false,GET is safe.,,,,,TRUE,,,,,,,',
        'sa,short-answer,Which header?,,,,,If-Match ; if match ; 50 % ETag,,,,,,,',
        'nu,numeric,How many hours?,,,,,8.76 ± 0.05 hours,,,,,,,',
        'or,ordering,Order.,DNS,TCP,TLS,HTTP,,,,,,,,',
        'ma,matching,Match.,401 => Who?,403 => No.,=> Broken.,,,,,,,,,',
        'op,open,Explain.,2 x The main point,The reason,,,A model answer.,,,,,,,',
      ].join('\r\n'),
    );
    expect(refused).toEqual([]);
    expect(questions.map(asked)).toMatchSnapshot();
    expect(questions[0]).toMatchObject({
      level: 'advanced',
      topic: 'http-semantics',
      sources: [{ title: 'RFC 9110', url: 'https://example.org/' }],
    });
  });

  test('other names of columns, any order, semicolons of a European Excel, no type', async () => {
    const { questions } = await read(
      'csv',
      '\ufeffCorrect answer;Question;Option A;Option B\r\nB;"Which; one?";GET;POST\r\nPOST;Which two?;GET;POST',
    );
    expect(questions.map(asked)).toMatchObject([
      {
        type: 'single-choice',
        stem: 'Which; one?',
        choices: [{ text: 'GET' }, { text: 'POST', correct: true }],
      },
      { choices: [{ text: 'GET' }, { text: 'POST', correct: true }] },
    ]);
  });

  test('cells with line breaks keep their place; mistakes are told with the line they begin on', async () => {
    const { questions, refused } = await read(
      'csv',
      'stem,a,b,correct\n"Two\nlines?",x,y,a\nNo key?,x,y,z\nLast?,x,y,b',
    );
    expect(questions.map(({ stem }) => stem)).toEqual(['Two\nlines?', 'Last?']);
    expect(refused).toEqual(['4 no-answer']);
  });

  test("Excel's first line names the separator and is no question", async () => {
    const { questions, refused } = await read(
      'csv',
      'sep=;\r\ntype;stem;correct\r\ntrue-false;GET, HEAD are safe.;true\r\ntrue-false;Key?;\r\n',
    );
    expect(questions.map(asked)).toMatchObject([{ stem: 'GET, HEAD are safe.', answer: true }]);
    expect(refused).toEqual([expect.stringMatching(/^4 /)]);
  });

  test('a figure in the notations people write is that figure; one that cannot be read is no key', async () => {
    const cells = [
      '"1,000"',
      '"8,76 ± 0,05 m/s²"',
      '1 000 ms',
      '1.2e3ms',
      '5-6',
      '5k',
      '1.2.3',
      '10^5',
      '−5',
    ];
    const { questions, refused } = await read(
      'csv',
      ['type,stem,correct', ...cells.map((cell, at) => `numeric,How many of ${at}?,${cell}`)].join('\n'),
    );
    expect(questions.map(asked)).toMatchObject([
      { answer: 1000 },
      { answer: 8.76, tolerance: 0.05, unit: 'm/s²' },
      { answer: 1000, unit: 'ms' },
      { answer: 1200, unit: 'ms' },
      { answer: 100_000 },
      { answer: -5 },
    ]);
    expect(refused).toEqual(['6 not-a-figure 5-6', '7 not-a-figure 5k', '8 not-a-figure 1.2.3']);
  });

  test('what was made harmless for a spreadsheet is as it was', async () => {
    const { questions } = await read('csv', "stem,a,b,correct\nWhich?,'=SUM(A1),'-1,a");
    expect(asked(questions[0]!)).toMatchObject({ choices: [{ text: '=SUM(A1)' }, { text: '-1' }] });
  });

  test('a sheet without a stem, or with an open quote, is refused with its reason', async () => {
    expect((await read('csv', 'x,y\n1,2')).refused).toEqual([
      '1 syntax no column is called stem or question',
    ]);
    expect((await read('csv', 'stem,correct\n"open')).refused).toEqual([
      expect.stringMatching(/syntax .*quote/i),
    ]);
  });
});

describe("Anki's text", () => {
  test('headers say separator, HTML, tags, deck and id; lines that begin with # are comments', async () => {
    const { questions } = await read(
      'anki',
      '\ufeff#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#tags column:4\n#deck column:5\n# a comment\nabc1\t<b>Which</b> header?\tIf-Match\tx y\tAPI::HTTP\n',
    );
    expect(questions.map(asked)).toEqual([
      {
        id: 'abc1',
        topic: 'http',
        tags: ['x', 'y'],
        type: 'short-answer',
        stem: '**Which** header?',
        answers: ['If-Match'],
      },
    ]);
  });

  test('a long back makes an open question, its sentences the points', async () => {
    const { questions, notes } = await read(
      'anki',
      'Explain.\tThe client cannot know the outcome. So it retries with the same key.',
    );
    expect(questions[0]).toMatchObject({
      type: 'open',
      modelAnswer: 'The client cannot know the outcome. So it retries with the same key.',
      rubric: [{ text: 'The client cannot know the outcome.' }, { text: 'So it retries with the same key.' }],
    });
    expect(notes).toEqual(['rubric-made']);
  });

  test('gaps: one question for each number, the others shown', async () => {
    const { questions } = await read(
      'anki',
      '#separator:tab\n#html:true\n{{c1::GET::a verb}} is {{c2::safe}}.\tRFC 9110',
    );
    expect(questions.map(asked)).toMatchObject([
      { stem: '_____ is safe.', answers: ['GET'], hint: 'a verb', explanation: 'RFC 9110' },
      { stem: 'GET is _____.', answers: ['safe'] },
    ]);
  });

  test('a list of terms without headers', async () => {
    const { questions } = await read('anki', 'idempotent\tsame effect twice\n429\tToo Many Requests\n');
    expect(questions.map(asked)).toMatchObject([
      { stem: 'idempotent', answers: ['same effect twice'] },
      { stem: '429' },
    ]);
  });

  test('sound is left out and told', async () => {
    const { questions, notes } = await read('anki', '#html:true\n#separator:tab\nSay it [sound:a.mp3]\tGET');
    expect(questions[0]?.stem).toBe('Say it');
    expect(notes).toEqual(['media-lost']);
  });
});
