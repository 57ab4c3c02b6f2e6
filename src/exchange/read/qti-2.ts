// One item of QTI 2.0 to 2.2.

import type { ForeignBody, ForeignQuestion, ForeignRefusal } from '../foreign-question.js';
import { htmlToMarkdown } from '../markup/html-to-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, descendantsOf, innerHtml, textIn, type XmlNode } from '../xml.js';

type ReadBody = (interaction: XmlNode, declared: Declared, notes: Note[]) => ForeignBody | { refused: Note };

const INTERACTIONS: Readonly<Record<string, ReadBody>> = {
  choiceInteraction: choiceOf,
  inlineChoiceInteraction: choiceOf,
  orderInteraction: orderOf,
  matchInteraction: matchOf,
  associateInteraction: associateOf,
  textEntryInteraction: entryOf,
  extendedTextInteraction: essayOf,
};

interface Declared {
  correct: readonly string[];
  mapped: readonly { key: string; value: number }[];
  baseType: string;
  body: XmlNode | undefined;
}

/** The question, or why there is none. */
export function readQti2Item(item: XmlNode): ForeignQuestion | ForeignRefusal {
  const notes: Note[] = [];
  const where = { line: item.line, name: item.attributes.title?.trim() || undefined };
  const itemBody = childOf(item, 'itemBody');
  const found = interactionsIn(itemBody);
  const [interaction] = found;
  if (interaction === undefined)
    return { ...where, note: { code: 'not-a-question', detail: 'nothing to answer' } };
  const read = INTERACTIONS[interaction.name];
  if (read === undefined) return { ...where, note: { code: 'no-form', detail: interaction.name } };
  if (found.length > 1) return { ...where, note: { code: 'no-form', detail: 'several interactions' } };
  if (descendantsOf(item, 'templateDeclaration').length > 0)
    return { ...where, note: { code: 'no-form', detail: 'figures made up anew each time' } };
  const body = read(interaction, declaredFor(item, interaction, itemBody), notes);
  if ('refused' in body) return { ...where, note: body.refused };
  return {
    ...where,
    id: item.attributes.identifier,
    stem: stemOf(itemBody, interaction, notes),
    body,
    explanation: modalFeedback(item, notes),
    notes,
  };
}

const isInteraction = ({ name }: XmlNode) => /Interaction$/.test(name) && name !== 'endAttemptInteraction';
/** Elements that are no part of what is asked. */
const isAside = ({ name }: XmlNode) =>
  [
    'rubricBlock',
    'feedbackBlock',
    'feedbackInline',
    'templateBlock',
    'stylesheet',
    'endAttemptInteraction',
  ].includes(name);

function interactionsIn(node: XmlNode | undefined): XmlNode[] {
  return childrenOf(node).flatMap((child) =>
    isInteraction(child) ? [child] : isAside(child) ? [] : interactionsIn(child),
  );
}

function declaredFor(item: XmlNode, interaction: XmlNode, body: XmlNode | undefined): Declared {
  const declaration = childrenOf(item, 'responseDeclaration').find(
    ({ attributes }) => attributes.identifier === interaction.attributes.responseIdentifier,
  );
  return {
    correct: childrenOf(childOf(declaration, 'correctResponse'), 'value').map((value) =>
      textIn(value).trim(),
    ),
    mapped: childrenOf(childOf(declaration, 'mapping'), 'mapEntry').map(({ attributes }) => ({
      key: attributes.mapKey ?? '',
      value: Number(attributes.mappedValue ?? 0),
    })),
    baseType: declaration?.attributes.baseType ?? '',
    body,
  };
}

function markdownOf(
  node: XmlNode | undefined,
  notes: Note[],
  skip: (child: XmlNode) => boolean | string = isAside,
): string {
  const converted = htmlToMarkdown(innerHtml(node, skip));
  notes.push(...converted.notes);
  return converted.markdown;
}

/** The body around the interaction, and its prompt; a gap in a sentence becomes a blank. */
function stemOf(body: XmlNode | undefined, interaction: XmlNode, notes: Note[]): string {
  const isGap = interaction.name === 'textEntryInteraction' || interaction.name === 'inlineChoiceInteraction';
  if (isGap) notes.push({ code: 'cloze-blank' });
  const around = markdownOf(body, notes, (child) =>
    isInteraction(child) ? (isGap ? '&#95;&#95;&#95;&#95;&#95;' : true) : isAside(child),
  );
  const prompt = markdownOf(childOf(interaction, 'prompt'), notes);
  return [around, prompt].filter(Boolean).join('\n\n');
}

function modalFeedback(item: XmlNode, notes: Note[]): string | undefined {
  return (
    childrenOf(item, 'modalFeedback')
      .map((node) => markdownOf(node, notes))
      .filter(Boolean)
      .join('\n\n') || undefined
  );
}

interface Side {
  id: string;
  text: string;
  why: string | undefined;
}

