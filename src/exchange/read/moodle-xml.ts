// Moodle XML: the bank of a course as Moodle 2 to 5 writes it.

import { parseFigure } from '../../question/figure.js';
import type {
  ForeignBody,
  ForeignFile,
  ForeignQuestion,
  ForeignRefusal,
  ReadResult,
} from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';
import { htmlToMarkdown, htmlToText } from '../markup/html-to-markdown.js';
import { safeMarkdown, textToMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, parseXml, textIn, type XmlNode } from '../xml.js';
import { readText } from './text-file.js';

/** The questions of a `<quiz>`; a category question names the topic of what follows. */
export async function readMoodleXml(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const parsed = parseXml(read.text);
  if ('note' in parsed) return refuseAll(parsed.note, parsed.line);
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  let topic: string | undefined;
  for (const node of childrenOf(parsed.root, 'question')) {
    const { type } = node.attributes;
    if (type === 'category') {
      topic = textIn(childOf(node, 'category')).trim().split('/').pop();
      continue;
    }
    const notes: Note[] = [];
    const name = textIn(childOf(node, 'name')).trim() || undefined;
    const body = bodyOf(node, notes);
    if ('refused' in body) refused.push({ line: node.line, name, note: body.refused });
    else questions.push(questionOf(node, body, notes, name, topic));
  }
  return { questions, refused };
}

function questionOf(
  node: XmlNode,
  body: ForeignBody,
  notes: Note[],
  name: string | undefined,
  topic: string | undefined,
): ForeignQuestion {
  const tags = childrenOf(childOf(node, 'tags'), 'tag').map((tag) => textIn(tag).trim());
  const general = markdownOf(childOf(node, 'generalfeedback'), notes);
  // What is shown for a true-false statement stands beside its two answers.
  const own =
    body.kind === 'truth' ? childrenOf(node, 'answer').map((answer) => feedbackOf(answer, notes)) : [];
  for (const field of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const text = textIn(childOf(childOf(node, field), 'text')).trim();
    if (text !== '' && !/^(<p>)?Your answer is (partially )?(in)?correct\.(<\/p>)?$/.test(text))
      notes.push({ code: 'feedback-lost', detail: htmlToText(text) });
  }
  return {
    line: node.line,
    id: textIn(childOf(node, 'idnumber')).trim() || undefined,
    name,
    stem: markdownOf(childOf(node, 'questiontext'), notes),
    body,
    hint: markdownOf(childOf(node, 'hint'), notes) || undefined,
    explanation: [...new Set([general, ...own].filter(Boolean))].join('\n\n') || undefined,
    topic,
    tags,
    notes,
  };
}

function bodyOf(node: XmlNode, notes: Note[]): ForeignBody | { refused: Note } {
  const answers = childrenOf(node, 'answer');
  switch (node.attributes.type) {
    case 'multichoice':
      return choiceOf(node, answers, notes);
    case 'truefalse': {
      const right = answers.find((answer) => fractionOf(answer) > 0);
      return right === undefined
        ? { refused: { code: 'no-answer' } }
        : { kind: 'truth', answer: textIn(childOf(right, 'text')).trim().toLowerCase() === 'true' };
    }
    case 'shortanswer':
      return wordsOf(node, answers, notes);
    case 'numerical':
      return figureOf(node, answers, notes);
    case 'matching':
      return matchOf(node, notes);
    case 'ordering':
      return { kind: 'order', items: inOrder(answers).map((answer) => markdownOf(answer, notes)) };
    case 'essay':
      return essayOf(node, notes);
    default:
      return { refused: { code: 'no-form', detail: `type ${node.attributes.type ?? 'unknown'}` } };
  }
}

function choiceOf(node: XmlNode, answers: readonly XmlNode[], notes: Note[]): ForeignBody {
  const several = textIn(childOf(node, 'single')).trim() === 'false';
  const options = answers.map((answer) => {
    const fraction = fractionOf(answer);
    // Of a question with one answer the best is right; part credit beside it has no place here.
    const right = several ? fraction > 0 : fraction >= 99.999;
    if (!several && fraction > 0 && !right) notes.push({ code: 'wrong-credit-lost' });
    return { text: markdownOf(answer, notes), right, why: feedbackOf(answer, notes) };
  });
  const keepOrder = /^(0|false)$/.test(textIn(childOf(node, 'shuffleanswers')).trim());
  return { kind: 'choice', several, options, ...(keepOrder ? { keepOrder } : {}) };
}

