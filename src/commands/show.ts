// api-quiz show: one question with its key and explanation.

import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { columnsOf, printJson, printLines } from '../app/print.js';
import { suspendedWords } from '../app/suspend-questions.js';
import type { World } from '../app/world.js';
import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { headLine, indent, measure, ruleLine } from '../look/frame.js';
import { renderMarkdown, renderOption } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { markedOptions } from '../players/marked-options.js';
import { explanation } from '../players/verdict-screen.js';
import type { Question } from '../question/question.js';

export const show: Command = {
  arguments: [{ name: '<id>', text: 'its id, see api-quiz list' }],
  options: ['pack', 'ascii', 'json', 'noPager'],
  pages: () => true,
  async run(world, [id = ''], options) {
    const settings = openSettings(world);
    const { bank } = await openBank(world, settings, options);
    const entry = bank.find(id);
    const question = bank.question(entry);
    if (options.json) printJson(world, { ...question, pack: entry.pack, file: entry.file });
    else
      printLines(world, [
        ...questionPage(question, entry.key, columnsOf(world), themeOf({ world, settings, options })),
        ...indent([`Practise it: api-quiz practice ${entry.id}`, ...suspendedLines(world, bank, entry)]),
      ]);
    return 0;
  },
};

/** Why no sitting chooses it, and how it comes back; none where it is not suspended. */
function suspendedLines(world: World, bank: Bank, { key, id }: BankEntry): string[] {
  const suspension = openHistory(world).recall(bank).suspended.get(key);
  return suspension === undefined
    ? []
    : [`${sentence(suspendedWords(suspension))}. It comes back with: api-quiz unsuspend ${id}`];
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The question with its key and every `why`: nobody has answered, so nothing is marked as an answer. */
function questionPage(question: Question, key: string, columns: number, theme: Theme): string[] {
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
    ...(question.hint === undefined
      ? []
      : [...renderMarkdown(`**Hint** ${question.hint}`, width, theme), '']),
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
