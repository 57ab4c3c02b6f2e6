// What --help says of every verb.

import { expect, test } from 'vitest';
import type { Command } from '../../src/app/command.js';
import { OPTIONS } from '../../src/app/options.js';
import { CATALOGUE } from '../../src/catalogue.js';
import { temporaryHome } from '../support/home.js';
import { run } from '../support/run.js';

const linesOf = async (args: string[], columns?: number) => {
  const { code, out, err } = await run(args, {
    home: temporaryHome(),
    ...(columns === undefined ? {} : { columns }),
  });
  expect([code, err]).toEqual([0, '']);
  return out.trimEnd().split('\n');
};

test('--help lists the verbs in the order in which they are learnt', async () => {
  const lines = await linesOf(['--help']);
  const verbs = lines.flatMap((line) => /^ {2}([a-z]+) {2,}\S/.exec(line)?.[1] ?? []);
  expect(verbs).toEqual(CATALOGUE.map(({ name }) => name));
  expect(verbs).toEqual([
    'practice',
    'drill',
    'exam',
    'diagnose',
    'interview',
    'lab',
    'resume',
    'topics',
    'list',
    'show',
    'search',
    'stats',
    'history',
    'flags',
    'suspend',
    'unsuspend',
    'report',
    'items',
    'plan',
    'lint',
    'preview',
    'new',
    'import',
    'export',
    'pack',
    'mcp',
    'schema',
    'config',
    'doctor',
    'completion',
  ]);
  expect(lines[0]).toBe('Usage: api-quiz [options] [command]');
  expect(lines).toContain('  $ api-quiz practice');
});

test.each(CATALOGUE.map(({ name }) => name))(
  '%s --help: as its help, within 80 columns, with examples that parse',
  async (verb) => {
    const lines = await linesOf([verb, '--help']);
    expect(await linesOf(['help', verb])).toEqual(lines);
    expect(lines[0]).toMatch(new RegExp(`^Usage: api-quiz ${verb}`));
    const { summary, load } = CATALOGUE.find(({ name }) => name === verb) as (typeof CATALOGUE)[number];
    expect(lines.slice(1).join(' ').replace(/\s+/g, ' ')).toContain(summary);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const narrow = await linesOf([verb, '--help'], 50);
    expect(narrow.filter((line) => line.length > 50 && !/\$ |^Usage/.test(line))).toEqual([]);
    for (const example of (await load()).examples ?? []) expect(lines).toContain(`  $ ${example}`);
  },
);

test('every option has the name that its flag gives it, and some verb takes it', async () => {
  for (const [name, { flags }] of Object.entries(OPTIONS)) {
    const long = /--([\w-]+)/.exec(flags)?.[1] ?? '';
    const flagName = long.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    // `--format` is another list for a report, an export and lint: each has its row, named after the verb.
    expect(['exportFormat', 'lintFormat'].includes(name) ? 'format' : name).toBe(flagName);
  }
  const taken = await Promise.all(CATALOGUE.map(async ({ load }) => namesOf(await load())));
  expect(new Set(taken.flat())).toEqual(new Set(Object.keys(OPTIONS)));
});

test('every verb that reads takes --json', async () => {
  for (const verb of [
    'topics',
    'list',
    'show',
    'search',
    'stats',
    'history',
    'flags',
    'plan',
    'lint',
    'config',
    'doctor',
  ]) {
    const command = await CATALOGUE.find(({ name }) => name === verb)?.load();
    expect(command && namesOf(command)).toContain('json');
  }
});

test('--version, and no verb at all', async () => {
  expect((await run(['--version'])).out).toBe('0.0.0\n');
  expect((await run(['-V'])).out).toBe('0.0.0\n');
  const { code, out, err } = await run([]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Usage: api-quiz');
});

test('schema prints JSON Schema', async () => {
  const schema = JSON.parse((await run(['schema'])).out) as Record<string, unknown>;
  expect(schema).toHaveProperty('$schema');
});

function namesOf({ options = [] }: Command): string[] {
  return options.map((taken) => (typeof taken === 'string' ? taken : taken.option));
}