function wordsOf(node: XmlNode, answers: readonly XmlNode[], notes: Note[]): ForeignBody {
  if (textIn(childOf(node, 'usecase')).trim() === '1') notes.push({ code: 'case-lost' });
  const texts = answers.map((answer) => ({
    text: textIn(childOf(answer, 'text')).trim(),
    credit: fractionOf(answer) / 100,
    why: feedbackOf(answer, notes),
  }));
  for (const { text } of texts) if (text.includes('*')) notes.push({ code: 'pattern-lost', detail: text });
  const full = texts.filter(({ credit }) => credit >= 0.99999);
  return {
    kind: 'words',
    answers: full.map(({ text }) => text),
    partial: texts.filter(({ credit }) => credit < 0.99999),
  };
}

function figureOf(
  node: XmlNode,
  answers: readonly XmlNode[],
  notes: Note[],
): ForeignBody | { refused: Note } {
  const [best] = [...answers].sort((a, b) => fractionOf(b) - fractionOf(a));
  if (best === undefined) return { refused: { code: 'no-answer' } };
  if (answers.length > 1) notes.push({ code: 'tolerances-joined' });
  const unit = textIn(childOf(childOf(childOf(node, 'units'), 'unit'), 'unit_name')).trim() || undefined;
  const typed = textIn(childOf(best, 'text')).trim();
  if (typed === '') return { refused: { code: 'no-answer' } };
  const within = textIn(childOf(best, 'tolerance')).trim() || '0';
  const [answer, tolerance] = [parseFigure(typed), parseFigure(within)];
  if (answer === undefined || tolerance === undefined)
    return { refused: { code: 'not-a-figure', detail: answer === undefined ? typed : `± ${within}` } };
  return { kind: 'figure', answer, tolerance: Math.abs(tolerance), unit };
}

function matchOf(node: XmlNode, notes: Note[]): ForeignBody {
  const sides = childrenOf(node, 'subquestion').map((sub) => ({
    left: markdownOf(sub, notes),
    right: safeMarkdown(textIn(childOf(childOf(sub, 'answer'), 'text'))),
  }));
  return {
    kind: 'match',
    pairs: sides.filter(({ left }) => left !== ''),
    extra: sides.filter(({ left }) => left === '').map(({ right }) => right),
  };
}

/** `graderinfo` is for whoever marks: its first paragraph block is the model answer, a list in it the rubric. */
function essayOf(node: XmlNode, notes: Note[]): ForeignBody {
  const info = markdownOf(childOf(node, 'graderinfo'), notes);
  const points = [...info.matchAll(/^- \((\d+(?:\.\d+)?)\) (.+)$/gm)].map((found) => ({
    weight: Number(found[1]),
    text: found[2] ?? '',
  }));
  const modelAnswer = info.replace(/^- \(\d+(?:\.\d+)?\) .+$/gm, '').trim();
  return { kind: 'essay', rubric: points, modelAnswer };
}

/** Moodle writes the items in the right order, numbered by fraction where they are numbered. */
const inOrder = (answers: readonly XmlNode[]) =>
  answers.every((answer) => fractionOf(answer) >= 1)
    ? [...answers].sort((a, b) => fractionOf(a) - fractionOf(b))
    : answers;

const fractionOf = (answer: XmlNode) => Number(answer.attributes.fraction ?? 0);

const feedbackOf = (answer: XmlNode, notes: Note[]) =>
  markdownOf(childOf(answer, 'feedback'), notes) || undefined;

/** A text with its format; without one it is HTML, as Moodle has it. */
function markdownOf(node: XmlNode | undefined, notes: Note[]): string {
  if (node === undefined) return '';
  const text = textIn(childOf(node, 'text'));
  switch (node.attributes.format) {
    case 'markdown':
      return safeMarkdown(text);
    case 'plain_text':
      return textToMarkdown(text);
    default: {
      const converted = htmlToMarkdown(text);
      notes.push(...converted.notes);
      return converted.markdown;
    }
  }
}
