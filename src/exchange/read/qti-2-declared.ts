// The responses that an item of QTI 2 declares, and its gaps: words to type, lists to choose from.

import { parseFigure } from '../../question/figure.js';
import type { ForeignBody, MadeQuestion } from '../foreign-question.js';
import { htmlToText } from '../markup/html-to-markdown.js';
import type { Note } from '../notes.js';
import { childOf, childrenOf, innerHtml, textIn, type XmlNode } from '../xml.js';
import { type FoundGap, gapsOf } from './gaps.js';

/** What is right in one response. */
export interface Declared {
  correct: readonly string[];
  mapped: readonly { key: string; value: number }[];
  baseType: string;
  body: XmlNode | undefined;
}

/** A place in a sentence. */
export const isGap = ({ name }: XmlNode) =>
  name === 'textEntryInteraction' || name === 'inlineChoiceInteraction';
/** Something to answer. */
export const isInteraction = ({ name }: XmlNode) =>
  /Interaction$/.test(name) && name !== 'endAttemptInteraction';
/** Elements that are no part of what is asked. */
export const isAside = ({ name }: XmlNode) =>
  [
    'rubricBlock',
    'feedbackBlock',
    'feedbackInline',
    'templateBlock',
    'stylesheet',
    'endAttemptInteraction',
  ].includes(name);

/** The declaration that an interaction belongs to. */
export function declaredFor(item: XmlNode, interaction: XmlNode, body: XmlNode | undefined): Declared {
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

/** What is typed: a figure, or words of which some are worth a part. */
export function entryOf(
  _: XmlNode,
  { correct, mapped, baseType }: Declared,
): Extract<ForeignBody, { kind: 'words' | 'figure' }> | { refused: Note } {
  const most = Math.max(0, ...mapped.map(({ value }) => value));
  if (baseType === 'float' || baseType === 'integer') {
    if (!correct[0]) return { refused: { code: 'no-answer' } };
    const answer = parseFigure(correct[0]);
    return answer === undefined
      ? { refused: { code: 'not-a-figure', detail: correct[0] } }
      : { kind: 'figure', answer, tolerance: 0 };
  }
  const full = mapped.filter(({ value }) => value === most && value > 0).map(({ key }) => key);
  const folded = new Set([...correct, ...full].map((answer) => answer.toLowerCase()));
  const partial = mapped
    .filter(({ key, value }) => value > 0 && value < most && !folded.has(key.toLowerCase()))
    .map(({ key, value }) => ({ text: key, credit: value / most }));
  return { kind: 'words', answers: [...correct, ...full], partial };
}

/** Several gaps in one text. */
export function gapsIn(
  item: XmlNode,
  found: readonly XmlNode[],
  itemBody: XmlNode | undefined,
  notes: Note[],
): MadeQuestion {
  const mark = (interaction: XmlNode) => `\ue000${found.indexOf(interaction)}\ue001`;
  const html = innerHtml(itemBody, (child) => (isInteraction(child) ? mark(child) : isAside(child)));
  const gaps = found.map((interaction): FoundGap => {
    const declared = declaredFor(item, interaction, itemBody);
    if (interaction.name === 'inlineChoiceInteraction') {
      const sides = childrenOf(interaction, 'inlineChoice').map((child) => ({
        id: child.attributes.identifier,
        text: htmlToText(innerHtml(child, isAside)),
      }));
      const answers = sides.filter(({ id }) => id === declared.correct[0]).map(({ text }) => text);
      return { mark: mark(interaction), answers, options: sides.map(({ text }) => text) };
    }
    const body = entryOf(interaction, declared);
    return { mark: mark(interaction), ...('refused' in body ? {} : body) };
  });
  return gapsOf(html, gaps, notes);
}
