// What an item of QTI 1.2 gives points for: its `resprocessing` as flat conditions.

import { childOf, childrenOf, descendantsOf, textIn, type XmlNode } from '../xml.js';

export interface Condition {
  /** Values that are to be chosen, in order; negated ones left out. */
  equal: readonly string[];
  /** The response each of them belongs to. */
  respondents: readonly string[];
  /** Bounds of a figure, both within. */
  atLeast?: number | undefined;
  atMost?: number | undefined;
  points: number;
  action: string;
  /** Ident of the feedback shown. */
  feedback?: string | undefined;
}

/** The conditions in the order of the file. */
export function conditionsOf(item: XmlNode): Condition[] {
  return descendantsOf(childOf(item, 'resprocessing'), 'respcondition').map((condition) => {
    const variables = childOf(condition, 'conditionvar');
    const equals = within(variables, 'varequal');
    const set = childrenOf(condition, 'setvar');
    return {
      equal: equals.map((node) => textIn(node).trim()),
      respondents: equals.map((node) => node.attributes.respident ?? ''),
      atLeast: numberIn(within(variables, 'vargte')[0] ?? within(variables, 'vargt')[0]),
      atMost: numberIn(within(variables, 'varlte')[0] ?? within(variables, 'varlt')[0]),
      points: Math.max(0, ...set.map((node) => numberIn(node) ?? 0)),
      action: set[0]?.attributes.action ?? 'Set',
      feedback: childOf(condition, 'displayfeedback')?.attributes.linkrefid,
    };
  });
}

/** Elements of that name below, what stands under `<not>` left out. */
function within(node: XmlNode | undefined, name: string): XmlNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'not' ? [] : within(child, name);
  });
}

function numberIn(node: XmlNode | undefined): number | undefined {
  if (node === undefined) return undefined;
  const text = textIn(node).trim();
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}
