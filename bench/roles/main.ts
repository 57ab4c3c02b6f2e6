// `npm run bench:roles [-- role…]`: what first sittings of each role ask, from fresh homes, against the role's profile.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBank } from '../../src/bank/bank.js';
import type { BankEntry } from '../../src/bank/entry.js';
import { NO_FILTER } from '../../src/bank/filter.js';
import { loadCompiledPack } from '../../src/bank/load-pack.js';
import { poolOf } from '../../src/bank/pool.js';
import { ROLES, type Role } from '../../src/question/vocabulary.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
/** Ten questions of each: the verb, and how many skips end it. */
const VERBS = ['practice', 'exam', 'diagnose'];
const COUNT = 10;
const DAY_MS = 86_400_000;
const WITHIN = 0.1;

function main(args: readonly string[]): void {
  const pack = loadCompiledPack(join(ROOT, 'dist', 'core.pack'));
  if (pack === undefined) throw new Error('build first: npm run build');
  const bank = makeBank([pack]);
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  const roles = ROLES.filter((role) => args.length === 0 || args.includes(role));
  console.log(
    `${SEEDS.length} fresh homes per role and verb, seeds ${SEEDS[0]} to ${SEEDS.at(-1)}, the first sitting of ${COUNT} in each; shares in percent of ${SEEDS.length * COUNT}.`,
  );
  console.log('plan: what the first day of a plan of 28 days asks in a fresh home, 20 minutes.\n');
  let missed = 0;
  for (const role of roles) {
    const { shares } = poolOf(bank, NO_FILTER, [role]);
    const columns = [
      ...VERBS.map((verb) => ({ verb, asked: SEEDS.flatMap((seed) => firstSitting(role, verb, seed)) })),
      { verb: 'plan', asked: plannedToday(role) },
    ].map(({ verb, asked }) => ({ verb, asked: asked.flatMap((key) => byKey.get(key) ?? []) }));
    missed += print(role, shares, columns);
  }
  console.log(missed === 0 ? 'All within 10 points, no question of another role.' : `${missed} MISSED.`);
  if (missed > 0) process.exitCode = 1;
}

interface Column {
  verb: string;
  asked: readonly BankEntry[];
}

/** The table of a role; returns how many aims were missed. A plan's day of a dozen questions is shown, not judged. */
function print(role: Role, shares: ReadonlyMap<string, number>, columns: readonly Column[]): number {
  console.log(`## ${role}\n`);
  console.log(`| topic | profile | ${columns.map(({ verb }) => verb).join(' | ')} |`);
  console.log(`|---|---|${columns.map(() => '---|').join('')}`);
  const shareIn = ({ asked }: Column, topic: string) =>
    asked.filter((entry) => entry.topic === topic).length / Math.max(1, asked.length);
  const judged = columns.filter(({ verb }) => verb !== 'plan');
  let missed = 0;
  for (const [topic, share] of shares) {
    const off = judged.filter((column) => Math.abs(shareIn(column, topic) - share) > WITHIN).length;
    missed += off;
    const cells = columns.map((column) => (100 * shareIn(column, topic)).toFixed(0));
    console.log(`| ${[topic, (100 * share).toFixed(0), ...cells].join(' | ')} |${off > 0 ? ' MISSED' : ''}`);
  }
  for (const { verb, asked } of columns) {
    const foreign = asked.filter(({ roles }) => roles.length > 0 && !roles.includes(role)).length;
    missed += foreign;
    if (foreign > 0) console.log(`\n${verb}: ${foreign} questions of other roles. MISSED`);
  }
  const furthest = (column: Column) =>
    Math.max(...[...shares].map(([topic, share]) => Math.abs(shareIn(column, topic) - share)));
  console.log(
    `\nFurthest from the profile, in points: ${judged.map((column) => `${column.verb} ${(100 * furthest(column)).toFixed(1)}`).join(', ')}; questions of other roles 0 of ${columns.map(({ asked }) => asked.length).join(', ')}.\n`,
  );
  return missed;
}

/** Keys of what the first sitting in a fresh home asks; every question is skipped. */
function firstSitting(role: Role, verb: string, seed: number): string[] {
  return inFreshHome(role, (home) => {
    const skips = `${':s\n\n'.repeat(COUNT + 2)}`;
    run(home, [verb, '--plain', '--count', String(COUNT), '--seed', String(seed), '--time', 'off'], skips);
    return plannedIn(join(home, 'sessions'));
  });
}

function plannedToday(role: Role): string[] {
  return inFreshHome(role, (home) => {
    const date = new Date(Date.now() + 28 * DAY_MS).toISOString().slice(0, 10);
    const { days } = JSON.parse(run(home, ['plan', '--json', '--date', date], '')) as {
      days: { items: string[] }[];
    };
    return days[0]?.items ?? [];
  });
}

function inFreshHome<Value>(role: Role, work: (home: string) => Value): Value {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-roles-'));
  try {
    writeFileSync(join(home, 'config.json'), JSON.stringify({ role, welcomed: true }));
    return work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function run(home: string, args: readonly string[], input: string): string {
  try {
    return execFileSync(process.execPath, [join(ROOT, 'bin', 'api-quiz.js'), ...args], {
      input,
      env: { ...process.env, API_QUIZ_HOME: home },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    // A paper that is not passed ends with 1.
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status === 1 && stdout !== undefined) return stdout;
    throw error;
  }
}

/** What the segments of a home planned: ahead in the header, or on the way. */
function plannedIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => itemsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function itemsOf(record: unknown): string[] {
  if (Array.isArray(record)) return record.flatMap(itemsOf);
  if (typeof record !== 'object' || record === null) return [];
  if ('contentHash' in record && 'order' in record && 'limitMs' in record && 'item' in record)
    return [String(record.item)];
  return Object.values(record).flatMap(itemsOf);
}

main(process.argv.slice(2));
