// `api-quiz --complete words…`: one candidate a line, with a tab before its meaning; `:files` where the shell knows better.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Candidate, candidatesFor } from './candidates.js';
import type { CompletionTable } from './completion-table.js';

/** Sittings that are named, the latest first. */
const MOST_SITTINGS = 12;
/** Files that are looked at for them. */
const MOST_LOOKED_AT = 60;
/** The head of a segment, in characters. */
const HEAD = 2000;
const SEGMENT_FILE = /\d{8}T\d{9}Z-[\da-f]{8}-[\da-f]{8}\.json$/;

export interface CompletionWorld {
  /** The file that the build makes. */
  table: string;
  home(): Promise<string>;
  write(text: string): void;
}

/** Says nothing, rather than something wrong, where it cannot know: a shell is no place for errors. */
export async function complete(world: CompletionWorld, words: readonly string[]): Promise<void> {
  const table = readTable(world.table);
  if (table === null) return;
  let asked = false;
  const noting = () => {
    asked = true;
    return [];
  };
  let completed = candidatesFor(words, table, { ...PACKS, sittings: noting });
  if (asked) {
    const sittings = recentSittings(await world.home());
    completed = candidatesFor(words, table, { ...PACKS, sittings: () => sittings });
  }
  const lines =
    completed.kind === 'files'
      ? [':files']
      : completed.words.map(({ value, text }) => (text === '' ? value : `${value}\t${text}`));
  if (lines.length > 0) world.write(`${lines.join('\n')}\n`);
}

const PACKS = { packs: () => [{ value: 'core', text: 'the built-in questions' }] };

function readTable(file: string): CompletionTable | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CompletionTable;
  } catch {
    // Not built: nothing to complete with.
    return null;
  }
}

/** The latest first. */
function recentSittings(home: string): Candidate[] {
  const names = (folder: string) => {
    try {
      return readdirSync(folder).sort().reverse();
    } catch {
      // No history yet.
      return [];
    }
  };
  const root = join(home, 'sessions');
  const files: string[] = [];
  for (const month of names(root)) {
    if (month.endsWith('.json')) files.push(join(root, month));
    else files.push(...names(join(root, month)).map((name) => join(root, month, name)));
    if (files.length >= MOST_LOOKED_AT) break;
  }
  const sittings = files.filter((file) => SEGMENT_FILE.test(file)).slice(0, MOST_LOOKED_AT);
  return sittings.flatMap(sittingIn).slice(0, MOST_SITTINGS);
}

/** What begins a sitting; neither an event nor a part that goes on with one. The head of the file says it. */
function sittingIn(file: string): Candidate[] {
  try {
    const head = readFileSync(file, 'utf8').slice(0, HEAD);
    const [, mode = ''] = /"mode":\s*"(\w+)"/.exec(head) ?? [];
    const isFirst = /"kind":\s*"sitting"/.test(head) && /"continues":\s*null/.test(head);
    return isFirst ? [{ value: basename(file, '.json'), text: mode }] : [];
  } catch {
    // Gone, or not to be read: it is not offered.
    return [];
  }
}
