// docs/json.md says what is so: its dialogues are replayed, its tables name every event and action.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, SHIPPED } from '../support/run.js';
import { welcomedHome } from './sitting.js';

const DOC = readFileSync('docs/json.md', 'utf8');

interface Dialogue {
  args: string[];
  said: string[];
  told: Record<string, unknown>[];
}

const dialogues = [...DOC.matchAll(/```jsonl\n\$ api-quiz (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', body = '']): Dialogue => {
    const lines = body.trimEnd().split('\n');
    const after = (sign: string) =>
      lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(sign.length));
    return { args: command.split(' '), said: after('> '), told: after('< ').map((line) => JSON.parse(line)) };
  },
);

/** Names, instants and spans differ from run to run; everything else is compared as it is. */
const VOLATILE = new Set(['id', 'startedAt', 'elapsedMs', 'remainingMs', 'seed']);

function settled(event: Record<string, unknown>): unknown {
  const isSitting = event.event === 'sitting';
  return JSON.parse(
    JSON.stringify(event, (key, value: unknown) =>
      VOLATILE.has(key) && (isSitting || typeof value === 'number') ? `<${typeof value}>` : value,
    ),
  );
}

/** The first column of a table: the names in backticks. */
function namesIn(section: string): Set<string> {
  const table = DOC.split(`## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const cells = table.split('\n').flatMap((line) => /^\| (`[^|]*) \|/.exec(line)?.[1] ?? []);
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name as string)));
}

describe('dialogues', () => {
  it.each(dialogues.map((dialogue) => [dialogue.args.join(' '), dialogue] as const))(
    '%s',
    async (_, { args, said, told }) => {
      const { out, code } = await run(args, { home: welcomedHome(), builtIn: SHIPPED, input: said });
      const events = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(events.map(settled)).toEqual(told.map(settled));
      expect(code).toBe(0);
    },
  );
});

it('every event of the table occurs in a dialogue, and every other way round', () => {
  const told = new Set(dialogues.flatMap((dialogue) => dialogue.told.map(({ event }) => event)));
  expect(namesIn('Events')).toEqual(told);
});

it('every action of the table occurs in a dialogue, and every other way round', () => {
  const said = dialogues.flatMap((dialogue) => dialogue.said).filter((line) => line.startsWith('{'));
  expect(namesIn('Actions')).toEqual(
    new Set(said.map((line) => (JSON.parse(line) as { action: string }).action)),
  );
});
