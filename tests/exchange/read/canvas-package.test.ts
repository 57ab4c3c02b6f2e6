// A quiz of Canvas: the description beside the questions is no Moodle quiz, in the archive and unpacked.

import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatOf } from '../../../src/exchange/formats.js';
import { temporaryHome } from '../../support/home.js';
import { folderOf, temporaryFolder } from '../../support/hostile-pack.js';
import { run } from '../../support/run.js';
import { read } from '../reading.js';

const DESCRIPTION = `<?xml version="1.0" encoding="UTF-8"?>
<quiz identifier="g1" xmlns="http://canvas.instructure.com/xsd/cccv1p0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <title>HTTP</title>
  <question><name>no question of Moodle</name></question>
</quiz>
`;
const MANIFEST = `<?xml version="1.0"?>
<manifest identifier="m1" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><resources/></manifest>
`;
const QUESTIONS = `<?xml version="1.0"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="g1" title="HTTP"><section ident="s">
<item ident="q1" title="Safe"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>true_false_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext texttype="text/html">&lt;p&gt;GET is safe.&lt;/p&gt;</mattext></material>
<response_lid ident="response1" rcardinality="Single"><render_choice>
<response_label ident="1"><material><mattext texttype="text/plain">True</mattext></material></response_label>
<response_label ident="2"><material><mattext texttype="text/plain">False</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
<respcondition continue="No"><conditionvar><varequal respident="response1">1</varequal></conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing></item>
</section></assessment></questestinterop>
`;
const FILES = { 'g1/assessment_meta.xml': DESCRIPTION, 'g1/g1.xml': QUESTIONS, 'imsmanifest.xml': MANIFEST };

test('its description is told from a quiz of Moodle', () => {
  const named = (text: string) => formatOf({ name: 'x.xml', bytes: strToU8(text) });
  expect(named(DESCRIPTION)).toBe('qti');
  expect(named('<quiz><question type="truefalse"/></quiz>')).toBe('moodle-xml');
});

test('in the archive the questions are read and nothing is said of the rest', async () => {
  const zip = zipSync(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, strToU8(text)])));
  const { questions, refused } = await read('qti', zip, 'quiz.zip');
  expect([questions.map(({ stem }) => stem), refused]).toEqual([['GET is safe.'], []]);
});

test('unpacked the description and the manifest are skipped with a note, which is no loss', async () => {
  const from = folderOf(FILES);
  const args = ['import', from, '--into', temporaryFolder(), '--strict', '--dry-run'];
  const { code, out } = await run(args, { home: temporaryHome() });
  expect(out.replaceAll(from, 'FROM').split('\n')).toEqual([
    'FROM/g1/assessment_meta.xml:1 skipped',
    '    describes a quiz of Canvas and holds no question; the questions are in the files beside it',
    expect.stringMatching(/^FROM\/g1\/g1.xml:\d+ added q1$/),
    'FROM/imsmanifest.xml:1 skipped',
    '    describes an archive and holds no question; the questions are in the files beside it',
    '1 question: 1 added, 2 skipped (nothing was written)',
    '',
  ]);
  expect(code).toBe(0);
});

test('alone it is skipped, and nothing was imported', async () => {
  const from = folderOf({ 'assessment_meta.xml': DESCRIPTION });
  const { code, out } = await run(['import', from, '--into', temporaryFolder()], { home: temporaryHome() });
  expect([code, out]).toEqual([1, expect.stringContaining('0 questions: 1 skipped')]);
});
