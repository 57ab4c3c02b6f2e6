// A question as data for a program: what a person would see, and nothing that gives the key away.

import { linesOf } from '../../question/snippet.js';
import type { AskView } from '../../session/player.js';
import { optionIds, shownChoices } from '../../session/shown.js';
import { namedBlanks, namedSides, namedSnippet } from './opaque-names.js';

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
      return { left: question.pairs.map(({ id, left }) => ({ id, text: left })), right: namedSides(view) };
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
        snippet: namedSnippet(question),
        blanks: namedBlanks(question),
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
