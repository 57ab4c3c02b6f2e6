// A question as data for a program: what a person would see, and nothing that gives the key away.

import { blanksInOrder } from '../../question/cloze-pieces.js';
import { linesOf } from '../../question/snippet.js';
import type { AskView } from '../../session/player.js';
import { optionIds, rightSides, shownChoices } from '../../session/shown.js';

/** The body of the `question` event; texts are Markdown. */
export function questionEvent(view: AskView, remainingMs: number | null): Record<string, unknown> {
  const { question, mode } = view;
  return {
    entry: view.entry,
    place: view.place,
    of: view.of,
    item: view.item,
    topic: question.topic,
    concepts: question.concepts,
    level: question.level,
    type: question.type,
    round: view.round,
    limitMs: view.limitMs,
    remainingMs,
    ...(question.draft ? { draft: true } : {}),
    stem: question.stem,
    ...(view.probe === undefined ? {} : { probe: view.probe }),
    ...optionsOf(view),
    hintAvailable: mode.hints && question.hint !== undefined && !view.hinted,
    ...(view.draft === null ? {} : { draft: view.draft }),
    ...(mode.order === 'free' ? { marked: view.marked, previous: view.previous } : {}),
  };
}

function optionsOf(view: AskView): Record<string, unknown> {
  const { question } = view;
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { options: shownChoices(view).map(({ id, text }) => ({ id, text })) };
    case 'true-false':
      return { options: optionIds(view).map((id) => ({ id: id === 'true', text: id })) };
    case 'ordering':
      return {
        options: view.order.map((id) => ({
          id,
          text: question.items.find((item) => item.id === id)?.text ?? id,
        })),
      };
    case 'matching':
      return { left: question.pairs.map(({ id, left }) => ({ id, text: left })), right: opaqueSides(view) };
    case 'numeric':
      return question.unit === undefined ? {} : { unit: question.unit };
    case 'spot':
      return {
        snippet: question.snippet,
        lines: linesOf(question.snippet).length,
        flaws: question.flaws.length,
      };
    case 'cloze':
      return {
        snippet: question.snippet,
        blanks: blanksInOrder(question).map(({ id, unit }) => ({
          id,
          ...(unit === undefined ? {} : { unit }),
        })),
      };
    case 'lab':
      return {
        steps: question.steps.map(({ id, text, value }) => ({ id, text, asks: value !== undefined })),
      };
    case 'short-answer':
    case 'request':
    case 'open':
      return {};
  }
}

/** The right sides under names of their own: their ids are those of their pairs. */
function opaqueSides(view: AskView): { id: string; text: string }[] {
  return rightSides(view).map(({ text }, index) => ({ id: sideName(index), text }));
}

/** A response to a matching question with the ids of its right sides in place of their opaque names. */
export function withSideIds(
  response: Readonly<Record<string, unknown>>,
  view: AskView,
): Record<string, unknown> {
  const names = new Map(rightSides(view).map(({ id }, index) => [sideName(index), id]));
  return Object.fromEntries(
    Object.entries(response).map(([pair, name]) => [pair, names.get(name as string) ?? name]),
  );
}

/** The other way round: for what is told after the answer. */
export function withSideNames(
  response: Readonly<Record<string, string>>,
  view: AskView,
): Record<string, string> {
  const names = new Map(rightSides(view).map(({ id }, index) => [id, sideName(index)]));
  return Object.fromEntries(Object.entries(response).map(([pair, id]) => [pair, names.get(id) ?? id]));
}

function sideName(index: number): string {
  return `r${index + 1}`;
}
