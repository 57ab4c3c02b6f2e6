// Moodle XML and QTI: the types, and what a hostile file may try.

import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { asked, read } from '../reading.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('Moodle XML', () => {
  const quiz = (inner: string) => `<?xml version="1.0"?>\n<quiz>\n${inner}\n</quiz>`;

  test('every type', async () => {
    const { questions, refused } = await read(
      'moodle-xml',
      quiz(`<question type="category"><category><text>$course$/top/HTTP semantics</text></category></question>
<question type="multichoice"><name><text>Safe</text></name><idnumber>safe-1</idnumber><questiontext format="html"><text><![CDATA[<p>Which is <b>safe</b>?</p>]]></text></questiontext>
<generalfeedback format="html"><text>&lt;p&gt;It only reads.&lt;/p&gt;</text></generalfeedback><single>true</single>
<answer fraction="100" format="html"><text>GET</text><feedback format="html"><text>Right.</text></feedback></answer>
<answer fraction="0" format="html"><text>POST</text><feedback format="html"><text></text></feedback></answer>
<hint format="html"><text>Think of reading.</text></hint><tags><tag><text>methods</text></tag></tags></question>
<question type="multichoice"><questiontext format="markdown"><text>Which \`two\`?</text></questiontext><single>false</single>
<answer fraction="50"><text>GET</text></answer><answer fraction="50"><text>HEAD</text></answer><answer fraction="-100"><text>POST</text></answer></question>
<question type="truefalse"><questiontext format="plain_text"><text>GET * is safe.</text></questiontext>
<answer fraction="0"><text>false</text></answer><answer fraction="100"><text>true</text><feedback><text>Yes.</text></feedback></answer></question>
<question type="shortanswer"><questiontext><text>Which header?</text></questiontext><usecase>1</usecase>
<answer fraction="100"><text>If-Match</text></answer><answer fraction="50"><text>ETag</text><feedback><text>The value.</text></feedback></answer></question>
<question type="numerical"><questiontext><text>How many?</text></questiontext>
<answer fraction="100"><text>8.76</text><tolerance>0.05</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>hours</unit_name></unit></units></question>
<question type="matching"><questiontext><text>Match.</text></questiontext>
<subquestion format="html"><text>401</text><answer><text>Who?</text></answer></subquestion>
<subquestion format="html"><text>403</text><answer><text>No.</text></answer></subquestion>
<subquestion format="html"><text></text><answer><text>Broken.</text></answer></subquestion></question>
<question type="ordering"><questiontext><text>Order.</text></questiontext>
<answer fraction="2"><text>TCP</text></answer><answer fraction="1"><text>DNS</text></answer><answer fraction="3"><text>TLS</text></answer><answer fraction="4"><text>HTTP</text></answer></question>
<question type="essay"><questiontext><text>Explain.</text></questiontext>
<graderinfo format="html"><text><![CDATA[<p>A model answer.</p><ul><li>(2) The main point</li><li>(1) The reason</li></ul>]]></text></graderinfo></question>
<question type="ddwtos"><name><text>Drag</text></name></question>`),
    );
    expect(questions.map(asked)).toMatchSnapshot();
    expect(refused).toEqual([expect.stringMatching(/^\d+ no-form type ddwtos$/)]);
  });

  test('a figure or tolerance that cannot be read is refused with its text, never taken as another', async () => {
    const numerical = (answer: string, tolerance: string) =>
      `<question type="numerical"><questiontext><text>How many?</text></questiontext><answer fraction="100"><text>${answer}</text><tolerance>${tolerance}</tolerance></answer></question>`;
    const rows: [string, string][] = [
      ['8,76', '0,05'],
      ['5', 'wide'],
      ['0x10', '0'],
      ['', '0'],
    ];
    const { questions, refused } = await read(
      'moodle-xml',
      quiz(rows.map(([answer, within]) => numerical(answer, within)).join('')),
    );
    expect(questions.map(asked)).toMatchObject([{ answer: 8.76, tolerance: 0.05 }]);
    expect(refused.map((line) => line.replace(/^\d+ /, ''))).toEqual([
      'not-a-figure ± wide',
      'not-a-figure 0x10',
      'no-answer',
    ]);
  });

  test('a mistake is told with its line', async () => {
    expect((await read('moodle-xml', quiz('<question type="truefalse">\n</questions>'))).refused).toEqual([
      expect.stringMatching(/^\d syntax/),
    ]);
  });
});

