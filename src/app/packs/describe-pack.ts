// What a person is told of a pack before it is added, and what an update would change.

import type { LoadedPack } from '../../bank/load-pack.js';
import type { FetchedPack } from '../../bank/sources/fetch-source.js';
import type { PackFileEntry } from '../../bank/sources/pack-files.js';
import type { Question } from '../../question/question.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';

const questionsOf = (pack: LoadedPack): Question[] =>
  pack.files.flatMap(({ entry }, index) => (entry === null ? [] : [pack.question(index)]));

/** First line of the licence file; empty without one. */
export function licenceOf(files: readonly PackFileEntry[]): string {
  const file = files.find(({ path }) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(path));
  const text = file === undefined ? '' : Buffer.from(file.bytes).toString('utf8');
  return safeLine(text.split('\n').find((line) => line.trim() !== '') ?? '').slice(0, 100);
}

/** Source, pin, licence, counts by type, lint, hosts of links, topics; `name`: what it is to be called here. */
export function describePack(
  pack: LoadedPack,
  { files, pin }: FetchedPack,
  source: string,
  name: string,
): [string, string][] {
  const questions = questionsOf(pack);
  const types = new Map<string, number>();
  for (const { type } of questions) types.set(type, (types.get(type) ?? 0) + 1);
  const problems = [...pack.packProblems, ...pack.files.flatMap((file) => file.problems)];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const rows: [string, string][] = [
    ['Pack', `${pack.pack.id}: ${pack.pack.title}${pack.pack.draft ? ' (draft)' : ''}`],
    ...(name === pack.pack.id ? [] : [['Here', name] satisfies [string, string]]),
    ['Source', source],
    ['Pinned to', pin === '' ? 'a copy of the folder as it is now' : pin],
    ['Licence', licenceOf(files) || 'none is named'],
    ['Questions', `${questions.length}: ${[...types].map(([type, count]) => `${count} ${type}`).join(', ')}`],
    ['Lint', `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`],
    ['Links to', hostsIn(files).join(', ') || 'nowhere'],
    ['Topics', pack.pack.topics.map(({ slug }) => slug).join(', ') || 'those of the built-in pack'],
  ];
  return rows.map(([title, text]) => [title, safeLine(text).slice(0, 400)]);
}

const MOST_HOSTS = 20;

function hostsIn(files: readonly PackFileEntry[]): string[] {
  const hosts = new Set<string>();
  for (const { path, bytes } of files) {
    if (!path.endsWith('.md')) continue;
    for (const found of Buffer.from(bytes)
      .toString('utf8')
      .matchAll(/https?:\/\/([a-z0-9.-]{1,100})/gi))
      hosts.add((found[1] ?? '').toLowerCase());
  }
  const sorted = [...hosts].sort();
  return sorted.length > MOST_HOSTS
    ? [...sorted.slice(0, MOST_HOSTS), `and ${sorted.length - MOST_HOSTS} more`]
    : sorted;
}

export interface PackChanges {
  added: string[];
  reworded: string[];
  /** Another answer is right now. */
  rekeyed: string[];
  gone: string[];
}

/** By id: another content with the same key is a rewording. */
export function changesBetween(before: LoadedPack, after: LoadedPack): PackChanges {
  const entries = (pack: LoadedPack) =>
    new Map(pack.files.flatMap(({ entry }) => (entry === null ? [] : [[entry.id, entry] as const])));
  const [old, now] = [entries(before), entries(after)];
  const both = [...now.values()].filter(({ id }) => old.has(id));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    reworded: both
      .filter(
        ({ id, keyHash, contentHash }) =>
          old.get(id)?.keyHash === keyHash && old.get(id)?.contentHash !== contentHash,
      )
      .map(({ id }) => id),
    rekeyed: both.filter(({ id, keyHash }) => old.get(id)?.keyHash !== keyHash).map(({ id }) => id),
    gone: [...old.keys()].filter((id) => !now.has(id)),
  };
}

/** `added 2: a, b` …; `answered`: older answers to questions that are marked otherwise now. */
export function changeLines(changes: PackChanges, answered: number): string[] {
  const names: readonly [string, readonly string[]][] = [
    ['added', changes.added],
    ['reworded', changes.reworded],
    ['re-keyed', changes.rekeyed],
    ['gone', changes.gone],
  ];
  const lines = names.flatMap(([name, ids]) =>
    ids.length === 0
      ? []
      : [`  ${name} ${ids.length}: ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ' …' : ''}`],
  );
  const told =
    answered === 0
      ? []
      : [
          `  ${counted(answered, 'older answer')} to re-keyed questions will not count until: api-quiz history regrade`,
        ];
  return lines.length === 0 ? ['  nothing has changed'] : [...lines, ...told];
}
