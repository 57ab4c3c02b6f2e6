// One item of QTI 2.0 to 2.2.

import type { ForeignBody, ForeignQuestion, ForeignRefusal, MadeQuestion } from '../foreign-question.js';
import { htmlToMarkdown } from '../markup/html-to-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, descendantsOf, innerHtml, type XmlNode } from '../xml.js';
import {
  type Declared,
  declaredFor,
  entryOf,
  gapsIn,
  isAside,
  isGap,
  isInteraction,
} from './qti-2-declared.js';

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

/** The question, or why there is none. */
export function readQti2Item(item: XmlNode): ForeignQuestion | ForeignRefusal {
  const notes: Note[] = [];
  const where = { line: item.line, name: item.attributes.title?.trim() || undefined };
  const itemBody = childOf(item, 'itemBody');
  const found = interactionsIn(itemBody);
  const [interaction] = found;
  const isMadeUp = descendantsOf(item, 'templateDeclaration').length > 0;
  if (interaction === undefined)
    return { ...where, note: { code: 'not-a-question', detail: 'nothing to answer' } };
  const read = INTERACTIONS[interaction.name];
  if (read === undefined) return { ...where, note: { code: 'no-form', detail: interaction.name } };
  if (isMadeUp) return { ...where, note: { code: 'no-form', detail: 'figures made up anew each time' } };
  if (found.length > 1 && !found.every(isGap))
    return { ...where, note: { code: 'no-form', detail: 'several interactions' } };
  const made =
    found.length > 1 ? gapsIn(item, found, itemBody, notes) : oneOf(item, interaction, itemBody, read, notes);
  if ('refused' in made) return { ...where, note: made.refused };
  return {
    ...where,
    id: item.attributes.identifier,
    ...made,
    explanation: modalFeedback(item, notes),
    notes,
  };
}

function oneOf(
  item: XmlNode,
  interaction: XmlNode,
  itemBody: XmlNode | undefined,
  read: ReadBody,
  notes: Note[],
): MadeQuestion {
  const body = read(interaction, declaredFor(item, interaction, itemBody), notes);
  return 'refused' in body ? body : { stem: stemOf(itemBody, interaction, notes), body };
}

function interactionsIn(node: XmlNode | undefined): XmlNode[] {
  return childrenOf(node).flatMap((child) =>
    isInteraction(child) ? [child] : isAside(child) ? [] : interactionsIn(child),
  );
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
  const inText = isGap(interaction);
  if (inText) notes.push({ code: 'cloze-blank' });
  const around = markdownOf(body, notes, (child) =>
    isInteraction(child) ? (inText ? '&#95;&#95;&#95;&#95;&#95;' : true) : isAside(child),
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

function essayOf(_: XmlNode, { body, correct }: Declared, notes: Note[]): ForeignBody {
  const rubric = childrenOf(body, 'rubricBlock').map((block) => markdownOf(block, notes, () => false));
  return { kind: 'essay', modelAnswer: correct[0] ?? rubric.join('\n\n') };
}
