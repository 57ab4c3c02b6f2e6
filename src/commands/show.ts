// api-quiz show: one question with its key and explanation.

import type { Question } from '../question/question.js';
import type { QuestionTypeRules } from '../question/question-type.js';
import { rulesOf } from '../question/type-rules.js';
import type { QuestionType } from '../question/vocabulary.js';
import { headLine, indent, measure, ruleLine } from '../terminal/frame.js';
import { renderMarkdown } from '../terminal/markdown.js';
import { markedOptions } from '../terminal/screens/marked-options.js';
import { explanation } from '../terminal/screens/verdict-screen.js';
import type { Theme } from '../terminal/theme.js';
import { themeOf } from './choose-player.js';
import type { Command } from './command.js';
import { openBank } from './open-bank.js';
import { openSettings } from './open-settings.js';
import { ASCII_OPTION, FILTER_OPTIONS, JSON_OPTION } from './options.js';
import { columnsOf, printJson, printLines } from './print.js';

export const show: Command = {
  arguments: [{ name: '<id>', text: 'its id, see api-quiz list' }],
  options: [
    ...FILTER_OPTIONS.filter((option) => option.flags.startsWith('--pack')),
    ASCII_OPTION,
    JSON_OPTION,
  ],
  async run(world, [id = ''], options) {
    const settings = openSettings(world);
    const { bank } = await openBank(world, settings, options);
    const entry = bank.find(id);
    const question = bank.question(entry);
    if (options.json) printJson(world, { ...question, pack: entry.pack, file: entry.file });
    else
      printLines(
        world,
        questionPage(question, entry.key, columnsOf(world), themeOf({ world, settings, options })),
      );
    return 0;
  },
};

/** The question as after a right answer, with every `why`. */
function questionPage(question: Question, key: string, columns: number, theme: Theme): string[] {
  const width = measure(columns);
  const rules = rulesOf(question) as QuestionTypeRules<QuestionType>;
  const shown = {
    response: question.type === 'open' ? null : rules.rightResponse(question as never),
    order: [],
  };
  const whys =
    'choices' in question
      ? question.choices
          .filter((choice) => !choice.correct)
          .flatMap((choice) => [
            '',
            ...renderMarkdown(`**Not** ${choice.text}`, width, theme),
            ...renderMarkdown(choice.why, width, theme),
          ])
      : [];
  return indent([
    headLine(`${question.topic} ${theme.glyphs.between} ${question.level}`, key, width, theme),
    ruleLine(width, theme),
    '',
    ...renderMarkdown(question.stem, width, theme),
    '',
    ...markedOptions(question, shown as never, width, theme),
    ...whys,
    '',
    ...(question.hint === undefined
      ? []
      : [...renderMarkdown(`**Hint** ${question.hint}`, width, theme), '']),
    ...explanation({ view: { question } as never }, width, theme),
    ...renderMarkdown(
      `Reviewed ${question.reviewed}. Concepts: ${question.concepts.join(', ')}.`,
      width,
      theme,
    ),
  ]);
}
