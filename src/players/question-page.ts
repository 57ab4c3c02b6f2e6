// A question told whole: with its key, every reason, its explanation and its sources.

import { headLine, indent, measure, ruleLine } from '../look/frame.js';
import { renderMarkdown, renderOption } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { hintWords } from '../question/hint-words.js';
import type { Question } from '../question/question.js';
import { markedOptions } from './marked-options.js';
import { explanation } from './verdict-screen.js';

/** The question with its key and every `why`: nobody has answered, so nothing is marked as an answer. */
export function questionPage(question: Question, key: string, columns: number, theme: Theme): string[] {
  const width = measure(columns);
  return indent([
    headLine(`${question.topic} ${theme.glyphs.between} ${question.level}`, key, width, theme),
    ruleLine(width, theme),
    '',
    ...renderMarkdown(question.stem, width, theme),
    '',
    ...markedOptions(question, { response: null, order: [] } as never, width, theme),
    ...reasonsAgainst(question, width, theme),
    '',
    ...(question.hint === undefined ? [] : [...renderMarkdown(hintWords(question.hint), width, theme), '']),
    ...explanation({ view: { question } as never }, width, theme),
    ...renderMarkdown(
      `${question.reviewed === '' ? 'Draft, not reviewed' : `Reviewed ${question.reviewed}`}. Concepts: ${question.concepts.join(', ')}.`,
      width,
      theme,
    ),
  ]);
}

/** Why the wrong choices are wrong, by their numbers, and what an open answer had better not say. */
function reasonsAgainst(question: Question, width: number, theme: Theme): string[] {
  if (question.type === 'open') {
    const flags = (question.avoid ?? []).flatMap(({ text }) =>
      renderOption(text, width, theme, { first: `${theme.glyphs.wrong} ` }),
    );
    return flags.length === 0 ? [] : ['', theme.strong('Red flags'), ...flags];
  }
  if (!('choices' in question)) return [];
  const whys = question.choices.flatMap(({ correct, why }, index) =>
    correct ? [] : renderOption(why, width, theme, { first: `  ${index + 1}  ` }),
  );
  return ['', theme.strong('Why not the others'), ...whys];
}