const item = (type: string, inner: string, ident = 'i1') =>
  `<item ident="${ident}" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>${inner}</item>`;
const text = (value: string) => `<material><mattext texttype="text/html">${value}</mattext></material>`;
const label = (ident: string, value: string) =>
  `<response_label ident="${ident}">${text(value)}</response_label>`;
const scored = (condition: string) =>
  `<resprocessing><respcondition><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>`;
const qti1 = (...items: string[]) =>
  `<?xml version="1.0"?>\n<questestinterop><assessment ident="a"><section ident="s">\n${items.join('\n')}\n</section></assessment></questestinterop>`;

describe('QTI 1.2', () => {
  test('one, several, true or false, a word, a figure, pairs', async () => {
    const { questions, refused } = await read(
      'qti',
      qti1(
        item(
          'multiple_choice_question',
          `<presentation>${text('&lt;p&gt;Which is &lt;code&gt;safe&lt;/code&gt;?&lt;/p&gt;')}<response_lid ident="r" rcardinality="Single"><render_choice>${label('1', 'GET')}${label('2', 'POST')}</render_choice></response_lid></presentation>${scored('<varequal respident="r">1</varequal>')}<itemfeedback ident="general_fb"><flow_mat>${text('It only reads.')}</flow_mat></itemfeedback><itemfeedback ident="2_fb"><flow_mat>${text('It may create.')}</flow_mat></itemfeedback>`,
        ),
        item(
          'multiple_answers_question',
          `<presentation>${text('Which?')}<response_lid ident="r" rcardinality="Multiple"><render_choice>${label('1', 'GET')}${label('2', 'HEAD')}${label('3', 'POST')}</render_choice></response_lid></presentation>${scored('<and><varequal respident="r">1</varequal><varequal respident="r">2</varequal><not><varequal respident="r">3</varequal></not></and>')}`,
          'i2',
        ),
        item(
          'true_false_question',
          `<presentation>${text('GET is safe.')}<response_lid ident="r" rcardinality="Single"><render_choice>${label('t', 'True')}${label('f', 'False')}</render_choice></response_lid></presentation>${scored('<varequal respident="r">f</varequal>')}`,
          'i3',
        ),
        item(
          'short_answer_question',
          `<presentation>${text('Header?')}<response_str ident="r" rcardinality="Single"><render_fib><response_label ident="a"/></render_fib></response_str></presentation>${scored('<varequal respident="r">ETag</varequal><varequal respident="r">the ETag</varequal>')}`,
          'i4',
        ),
        item(
          'numerical_question',
          `<presentation>${text('Hours?')}<response_str ident="r" rcardinality="Single"><render_fib fibtype="Decimal"><response_label ident="a"/></render_fib></response_str></presentation>${scored('<or><varequal respident="r">8.76</varequal><and><vargte respident="r">8.71</vargte><varlte respident="r">8.81</varlte></and></or>')}`,
          'i5',
        ),
        item(
          'matching_question',
          `<presentation>${text('Match.')}<response_lid ident="r1">${text('401')}<render_choice>${label('x', 'Who?')}${label('y', 'No.')}${label('z', 'Broken.')}</render_choice></response_lid><response_lid ident="r2">${text('403')}<render_choice>${label('x', 'Who?')}${label('y', 'No.')}${label('z', 'Broken.')}</render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r1">x</varequal></conditionvar><setvar varname="SCORE" action="Add">50</setvar></respcondition><respcondition><conditionvar><varequal respident="r2">y</varequal></conditionvar><setvar varname="SCORE" action="Add">50</setvar></respcondition></resprocessing>`,
          'i6',
        ),
        item(
          'essay_question',
          `<presentation>${text('Explain.')}<response_str ident="r"><render_fib/></response_str></presentation>`,
          'i7',
        ),
        item('calculated_question', '<presentation/>', 'i8'),
      ),
    );
    expect(questions.map(asked)).toMatchSnapshot();
    expect(refused).toEqual(['10 no-form calculated_question']);
  });
});

