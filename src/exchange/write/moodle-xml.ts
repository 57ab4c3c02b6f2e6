// Questions as Moodle XML: texts stay Markdown, hint, rubric and ordering have a place.

import type { Matching, MultipleChoice, Numeric, Question, SingleChoice } from '../../question/question.js';
import { escapeXml } from '../xml.js';
import { type Loss, noForm, type Outgoing, type Written } from './outgoing.js';

/** A `<quiz>` with the topic as category before its questions. */
export async function writeMoodleXml(questions: readonly Outgoing[]): Promise<Written> {
  const losses: Loss[] = [];
  const parts: string[] = [];
  let topic = '';
  let count = 0;
  for (const outgoing of questions) {
    const own = ownXml(outgoing.question);
    if (own === undefined) {
      losses.push(noForm(outgoing));
      continue;
    }
    if (outgoing.question.followUp !== undefined)
      losses.push({ key: outgoing.key, note: { code: 'out-follow-up' } });
    if (outgoing.question.topic !== topic) {
      topic = outgoing.question.topic;
      parts.push(
        `<question type="category"><category><text>$course$/top/${escapeXml(topic)}</text></category></question>`,
      );
    }
    parts.push(questionXml(outgoing.question, own));
    count += 1;
  }
  return {
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`,
    count,
    losses,
  };
}

const markdown = (name: string, text: string, attributes = '') =>
  `<${name} format="markdown"${attributes}><text>${escapeXml(text)}</text></${name}>`;
const feedback = (why: string | undefined) => (why ? markdown('feedback', why) : '');

interface Own {
  type: string;
  xml: string;
}

function questionXml(question: Question, { type, xml }: Own): string {
  const tags = [question.level, ...question.tags]
    .map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`)
    .join('');
  const sources = question.sources
    .map(({ title, url }) => `- [${title.replace(/[[\]]/g, '')}](${url})`)
    .join('\n');
  const general = [question.explanation, sources].filter(Boolean).join('\n\n');
  return [
    `<question type="${type}">`,
    `<name><text>${escapeXml(question.id)}</text></name>`,
    `<idnumber>${escapeXml(question.id)}</idnumber>`,
    markdown('questiontext', question.stem),
    general === '' ? '' : markdown('generalfeedback', general),
    xml,
    question.hint === undefined ? '' : markdown('hint', question.hint),
    `<tags>${tags}</tags>`,
    '</question>',
  ]
    .filter(Boolean)
    .join('\n');
}

const answer = (fraction: number, text: string, why?: string, more = '') =>
  `<answer fraction="${Number(fraction.toFixed(5))}" format="markdown"><text>${escapeXml(text)}</text>${feedback(why)}${more}</answer>`;

function ownXml(question: Question): Own | undefined {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { type: 'multichoice', xml: choiceXml(question) };
    case 'true-false':
      return {
        type: 'truefalse',
        xml: [true, false]
          .map((value) => answer(value === question.answer ? 100 : 0, String(value)))
          .join('\n'),
      };
    case 'short-answer': {
      const near = (question.partial ?? []).map(({ text, credit, why }) => answer(credit * 100, text, why));
      return {
        type: 'shortanswer',
        xml: ['<usecase>0</usecase>', ...question.answers.map((text) => answer(100, text)), ...near].join(
          '\n',
        ),
      };
    }
    case 'numeric':
      return { type: 'numerical', xml: numericXml(question) };
    case 'ordering':
      return {
        type: 'ordering',
        xml: question.items.map(({ text }, index) => answer(index + 1, text)).join('\n'),
      };
    case 'matching':
      return { type: 'matching', xml: matchingXml(question) };
    case 'open': {
      const points = question.rubric.map(({ text, weight }) => `- (${weight}) ${text}`).join('\n');
      return { type: 'essay', xml: markdown('graderinfo', `${question.modelAnswer}\n\n${points}`) };
    }
    case 'request':
    case 'spot':
    case 'cloze':
      return undefined;
  }
}

function choiceXml({ type, choices, shuffle }: SingleChoice | MultipleChoice): string {
  const right = choices.filter(({ correct }) => correct).length;
  const isSeveral = type === 'multiple-choice';
  return [
    `<single>${!isSeveral}</single>`,
    `<shuffleanswers>${shuffle === false ? 'false' : 'true'}</shuffleanswers>`,
    ...choices.map(({ text, correct, why }) =>
      answer(correct ? 100 / right : isSeveral ? -100 / (choices.length - right) : 0, text, why),
    ),
  ].join('\n');
}

function numericXml({ answer: right, tolerance, unit }: Numeric): string {
  const units =
    unit === undefined
      ? ''
      : `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit></units>`;
  return `${answer(100, String(right), undefined, `<tolerance>${tolerance ?? 0}</tolerance>`)}${units}`;
}

function matchingXml({ pairs, distractors }: Matching): string {
  const side = (left: string, right: string) =>
    markdown('subquestion', left).replace(
      '</subquestion>',
      `<answer><text>${escapeXml(right)}</text></answer></subquestion>`,
    );
  return [
    ...pairs.map(({ left, right }) => side(left, right)),
    ...(distractors ?? []).map(({ text }) => side('', text)),
  ].join('\n');
}
