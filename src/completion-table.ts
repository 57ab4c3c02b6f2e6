// Makes what completion knows: the build calls it once, with the bank it has just parsed.

import type { TakenOption } from './app/command.js';
import type { CompletionOption, CompletionTable } from './app/completion/completion-table.js';
import type { OptionRow } from './app/option-rows.js';
import { OPTIONS } from './app/options.js';
import type { BankEntry } from './bank/entry.js';
import type { Topic } from './bank/pack-file.js';
import { CATALOGUE } from './catalogue.js';
import { safeLine } from './text/safe.js';

/** Loads every verb. */
export async function makeCompletionTable(
  topics: readonly Topic[],
  entries: readonly Pick<BankEntry, 'id' | 'tags'>[],
): Promise<CompletionTable> {
  const verbs = await Promise.all(
    CATALOGUE.map(async ({ name, summary, load }) => {
      const { options = [], arguments: taken = [] } = await load();
      return {
        name,
        summary,
        options: options.map(nameOf),
        arguments: taken.map((argument) => argument.name),
      };
    }),
  );
  const rows: [string, OptionRow<unknown>][] = Object.entries(OPTIONS);
  return {
    verbs,
    options: Object.fromEntries(rows.map(([name, row]) => [name, optionOf(row)])),
    topics: topics.map(({ slug, title }) => ({ name: slug, text: safeLine(title) })),
    concepts: topics.flatMap(({ concepts }) => concepts.map(({ slug }) => slug)),
    questions: entries.map(({ id }) => id),
    tags: [...new Set(entries.flatMap(({ tags }) => tags))].sort(),
  };
}

const nameOf = (taken: TakenOption) => (typeof taken === 'string' ? taken : taken.option);

function optionOf({ flags, text, values = [] }: OptionRow<unknown>): CompletionOption {
  return {
    flags: flags.match(/(?<![\w-])--?[\w-]+/g)?.reverse() ?? [],
    text,
    takesValue: /[<[]/.test(flags),
    values: [...values],
  };
}
