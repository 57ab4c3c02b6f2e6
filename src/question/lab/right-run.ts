// A run that does every step of a lab, made up from what the steps want: the fully right response.

import type { Lab } from '../question.js';
import type { RequestTest } from '../request/request-test.js';
import { fillInAll, freshValues } from './fresh-values.js';
import type { Exchange, LabResponse } from './journal.js';

type Call = NonNullable<Lab['steps'][number]['calls']>[number];

/** Seed of the run; any would do. */
const SEED = 'right';

/** Exchanges that the steps ask for, one step after the other, and the first accepted value of each question. */
export function rightRun(question: Pick<Lab, 'steps' | 'fresh'>): LabResponse {
  const steps = fillInAll(question.steps, freshValues(SEED, question.fresh));
  const exchanges: Exchange[] = [];
  let atMs = 0;
  for (const call of steps.flatMap(({ calls = [] }) => calls)) {
    for (let time = 0; time < (call.times ?? 1); time += 1) {
      atMs += 1000 * (call.after ?? 0) + 1000;
      exchanges.push({ ...exchangeOf(call), number: exchanges.length + 1, atMs: Math.round(atMs) });
    }
  }
  const values = Object.fromEntries(
    steps.flatMap(({ id, value }) =>
      value === undefined ? [] : [[id, value.slice(0, 1).map((text) => ({ text, after: exchanges.length }))]],
    ),
  );
  return { seed: SEED, exchanges, sent: exchanges.length, values };
}

function exchangeOf(call: Call): Exchange {
  const [method = '*', path = ''] = call.request.split(' ');
  const tests = call.has ?? [];
  const headers = tests.flatMap((test): [string, string][] =>
    test.header === undefined ? [] : [[test.header.toLowerCase(), valueFor(test)]],
  );
  const fields = tests.filter(({ field }) => field !== undefined);
  const queries = tests.flatMap((test): [string, string][] =>
    test.query === undefined ? [] : [[test.query, valueFor(test)]],
  );
  const cookies = tests.flatMap((test) =>
    test.cookie === undefined ? [] : [`${test.cookie}=${valueFor(test)}`],
  );
  const cookie: [string, string][] = cookies.length > 0 ? [['cookie', cookies.join('; ')]] : [];
  return {
    number: 0,
    atMs: 0,
    method: method === '*' ? 'GET' : method,
    path: path.replaceAll('*', '1'),
    query: queries,
    headers: [...headers, ...cookie],
    body: tests.find(({ body }) => body !== undefined)?.body ?? (fields.length > 0 ? bodyOf(fields) : null),
    status: Number((call.status?.[0] ?? '200').replace('xx', '00')),
    note: call.note === undefined || call.note === 'none' ? null : call.note,
  };
}

/** A value that the test takes. */
function valueFor({ is, begins }: RequestTest): string {
  return is?.[0] ?? (begins?.[0] === undefined ? 'any' : `${begins[0]}x`);
}

/** JSON with every field at its place. */
function bodyOf(tests: readonly RequestTest[]): string {
  const body: Record<string, unknown> = {};
  for (const test of tests) {
    const steps = test.field?.startsWith('/') ? test.field.slice(1).split('/') : [test.field ?? ''];
    const last = steps.pop() ?? '';
    let at = body;
    for (const step of steps) {
      const inner: Record<string, unknown> = {};
      at[step] ??= inner;
      at = at[step] as Record<string, unknown>;
    }
    at[last] = jsonOrText(valueFor(test));
  }
  return JSON.stringify(body);
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
