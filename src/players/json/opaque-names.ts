// Names under which a program is told what a question's own ids would give away: right sides, and the blanks of a snippet.

import { blanksInOrder, clozeLines } from '../../question/cloze-pieces.js';
import type { Cloze } from '../../question/question.js';
import { isResponseTo, type QuestionResponse } from '../../question/response.js';
import type { AskView } from '../../session/player.js';
import { rightSides } from '../../session/shown.js';

type Named = Readonly<Record<string, string>>;

const sideName = (index: number) => `r${index + 1}`;
const blankName = (index: number) => `b${index + 1}`;

/** The right sides of a matching question: their ids are those of their pairs. */
export function namedSides(view: AskView): { id: string; text: string }[] {
  return rightSides(view).map(({ text }, index) => ({ id: sideName(index), text }));
}

/** The blanks in the order in which they stand: authors call them after what belongs there. */
export function namedBlanks(question: Cloze): { id: string; unit?: string }[] {
  return blanksInOrder(question).map(({ unit }, index) => ({
    id: blankName(index),
    ...(unit === undefined ? {} : { unit }),
  }));
}

/** The snippet with `{{b1}}` for its first blank. */
export function namedSnippet(question: Cloze): string {
  return clozeLines(question)
    .map((pieces) =>
      pieces.map((piece) => ('text' in piece ? piece.text : `{{${blankName(piece.blank)}}}`)).join(''),
    )
    .join('\n');
}

/** What is told of each blank, under its opaque name. */
export function byBlankName(question: Cloze, tell: (blank: Cloze['blanks'][number]) => string): Named {
  return Object.fromEntries(blanksInOrder(question).map((blank, index) => [blankName(index), tell(blank)]));
}

/** A response as a program sends it -> one by the question's own ids; those are taken too. */
export function heardResponse(response: unknown, view: AskView): unknown {
  const { question } = view;
  if (question.type === 'matching' && isResponseTo('matching', response)) {
    const ids = new Map(rightSides(view).map(({ id }, index) => [sideName(index), id]));
    return mapValues(response, (name) => ids.get(name) ?? name);
  }
  if (question.type === 'cloze' && isResponseTo('cloze', response)) {
    const ids = new Map(blanksInOrder(question).map(({ id }, index) => [blankName(index), id]));
    return mapNames(response, (name) => ids.get(name) ?? name);
  }
  return response;
}

/** The other way round: for what is told after the answer. */
export function toldResponse(response: QuestionResponse | null, view: AskView): QuestionResponse | null {
  const { question } = view;
  if (question.type === 'matching' && isResponseTo('matching', response)) {
    const names = new Map(rightSides(view).map(({ id }, index) => [id, sideName(index)]));
    return mapValues(response, (id) => names.get(id) ?? id);
  }
  if (question.type === 'cloze' && isResponseTo('cloze', response)) {
    const names = new Map(blanksInOrder(question).map(({ id }, index) => [id, blankName(index)]));
    return mapNames(response, (id) => names.get(id) ?? id);
  }
  return response;
}

const mapValues = (response: Named, change: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(response).map(([name, value]) => [name, change(value)]));

const mapNames = (response: Named, change: (name: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(response).map(([name, value]) => [change(name), value]));
