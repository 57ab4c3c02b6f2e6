// Questions as a QTI 1.2 package, in the form that Canvas writes and Blackboard and D2L read.

import { markdownToHtml, markdownToInlineHtml } from '../../look/markdown-html.js';
import type { Question } from '../../question/question.js';
import { zip } from '../archive.js';
import { hashedId } from '../slug.js';
import { escapeXml } from '../xml.js';
import { feedbackHtml } from './feedback-html.js';
import { type Loss, noForm, type Outgoing, type WriteOptions, type Written, writeEach } from './outgoing.js';
import { qtiResponse } from './qti-response.js';

/** A zip of a manifest, one assessment, and Canvas's description of it; idents are made of ids, so they stay. */
export async function writeQti(questions: readonly Outgoing[], { title }: WriteOptions): Promise<Written> {
  const taken = new Set<string>();
  const { blocks, losses } = writeEach(questions, (outgoing) => {
    const item = itemXml(outgoing, identOf(outgoing, taken));
    return item === undefined ? noForm(outgoing) : { written: item, losses: lossesOf(outgoing) };
  });
  const ident = hashedId(`${title} ${questions.map(({ key }) => key).join(' ')}`).replace('q-', 'i');
  const assessment = `${HEAD}<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="${ident}" title="${escapeXml(title)}"><section ident="root_section">\n${blocks.join('\n')}\n</section></assessment></questestinterop>\n`;
  const content = zip({
    'imsmanifest.xml': manifest(ident),
    [`${ident}/${ident}.xml`]: assessment,
    [`${ident}/assessment_meta.xml`]: `${HEAD}<quiz identifier="${ident}" xmlns="http://canvas.instructure.com/xsd/cccv1p0"><title>${escapeXml(title)}</title><quiz_type>practice_quiz</quiz_type></quiz>\n`,
  });
  return { content, count: blocks.length, losses };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const manifest = (ident: string) =>
  `${HEAD}<manifest identifier="m${ident}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata><organizations/><resources><resource identifier="${ident}" type="imsqti_xmlv1p2"><file href="${ident}/${ident}.xml"/><dependency identifierref="meta_${ident}"/></resource><resource identifier="meta_${ident}" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="${ident}/assessment_meta.xml"><file href="${ident}/assessment_meta.xml"/></resource></resources></manifest>\n`;

function lossesOf({ key, question }: Outgoing): Loss[] {
  if (question.type === 'ordering') return [{ key, note: { code: 'out-as-matching' } }];
  if (question.type === 'short-answer' && question.partial !== undefined)
    return [{ key, note: { code: 'out-partial' } }];
  return question.type === 'open' ? [{ key, note: { code: 'out-rubric' } }] : [];
}

/** The id; where a question of another pack has taken it, with its own pack in front. */
function identOf({ key, question }: Outgoing, taken: Set<string>): string {
  const ident = taken.has(question.id) ? key.replace('/', '.') : question.id;
  taken.add(ident);
  return ident;
}

/** HTML within XML is escaped twice: the text of `mattext` is HTML. */
export const mattext = (html: string): string =>
  `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;

function itemXml({ question }: Outgoing, ident: string): string | undefined {
  const made = qtiResponse(question, (text) => mattext(markdownToInlineHtml(text)));
  if (made === undefined) return undefined;
  const feedback = feedbackHtml(question);
  const general = feedback === '' ? '' : itemFeedback('general_fb', feedback);
  const field = (label: string, entry: string) =>
    `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;
  return [
    `<item ident="${escapeXml(ident)}" title="${escapeXml(question.id)}">`,
    `<itemmetadata><qtimetadata>${field('question_type', made.type)}${field('points_possible', String(POINTS[question.level]))}</qtimetadata></itemmetadata>`,
    `<presentation>${mattext(markdownToHtml(question.stem))}${made.response}</presentation>`,
    `<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${made.conditions}</resprocessing>`,
    general,
    ...made.feedbacks.map(({ ident, text }) => itemFeedback(`${ident}_fb`, markdownToHtml(text))),
    '</item>',
  ].join('');
}

const POINTS: Readonly<Record<Question['level'], number>> = { foundation: 1, intermediate: 2, advanced: 3 };

const itemFeedback = (ident: string, html: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${mattext(html)}</flow_mat></itemfeedback>`;
