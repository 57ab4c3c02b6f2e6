// One item of QTI 1.2 as Canvas, Blackboard and D2L write it.

import type { ForeignBody, ForeignQuestion, ForeignRefusal, MadeQuestion } from '../foreign-question.js';
import { htmlToText } from '../markup/html-to-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, descendantsOf, textIn, type XmlNode } from '../xml.js';
import { readQti1Gaps } from './qti-1-gaps.js';
import { type Condition, conditionsOf } from './qti-1-scoring.js';
import { feedbacksOf, materialOf, stemMaterials } from './qti-1-text.js';

/** Every item, whatever sections it stands in. */
export const qti1Items = (root: XmlNode): XmlNode[] => descendantsOf(root, 'item');

/** What is not asked in words, or needs a machine to make it up. */
const WITHOUT_FORM = new Set([
  'calculated_question',
  'file_upload_question',
  'text_only_question',
  'hot_spot_question',
  'categorization_question',
]);

const WITH_GAPS = new Set(['fill_in_multiple_blanks_question', 'multiple_dropdowns_question']);

/** The question, or why there is none. */
export function readQti1Item(item: XmlNode): ForeignQuestion | ForeignRefusal {
  const notes: Note[] = [];
  const title = item.attributes.title?.trim();
  const name = title && !/^question( ?\d+)?$/i.test(title) ? title : undefined;
  const type = metadataOf(item, 'question_type');
  const made = WITHOUT_FORM.has(type)
    ? { refused: { code: 'no-form', detail: type } as const }
    : WITH_GAPS.has(type)
      ? readQti1Gaps(item, type, notes)
      : oneOf(item, type, notes);
  const where = { line: item.line, ...(name === undefined ? {} : { name }) };
  if ('refused' in made) return { ...where, note: made.refused };
  const feedback = feedbacksOf(item, notes);
  const explanation = ['general_fb', 'correct_fb', 'general_incorrect_fb'].flatMap(
    (ident) => feedback.get(ident) ?? [],
  );
  return {
    ...where,
    id: item.attributes.ident,
    ...made,
    explanation: [...new Set(explanation)].join('\n\n') || undefined,
    notes,
  };
}

function oneOf(item: XmlNode, type: string, notes: Note[]): MadeQuestion {
  const body = bodyOf(item, type, notes);
  if ('refused' in body) return body;
  return { stem: materialOf(stemMaterials(childOf(item, 'presentation')), notes), body };
}

function metadataOf(item: XmlNode, label: string): string {
  const field = descendantsOf(childOf(item, 'itemmetadata'), 'qtimetadatafield').find(
    (candidate) => textIn(childOf(candidate, 'fieldlabel')).trim() === label,
  );
  return textIn(childOf(field, 'fieldentry')).trim();
}

function bodyOf(item: XmlNode, type: string, notes: Note[]): ForeignBody | { refused: Note } {
  const presentation = childOf(item, 'presentation');
  const choices = descendantsOf(presentation, 'response_lid');
  const typed = [
    ...descendantsOf(presentation, 'response_str'),
    ...descendantsOf(presentation, 'response_num'),
  ];
  const conditions = conditionsOf(item);
  if (choices.length === 0 && typed.length === 0)
    return { refused: { code: 'no-form', detail: type || 'nothing to answer' } };
  if (choices.length > 1) return matchOf(choices, conditions, notes);
  const [choice] = choices;
  if (choice !== undefined)
    return choice.attributes.rcardinality === 'Ordered'
      ? orderOf(choice, conditions, notes)
      : choiceOf(item, choice, type, conditions, notes);
  if (typed.length > 1) return { refused: { code: 'no-form', detail: 'several gaps' } };
  return typedOf(typed[0]!, type, conditions);
}

interface Label {
  ident: string;
  text: string;
}

const labelsOf = (response: XmlNode, notes: Note[]): Label[] =>
  descendantsOf(response, 'response_label').map((label) => ({
    ident: label.attributes.ident ?? '',
    text: materialOf(
      [...childrenOf(label, 'material'), ...childrenOf(childOf(label, 'flow_mat'), 'material')],
      notes,
    ),
  }));