describe('QTI 2.x', () => {
  const item2 = (declared: string, body: string) =>
    `<assessmentItem identifier="i" title="A title">${declared}<itemBody>${body}</itemBody></assessmentItem>`;
  const response = (values: readonly string[], more = '') =>
    `<responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>${more}</responseDeclaration>`;

  test.each([
    [
      'choice',
      response(['a']),
      '<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="a">GET<feedbackInline identifier="a">Reads.</feedbackInline></simpleChoice><simpleChoice identifier="b">POST</simpleChoice></choiceInteraction>',
    ],
    [
      'order',
      response(['c', 'a', 'b', 'd']),
      '<orderInteraction responseIdentifier="R"><prompt>Order.</prompt><simpleChoice identifier="a">TCP</simpleChoice><simpleChoice identifier="b">TLS</simpleChoice><simpleChoice identifier="c">DNS</simpleChoice><simpleChoice identifier="d">HTTP</simpleChoice></orderInteraction>',
    ],
    [
      'match',
      response(['l1 r2', 'l2 r1']),
      '<matchInteraction responseIdentifier="R"><prompt>Match.</prompt><simpleMatchSet><simpleAssociableChoice identifier="l1">401</simpleAssociableChoice><simpleAssociableChoice identifier="l2">403</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="r1">No.</simpleAssociableChoice><simpleAssociableChoice identifier="r2">Who?</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
    ],
    [
      'entry',
      response(
        ['York'],
        '<mapping><mapEntry mapKey="York" mappedValue="2"/><mapEntry mapKey="Yorck" mappedValue="1"/></mapping>',
      ),
      '<p>This sun of <textEntryInteraction responseIdentifier="R"/>; and so on.</p>',
    ],
    [
      'essay',
      response([]),
      '<p>Read this.</p><extendedTextInteraction responseIdentifier="R"><prompt>Explain.</prompt></extendedTextInteraction>',
    ],
  ])('%s', async (_name, declared, body) => {
    const { questions, refused } = await read('qti', item2(declared, body));
    expect(refused).toEqual([]);
    expect(asked(questions[0]!)).toMatchSnapshot();
  });

  test('what has no form is told by its name', async () => {
    expect(
      (await read('qti', item2(response([]), '<p>x</p><hotspotInteraction responseIdentifier="R"/>')))
        .refused,
    ).toEqual(['1 no-form hotspotInteraction']);
  });
});

/** The archive with another unpacked size of its first entry in the directory, which is believed before anything is unpacked. */
function saying(archive: Uint8Array, bytes: number): Uint8Array {
  const said = Buffer.from(archive);
  said.writeUInt32LE(bytes, said.indexOf('PK\u0001\u0002') + 24);
  return said;
}

