// What is answered, and what earns points, in QTI 1.2: one form per type of question.

import type { MultipleChoice, Numeric, Question, SingleChoice, TrueFalse } from '../../question/question.js';
import { escapeXml } from '../xml.js';

export interface QtiResponse {
  /** As Canvas names it. */
  type: string;
  response: string;
  conditions: string;
  feedbacks: { ident: string; text: string }[];
}

type Material = (markdown: string) => string;

/** Undefined where QTI 1.2 has no form for the type. */
export function qtiResponse(question: Question, material: Material): QtiResponse | undefined {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return choice(question, material);
    case 'true-false':
      return truth(question, material);
    case 'short-answer':
      return {
        type: 'short_answer_question',
        response: responseStr(''),
        conditions: scored(question.answers.map((answer) => equal('response1', answer)).join('')),
        feedbacks: [],
      };
    case 'numeric':
      return figure(question);
    case 'matching':
      return pairs(
        question.pairs.map(({ id, left, right }) => ({ left, right, ident: id })),
        (question.distractors ?? []).map(({ id, text }) => ({ ident: id, right: text })),
        material,
      );
    case 'ordering':
      // Canvas Classic knows no order: each step is matched to its place.
      return pairs(
        question.items.map(({ id, text }, index) => ({ left: text, right: `Step ${index + 1}`, ident: id })),
        [],
        material,
      );
    case 'open':
      return {
        type: 'essay_question',
        response: responseStr(''),
        conditions: '<respcondition continue="No"><conditionvar><other/></conditionvar></respcondition>',
        feedbacks: [],
      };
    case 'request':
    case 'spot':
    case 'cloze':
      return undefined;
  }
}

function choice(question: SingleChoice | MultipleChoice, material: Material): QtiResponse {
  const isSeveral = question.type === 'multiple-choice';
  const labels = question.choices.map(({ id, text }) => label(id, material(text)));
  const marks = question.choices.map(({ id, correct }) =>
    correct ? equal('response1', id) : `<not>${equal('response1', id)}</not>`,
  );
  const right = question.choices.find(({ correct }) => correct)?.id ?? '';
  const explained = question.choices.filter(({ why }) => why !== '');
  const told = explained.map(
    ({ id }) =>
      `<respcondition continue="Yes"><conditionvar>${equal('response1', id)}</conditionvar><displayfeedback feedbacktype="Response" linkrefid="${id}_fb"/></respcondition>`,
  );
  return {
    type: isSeveral ? 'multiple_answers_question' : 'multiple_choice_question',
    response: responseLid('response1', isSeveral ? 'Multiple' : 'Single', labels),
    conditions: `${told.join('')}${scored(isSeveral ? `<and>${marks.join('')}</and>` : equal('response1', right))}`,
    feedbacks: explained.map(({ id, why }) => ({ ident: id, text: why })),
  };
}

function truth({ answer }: TrueFalse, material: Material): QtiResponse {
  const labels = ['true', 'false'].map((ident) =>
    label(ident, material(ident === 'true' ? 'True' : 'False')),
  );
  return {
    type: 'true_false_question',
    response: responseLid('response1', 'Single', labels),
    conditions: scored(equal('response1', String(answer))),
    feedbacks: [],
  };
}

function figure({ answer, tolerance = 0 }: Numeric): QtiResponse {
  const [low, high] = [answer - tolerance, answer + tolerance].map((value) => Number(value.toPrecision(12)));
  const within = `<and><vargte respident="response1">${low}</vargte><varlte respident="response1">${high}</varlte></and>`;
  return {
    type: 'numerical_question',
    response: responseStr(' fibtype="Decimal"'),
    conditions: scored(`<or>${equal('response1', String(answer))}${within}</or>`),
    feedbacks: [],
  };
}

/** One response for each left side, each with all right sides. */
function pairs(
  sides: readonly { left: string; right: string; ident: string }[],
  extra: readonly { right: string; ident: string }[],
  material: Material,
): QtiResponse {
  const labels = [...sides, ...extra].map(({ ident, right }) => label(`r_${ident}`, material(right)));
  // Sorted by text of the label's ident: in file order the key would be the diagonal.
  const shown = [...labels].sort();
  const responses = sides.map(({ ident, left }) =>
    responseLid(`response_${ident}`, 'Single', shown, material(left)),
  );
  const share = Number((100 / sides.length).toFixed(2));
  const conditions = sides.map(
    ({ ident }) =>
      `<respcondition><conditionvar>${equal(`response_${ident}`, `r_${ident}`)}</conditionvar><setvar varname="SCORE" action="Add">${share}</setvar></respcondition>`,
  );
  return {
    type: 'matching_question',
    response: responses.join(''),
    conditions: conditions.join(''),
    feedbacks: [],
  };
}

const label = (ident: string, material: string) =>
  `<response_label ident="${ident}">${material}</response_label>`;
const equal = (response: string, value: string) =>
  `<varequal respident="${response}">${escapeXml(value)}</varequal>`;
const responseLid = (ident: string, cardinality: string, labels: readonly string[], before = '') =>
  `<response_lid ident="${ident}" rcardinality="${cardinality}">${before}<render_choice>${labels.join('')}</render_choice></response_lid>`;
const responseStr = (attributes: string) =>
  `<response_str ident="response1" rcardinality="Single"><render_fib${attributes}><response_label ident="answer1"/></render_fib></response_str>`;
const scored = (condition: string) =>
  `<respcondition continue="No"><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>`;
