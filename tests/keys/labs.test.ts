// Every lab of the bank is solvable by its script with the real curl, and not by doing nothing, by asking everything blindly,
// or by handing in the journal of another lab.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Agent, type RequestOptions, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type LabRun, startLab } from '../../src/lab/run-lab.js';
import type { LabResponse } from '../../src/question/lab/journal.js';
import type { Lab } from '../../src/question/question.js';
import { isResponseTo } from '../../src/question/response.js';
import { gradeOf } from '../../src/question/type-rules.js';
import { rows } from '../support/thorough.js';
import { itemsOf } from './hands-on-items.js';

const labs = itemsOf('lab');
/** Journals of solved labs, by id. */
const solved = new Map<string, LabResponse>();
let run: LabRun | undefined;

afterEach(() => run?.close());

async function start(question: Lab): Promise<LabRun> {
  run = await startLab(question, { before: null, port: 0, now: Date.now, keep: () => undefined });
  return run;
}

function play(script: string, lab: LabRun): Promise<string> {
  const value = (name: string) => lab.filled(`{{${name}}}`);
  const env = {
    PATH: process.env.PATH,
    BASE: lab.base,
    TOKEN: value('token'),
    API_KEY: value('api-key'),
    CLIENT_ID: value('client-id'),
    CLIENT_SECRET: value('client-secret'),
    WEBHOOK_SECRET: value('webhook-secret'),
  };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${script} ended with ${code}`)),
    );
  });
}

/** Every path that the lab names, with every method, the token and a body, twice. */
async function askEverything(question: Lab, lab: LabRun): Promise<void> {
  const paths = [
    ...question.resources.flatMap(({ name, path = `/${name}`, items = '[]' }) => [
      path,
      ...(JSON.parse(lab.filled(items)) as { id: string }[]).slice(0, 5).map(({ id }) => `${path}/${id}`),
      `${path}/new-1`,
    ]),
    ...(question.behaviours ?? []).flatMap((behaviour) => ('path' in behaviour ? [behaviour.path] : [])),
  ];
  const headers = {
    Authorization: `Bearer ${lab.filled('{{token}}')}`,
    'X-Api-Key': lab.filled('{{api-key}}'),
    'Content-Type': 'application/json',
  };
  const agent = new Agent({ keepAlive: true });
  for (let round = 0; round < 2; round += 1)
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
        await ask(`${lab.base}${path}`, { method, headers, agent }, method === 'GET' ? '' : '{}');
  agent.destroy();
}

/** Resolves when the answer is there, or none comes: thousands of times, so without what `fetch` does beside it. */
function ask(url: string, options: RequestOptions, body: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(url, { ...options, timeout: 9000 }, (answer) => {
      answer.resume().on('close', resolve);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve());
    asked.end(body);
  });
}

const creditOf = (question: Lab, response: LabResponse) => gradeOf(question, response).credit;

describe.each(rows(labs, labs.length / 2))('$id', ({ id, question, beside }) => {
  it('has a solution beside it', () => {
    expect(existsSync(beside('.solution.sh'))).toBe(true);
  });

  it('is solved by it', async () => {
    const lab = await start(question);
    const out = await play(beside('.solution.sh'), lab);
    for (const line of out.split('\n')) {
      const [, step = '', value = ''] = /^([a-z0-9-]+)=(.*)$/.exec(line) ?? [];
      const number = lab.steps().find((one) => one.id === step)?.number;
      if (number !== undefined) lab.answer(number, value);
    }
    expect(
      lab
        .steps()
        .filter(({ done }) => !done)
        .map((step) => step.id),
    ).toEqual([]);
    const response = lab.response();
    expect(isResponseTo('lab', response)).toBe(true);
    expect(creditOf(question, JSON.parse(JSON.stringify(response)) as LabResponse)).toBe(1);
    solved.set(id, response);
  }, 60_000);

  it('is not passed by doing nothing', async () => {
    const lab = await start(question);
    expect(creditOf(question, lab.response())).toBe(0);
  });

  it('is not passed by asking everything blindly', async () => {
    const lab = await start(question);
    await askEverything(question, lab);
    expect(creditOf(question, lab.response())).toBeLessThan(0.6);
  }, 60_000);

  it('is not passed by the journal of another lab', () => {
    for (const [other, response] of solved) {
      if (other !== id) expect(creditOf(question, response), other).toBeLessThan(0.6);
    }
  });
});

it('finds the labs of the bank', () => {
  expect(labs.length).toBeGreaterThan(2);
});