describe('what a hostile file may try', () => {
  test('a DOCTYPE is refused with its line; one in CDATA or a comment is text', async () => {
    const bomb =
      '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<questestinterop>&b;</questestinterop>';
    expect((await read('qti', bomb)).refused).toEqual(['2 doctype']);
    const harmless =
      '<!-- <!DOCTYPE x> --><quiz><question type="truefalse"><questiontext><text><![CDATA[<!DOCTYPE html>So.]]></text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>';
    expect((await read('moodle-xml', harmless)).questions).toHaveLength(1);
  });

  test('entities that are not defined stay text, characters that are none become a sign', async () => {
    const { questions } = await read(
      'moodle-xml',
      '<quiz><question type="truefalse"><questiontext format="plain_text"><text>A &amp;b; c &#0; &#x1F600; d</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>',
    );
    expect(questions[0]?.stem).toBe('A \\&b; c \ufffd 😀 d');
  });

  test('elements nested without end are refused, as are names of prototypes', async () => {
    expect((await read('qti', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)).refused).toEqual([
      expect.stringMatching(/^1 syntax/),
    ]);
    await read('qti', '<questestinterop><__proto__ polluted="yes"/></questestinterop>');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('what is no zip, what says it is one, and what lies about its size', async () => {
    expect((await read('qti', utf8('PK\u0003\u0004garbage'))).refused).toEqual([
      expect.stringMatching(/^1 archive-broken/),
    ]);
    const archive = zipSync({ 'a.xml': utf8('<questestinterop></questestinterop>') });
    expect((await read('qti', saying(archive, 140 * 1024 * 1024))).refused).toEqual([
      '1 archive-bomb 256 MiB',
    ]);
    // No more is unpacked than it says.
    expect((await read('qti', saying(archive, 10))).refused).toEqual([
      expect.stringMatching(/^1 (syntax|archive-broken)/),
    ]);
  });

  test('paths of an archive are told, never followed', async () => {
    const archive = zipSync({
      '../../evil.xml': utf8('<questestinterop><item ident="x"/></questestinterop>'),
      'imsmanifest.xml': utf8('<manifest/>'),
    });
    const { refused, fitted } = await read('qti', archive);
    expect(fitted).toEqual([]);
    expect(refused).toEqual([expect.stringMatching(/^1 no-form/)]);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    expect((await read('moodle-xml', new Uint8Array([0x3c, 0xff, 0xfe]))).refused).toEqual(['1 not-utf8']);
  });
});

describe('texts with several gaps become a snippet with blanks', () => {
  const gap = (id: string) => `<textEntryInteraction responseIdentifier="${id}"/>`;
  const declared = (id: string, type: string, right: string, more = '') =>
    `<responseDeclaration identifier="${id}" cardinality="single" baseType="${type}"><correctResponse><value>${right}</value></correctResponse>${more}</responseDeclaration>`;
  const item = (declarations: string, body: string) =>
    `<assessmentItem identifier="gaps" title="Limits">${declarations}<itemBody>${body}</itemBody></assessmentItem>`;
  const cloze = (question: unknown) => {
    const { type, stem, snippet, blanks } = question as Record<string, unknown>;
    return { type, stem, snippet, blanks };
  };

  test('QTI 2: words, a figure, a word of a list', async () => {
    const mapping =
      '<mapping defaultValue="0"><mapEntry mapKey="Retry-After" mappedValue="2"/><mapEntry mapKey="Retry" mappedValue="1"/></mapping>';
    const { questions, refused, notes } = await read(
      'qti',
      item(
        declared('a', 'string', 'Retry-After', mapping) +
          declared('b', 'integer', '429') +
          declared('c', 'identifier', 'y'),
        `<p>Status ${gap('b')} comes with (${gap('a')}).</p><p>It is a <b>client</b> <inlineChoiceInteraction responseIdentifier="c"><inlineChoice identifier="x">hint</inlineChoice><inlineChoice identifier="y">error *</inlineChoice></inlineChoiceInteraction>, {{not}} a crash.<img src="a.png"/></p>`,
      ),
    );
    expect(refused).toEqual([]);
    expect(cloze(questions[0])).toEqual({
      type: 'cloze',
      stem: 'Fill in the blanks. Choose from:\n\n* 3: hint / error \\*',
      snippet: 'Status {{gap-1}} comes with ({{gap-2}}).\nIt is a client {{gap-3}}, {{not}} a crash.',
      blanks: [
        { id: 'gap-1', answer: 429 },
        { id: 'gap-2', answers: ['Retry-After'], partial: [{ text: 'Retry', credit: 0.5 }] },
        { id: 'gap-3', answers: ['error *'] },
      ],
    });
    expect(notes).toEqual(['image-lost', 'gaps-typed']);
  });

  test('a gap without an answer, more than nine, and gaps beside something else are refused', async () => {
    const refusal = async (declarations: string, body: string) =>
      (await read('qti', item(declarations, body))).refused[0];
    expect(await refusal(declared('a', 'string', 'x'), `<p>${gap('a')} ${gap('b')}</p>`)).toBe('1 no-answer');
    const ten = Array.from({ length: 10 }, (_, index) => `g${index}`);
    expect(
      await refusal(
        ten.map((id) => declared(id, 'string', 'x')).join(''),
        `<p>${ten.map((id) => gap(id)).join(' ')}</p>`,
      ),
    ).toMatch(/^1 not-valid "blanks"/);
    const essay = '<extendedTextInteraction responseIdentifier="e"/>';
    expect(await refusal(declared('a', 'string', 'x'), `<p>${gap('a')}</p>${essay}`)).toBe(
      '1 no-form several interactions',
    );
  });

  const canvas = (type: string, stem: string, responses: string, conditions: string) =>
    `<questestinterop><item ident="gaps"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">${stem}</mattext></material>${responses}</presentation><resprocessing>${conditions}</resprocessing></item></questestinterop>`;
  const response = (name: string, labels: Record<string, string>) =>
    `<response_lid ident="response_${name}"><material><mattext>${name}</mattext></material><render_choice>${Object.entries(
      labels,
    )
      .map(
        ([ident, text]) =>
          `<response_label ident="${ident}"><material><mattext>${text}</mattext></material></response_label>`,
      )
      .join('')}</render_choice></response_lid>`;
  const scored = (name: string, ident: string) =>
    `<respcondition><conditionvar><varequal respident="response_${name}">${ident}</varequal></conditionvar><setvar action="Add">50</setvar></respcondition>`;

  test('QTI 1.2 of Canvas: every wording of a typed gap is right, of a list the one that scores', async () => {
    const stem = '&lt;p&gt;[m1] is safe, [m2] is not [really].&lt;/p&gt;';
    const responses =
      response('m2', { 3: 'POST', 4: 'post' }) + response('m1', { 1: 'GET', 2: '&lt;b&gt;HEAD&lt;/b&gt;' });
    const conditions = scored('m1', '1') + scored('m2', '3');
    const typed = await read('qti', canvas('fill_in_multiple_blanks_question', stem, responses, conditions));
    expect(typed.refused).toEqual([]);
    expect(cloze(typed.questions[0])).toEqual({
      type: 'cloze',
      stem: 'Fill in the blanks.',
      snippet: '{{gap-1}} is safe, {{gap-2}} is not [really].',
      blanks: [
        { id: 'gap-1', answers: ['GET', 'HEAD'] },
        { id: 'gap-2', answers: ['POST', 'post'] },
      ],
    });
    const chosen = await read('qti', canvas('multiple_dropdowns_question', stem, responses, conditions));
    expect(cloze(chosen.questions[0])).toMatchObject({
      stem: 'Fill in the blanks. Choose from:\n\n* 1: GET / HEAD\n* 2: POST / post',
      blanks: [{ answers: ['GET'] }, { answers: ['POST'] }],
    });
    expect(chosen.notes).toEqual(['gaps-typed']);
  });

  test('QTI 1.2: a gap that the text does not hold once is refused', async () => {
    const responses = response('m1', { 1: 'GET' });
    for (const stem of ['None.', '[m1] and [m1]'])
      expect(
        (await read('qti', canvas('fill_in_multiple_blanks_question', stem, responses, scored('m1', '1'))))
          .refused,
      ).toEqual(['1 no-form a gap without a place']);
  });
});