function sidesIn(node: XmlNode, name: string, notes: Note[]): Side[] {
  return childrenOf(node, name).map((child) => ({
    id: child.attributes.identifier ?? '',
    text: markdownOf(child, notes),
    why:
      descendantsOf(child, 'feedbackInline')
        .map((feedback) => markdownOf(feedback, notes))
        .join('\n\n') || undefined,
  }));
}

function choiceOf(
  interaction: XmlNode,
  { correct, mapped }: Declared,
  notes: Note[],
): ForeignBody | { refused: Note } {
  const name = interaction.name === 'choiceInteraction' ? 'simpleChoice' : 'inlineChoice';
  const right = new Set(
    correct.length > 0 ? correct : mapped.filter(({ value }) => value > 0).map(({ key }) => key),
  );
  const sides = sidesIn(interaction, name, notes);
  const words = sides.map(({ text }) => text.toLowerCase());
  if (words.length === 2 && [...words].sort().join() === 'false,true') {
    const key = sides.find(({ id }) => right.has(id));
    return key === undefined
      ? { refused: { code: 'no-answer' } }
      : { kind: 'truth', answer: key.text.toLowerCase() === 'true' };
  }
  const options = sides.map(({ id, text, why }) => ({ text, why, right: right.has(id) }));
  return {
    kind: 'choice',
    options,
    several: name === 'simpleChoice' && interaction.attributes.maxChoices !== '1',
  };
}

function orderOf(
  interaction: XmlNode,
  { correct }: Declared,
  notes: Note[],
): ForeignBody | { refused: Note } {
  const texts = new Map(sidesIn(interaction, 'simpleChoice', notes).map(({ id, text }) => [id, text]));
  if (correct.length === 0) return { refused: { code: 'no-answer' } };
  return { kind: 'order', items: correct.flatMap((id) => texts.get(id) ?? []) };
}

function matchOf(interaction: XmlNode, declared: Declared, notes: Note[]): ForeignBody | { refused: Note } {
  const [from, to] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
    sidesIn(set, 'simpleAssociableChoice', notes),
  );
  return pairsOf(declared, from ?? [], to ?? []);
}

/** All sides stand in one list; which is left is a matter of the key. */
function associateOf(
  interaction: XmlNode,
  declared: Declared,
  notes: Note[],
): ForeignBody | { refused: Note } {
  const sides = sidesIn(interaction, 'simpleAssociableChoice', notes);
  const lefts = new Set(keysOf(declared).map(([left]) => left));
  return pairsOf(
    declared,
    sides.filter(({ id }) => lefts.has(id)),
    sides.filter(({ id }) => !lefts.has(id)),
  );
}

const keysOf = ({ correct, mapped }: Declared) =>
  (correct.length > 0 ? correct : mapped.filter(({ value }) => value > 0).map(({ key }) => key)).map((pair) =>
    pair.split(/\s+/),
  );

function pairsOf(
  declared: Declared,
  lefts: readonly Side[],
  rights: readonly Side[],
): ForeignBody | { refused: Note } {
  const keys = keysOf(declared);
  const text = (sides: readonly Side[], id = '') => sides.find((side) => side.id === id)?.text ?? '';
  const pairs = keys.map(([left, right]) => ({ left: text(lefts, left), right: text(rights, right) }));
  if (pairs.length === 0) return { refused: { code: 'no-answer' } };
  if (new Set(keys.map(([left]) => left)).size < keys.length)
    return { refused: { code: 'no-form', detail: 'a left side with several right ones' } };
  const used = new Set(keys.map(([, right]) => right));
  return { kind: 'match', pairs, extra: rights.filter(({ id }) => !used.has(id)).map((side) => side.text) };
}

function entryOf(_: XmlNode, { correct, mapped, baseType }: Declared): ForeignBody | { refused: Note } {
  const most = Math.max(0, ...mapped.map(({ value }) => value));
  if (baseType === 'float' || baseType === 'integer') {
    return correct[0] === undefined
      ? { refused: { code: 'no-answer' } }
      : { kind: 'figure', answer: Number(correct[0]), tolerance: 0 };
  }
  const full = mapped.filter(({ value }) => value === most && value > 0).map(({ key }) => key);
  const folded = new Set([...correct, ...full].map((answer) => answer.toLowerCase()));
  const partial = mapped
    .filter(({ key, value }) => value > 0 && value < most && !folded.has(key.toLowerCase()))
    .map(({ key, value }) => ({ text: key, credit: value / most }));
  return { kind: 'words', answers: [...correct, ...full], partial };
}

function essayOf(_: XmlNode, { body, correct }: Declared, notes: Note[]): ForeignBody {
  const rubric = childrenOf(body, 'rubricBlock').map((block) => markdownOf(block, notes, () => false));
  return { kind: 'essay', modelAnswer: correct[0] ?? rubric.join('\n\n') };
}
