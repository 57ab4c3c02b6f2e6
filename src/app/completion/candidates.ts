// Words typed so far -> what the last of them can become. Pure.

import type { CompletionOption, CompletionTable } from './completion-table.js';

export interface Candidate {
  value: string;
  text: string;
}

/** `files`: the shell completes names of files itself. */
export type Completed = { kind: 'words'; words: Candidate[] } | { kind: 'files' };

/** What changes from day to day. */
export interface Recent {
  sittings(): Candidate[];
  packs(): Candidate[];
}

const NOTHING: Completed = { kind: 'words', words: [] };
const FILES: Completed = { kind: 'files' };
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** `words`: what stands behind the program's name, the word at the cursor last (empty: a new one). */
export function candidatesFor(words: readonly string[], table: CompletionTable, recent: Recent): Completed {
  const { before, current, lead } = readWords(words);
  const verb = table.verbs.find(({ name }) => name === before.find((word) => !word.startsWith('-')));
  const found =
    verb === undefined
      ? before[0] === 'help' || before.length === 0
        ? verbsOf(table)
        : NOTHING
      : candidatesIn(verb, before, current, table, recent);
  if (found.kind === 'files') return found;
  return { kind: 'words', words: found.words.flatMap((word) => fitting(word, current, lead)) };
}

/** bash cuts words at `=`; other shells leave `--topic=graph` whole. Both mean the value of an option. */
function readWords(words: readonly string[]): { before: string[]; current: string; lead: string } {
  const typed = words.filter((word) => word !== '=');
  const current = words.at(-1) === '=' ? '' : (typed.at(-1) ?? '');
  const before = words.at(-1) === '=' ? typed : typed.slice(0, -1);
  const joined = /^(--[\w-]+)=(.*)$/.exec(current);
  if (joined === null) return { before, current, lead: '' };
  const [, option = '', value = ''] = joined;
  return { before: [...before, option], current: value, lead: `${option}=` };
}

/** Of `a,b,gra` only the last part is completed. */
function fitting({ value, text }: Candidate, current: string, lead: string): Candidate[] {
  const kept = current.slice(0, current.lastIndexOf(',') + 1);
  return value.startsWith(current.slice(kept.length)) ? [{ value: lead + kept + value, text }] : [];
}

function verbsOf({ verbs }: CompletionTable): Completed {
  return say([
    ...verbs.map(({ name, summary }) => ({ value: name, text: summary })),
    { value: 'help', text: 'help on a verb' },
  ]);
}

function candidatesIn(
  verb: CompletionTable['verbs'][number],
  before: readonly string[],
  current: string,
  table: CompletionTable,
  recent: Recent,
): Completed {
  const options = verb.options.flatMap((name) => {
    const option = table.options[name];
    return option === undefined ? [] : [{ name, option }];
  });
  const asked = options.find(({ option }) => option.takesValue && option.flags.includes(before.at(-1) ?? ''));
  if (asked !== undefined) return valuesOf(asked.name, asked.option, table, recent);
  if (current.startsWith('-')) return say([...options, HELP].flatMap(({ option }) => flagsOf(option)));
  const given = positionals(
    before,
    options.map(({ option }) => option),
  ).slice(1);
  const argument = verb.arguments[given.length] ?? verb.arguments.findLast((name) => name.includes('...'));
  return argument === undefined ? NOTHING : argumentsOf(verb.name, argument, given, table, recent);
}

const HELP = { name: 'help', option: { flags: ['--help'], text: 'help', takesValue: false, values: [] } };

const flagsOf = ({ flags, text }: CompletionOption) => flags.slice(0, 1).map((value) => ({ value, text }));

/** Words that are neither options nor their values; the verb is the first. */
function positionals(before: readonly string[], options: readonly CompletionOption[]): string[] {
  const takes = (word: string | undefined) =>
    options.some(({ flags, takesValue }) => takesValue && flags.includes(word ?? ''));
  return before.filter((word, index) => !word.startsWith('-') && !takes(before[index - 1]));
}

function valuesOf(
  name: string,
  { values }: CompletionOption,
  table: CompletionTable,
  recent: Recent,
): Completed {
  if (values.length > 0) return plain(values);
  switch (name) {
    case 'topic':
      return topicsOf(table);
    case 'concept':
      return plain(table.concepts);
    case 'tag':
      return plain(table.tags);
    case 'pack':
      return say(recent.packs());
    case 'again':
    case 'missedOf':
    case 'sitting':
      return say([{ value: 'last', text: 'the last sitting' }, ...recent.sittings()]);
    case 'output':
    case 'blueprint':
      return FILES;
    default:
      return NOTHING;
  }
}

/** By the name of the argument, as the help writes it. */
function argumentsOf(
  verb: string,
  argument: string,
  given: readonly string[],
  table: CompletionTable,
  recent: Recent,
): Completed {
  const sittings = () => [{ value: 'last', text: 'the last sitting' }, ...recent.sittings()];
  switch (argument.replace(/[^a-z]/g, '')) {
    case 'topic':
      return topicsOf(table);
    case 'what':
      return say([...topicWords(table), ...table.questions.map((value) => ({ value, text: '' }))]);
    case 'id':
    case 'question':
      return plain(table.questions);
    case 'sitting':
      return say(sittings());
    case 'shell':
      return plain(SHELLS);
    case 'action':
      return verb === 'history'
        ? say([
            ...['list', 'show', 'export', 'import', 'delete', 'restore', 'regrade'].map((value) => ({
              value,
              text: '',
            })),
            ...sittings(),
          ])
        : plain(['list', 'remove']);
    case 'name':
      if (verb === 'config') return plain(SETTINGS);
      return ['export', 'import'].includes(given[0] ?? '') ? FILES : say(sittings());
    case 'path':
    case 'paths':
    case 'file':
    case 'files':
    case 'folder':
      return FILES;
    default:
      return NOTHING;
  }
}

const SETTINGS = ['role', 'level', 'interviewDate', 'packs', 'timer', 'time', 'confidence', 'theme', 'ascii'];

const topicWords = ({ topics }: CompletionTable) => topics.map(({ name, text }) => ({ value: name, text }));
const topicsOf = (table: CompletionTable) => say(topicWords(table));
const say = (words: readonly Candidate[]): Completed => ({ kind: 'words', words: [...words] });
const plain = (values: readonly string[]) => say(values.map((value) => ({ value, text: '' })));