function choiceOf(
  item: XmlNode,
  response: XmlNode,
  type: string,
  conditions: readonly Condition[],
  notes: Note[],
): ForeignBody | { refused: Note } {
  const labels = labelsOf(response, notes);
  const right = rightIdents(conditions);
  if (right.size === 0) return { refused: { code: 'no-answer' } };
  const truth = truthOf(labels, right, type);
  if (truth !== undefined) return { kind: 'truth', answer: truth };
  const feedback = feedbacksOf(item, notes);
  const links = new Map(
    conditions.flatMap(({ equal, feedback: ident }) =>
      equal.length === 1 && ident ? [[equal[0], ident]] : [],
    ),
  );
  const options = labels.map(({ ident, text }) => ({
    text,
    right: right.has(ident),
    why: feedback.get(links.get(ident) ?? `${ident}_fb`),
  }));
  return { kind: 'choice', options, several: response.attributes.rcardinality === 'Multiple' };
}

/** The idents that the best condition asks for, or all that earn points by themselves. */
function rightIdents(conditions: readonly Condition[]): Set<string> {
  const scored = conditions.filter(({ points }) => points > 0);
  const whole = scored.filter(({ equal }) => equal.length > 1);
  const [best] = whole.length > 0 ? [...whole].sort((a, b) => b.points - a.points) : [];
  if (best) return new Set(best.equal);
  const most = Math.max(0, ...scored.map(({ points }) => points));
  const adds = scored.filter(({ action }) => action === 'Add').length > 1;
  return new Set(scored.filter(({ points }) => adds || points === most).flatMap(({ equal }) => equal));
}

function truthOf(labels: readonly Label[], right: ReadonlySet<string>, type: string): boolean | undefined {
  const words = labels.map(({ text }) => text.trim().toLowerCase());
  if (labels.length !== 2 || (type !== 'true_false_question' && [...words].sort().join() !== 'false,true'))
    return undefined;
  const key = labels
    .find(({ ident }) => right.has(ident))
    ?.text.trim()
    .toLowerCase();
  return key === 'true' ? true : key === 'false' ? false : undefined;
}

function orderOf(
  response: XmlNode,
  conditions: readonly Condition[],
  notes: Note[],
): ForeignBody | { refused: Note } {
  const texts = new Map(labelsOf(response, notes).map(({ ident, text }) => [ident, text]));
  const best = conditions.find(({ equal }) => equal.length === texts.size);
  if (best === undefined) return { refused: { code: 'no-answer' } };
  return { kind: 'order', items: best.equal.flatMap((ident) => texts.get(ident) ?? []) };
}

/** One response per left side, all with the same right sides. */
function matchOf(
  responses: readonly XmlNode[],
  conditions: readonly Condition[],
  notes: Note[],
): ForeignBody | { refused: Note } {
  const sides = responses.map((response) => ({
    ident: response.attributes.ident ?? '',
    left: materialOf(childrenOf(response, 'material'), notes),
    labels: labelsOf(response, notes),
  }));
  const texts = new Map(
    sides.flatMap(({ labels }) => labels.map(({ ident, text }) => [ident, text] as const)),
  );
  const chosen = new Map(
    conditions
      .filter(({ points }) => points > 0)
      .flatMap(({ respondents, equal }) =>
        respondents.map((respondent, index) => [respondent, equal[index] ?? ''] as const),
      ),
  );
  const pairs = sides.map(({ ident, left }) => ({ left, right: texts.get(chosen.get(ident) ?? '') ?? '' }));
  const used = new Set(pairs.filter(({ left }) => left !== '').map(({ right }) => right));
  const extra = [...new Set(texts.values())].filter((text) => text !== '' && !used.has(text));
  if (pairs.every(({ right }) => right === '')) return { refused: { code: 'no-answer' } };
  return { kind: 'match', pairs, extra };
}

function typedOf(
  response: XmlNode,
  type: string,
  conditions: readonly Condition[],
): ForeignBody | { refused: Note } {
  const scored = conditions.filter(({ points }) => points > 0);
  const isFigure =
    type === 'numerical_question' ||
    /^(Decimal|Integer|Scientific)$/i.test(childOf(response, 'render_fib')?.attributes.fibtype ?? '');
  if (type === 'essay_question' || scored.length === 0) return { kind: 'essay' };
  if (!isFigure) return { kind: 'words', answers: scored.flatMap(({ equal }) => equal.map(htmlToText)) };
  const [first] = scored;
  const low = first?.atLeast ?? Number(first?.equal[0]);
  const high = first?.atMost ?? Number(first?.equal[0]);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { refused: { code: 'no-answer' } };
  const middle =
    first?.equal[0] === undefined ? Number(((low + high) / 2).toPrecision(12)) : Number(first.equal[0]);
  return {
    kind: 'figure',
    answer: middle,
    tolerance: Number(Math.max(middle - low, high - middle).toPrecision(12)),
  };
}
