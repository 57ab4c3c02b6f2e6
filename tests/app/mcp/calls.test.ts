// What an assistant may call, what wrong calls are told, and what it may read.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryHome } from '../../support/home.js';
import { SHIPPED } from '../../support/run.js';
import { SAMPLES_UNBUILT } from '../../support/sample-pack.js';
import { connect } from './connect.js';

const ALL = ['start', 'next', 'answer', 'hint', 'mark', 'stats', 'weak_topics', 'plan', 'propose_question'];

const DRAFT = `---
id: retry-budget
topic: samples
concepts: [typed-samples]
type: short-answer
level: foundation
answers: [budget]
---
What limits the number of retries?
`;

describe('wrong calls', () => {
  it.each([
    ['an unknown tool', 'dance', {}, 'There is no tool "dance"; there are: start, next'],
    ['a missing argument', 'start', {}, 'The argument "mode" is missing'],
    [
      'an unknown argument',
      'start',
      { mode: 'practice', colour: 'red' },
      'There is no argument "colour" here',
    ],
    [
      'a value there is not',
      'start',
      { mode: 'exam' },
      'must be a text out of practice, drill, interview, resume',
    ],
    ['a number out of bounds', 'start', { mode: 'practice', count: 0 }, 'a whole number from 1 to 100'],
    ['a list that is none', 'start', { mode: 'practice', topic: 'samples' }, 'must be a list'],
    [
      'a topic there is not',
      'start',
      { mode: 'practice', topic: ['smaples'] },
      'There is no topic "smaples"',
    ],
    [
      'a question there is not',
      'start',
      { mode: 'practice', questions: ['nope'] },
      'There is no question "nope"',
    ],
    ['nothing to go on with', 'start', { mode: 'resume' }, 'There is no unfinished sitting'],
    ['an answer to nothing', 'answer', { response: 'x' }, 'No sitting is going on'],
    ['an answer without one', 'answer', {}, 'Say what the learner answered'],
    ['next of nothing', 'next', {}, 'No sitting is going on'],
    ['a mark of nothing', 'mark', {}, 'No sitting is going on'],
    ['a plan to no day', 'plan', {}, 'interview'],
    ['a plan to yesterday', 'plan', { date: '2020-01-01' }, 'a day after 2026-11-20'],
    ['a bad id', 'propose_question', { id: '../x', file: DRAFT }, 'lower-case words joined by hyphens'],
    [
      'the name of what objects have',
      'start',
      { mode: 'practice', constructor: 1 },
      'no argument "constructor"',
    ],
  ])('%s is told, and the server goes on', async (_, name, args, line) => {
    const { tool } = await connect({ home: temporaryHome() });
    expect(await tool(name, args)).toEqual({ refused: expect.stringContaining(line) });
    expect(await tool('start', { mode: 'practice', count: 1 })).toMatchObject({ event: 'question' });
  });

  it.each([
    [
      'another form',
      'one',
      { response: ['same-key'] },
      'The response to a single-choice question is the id of one option',
    ],
    ['a word for a figure', 'figure', { response: 'many' }, 'figure'],
    [
      'a confidence there is not',
      'one',
      { response: 'same-key', confidence: 'perhaps' },
      'guess, likely, sure',
    ],
    ['a response without end', 'word', { response: 'x'.repeat(60_001) }, 'longer than'],
    ['a response too long to keep', 'word', { response: 'x'.repeat(20_001) }, 'the words, as text'],
  ])('%s: the question stays open', async (_, id, args, line) => {
    const { tool } = await connect({ home: temporaryHome() });
    const asked = await tool('start', { mode: 'practice', questions: [id] });
    expect(await tool('answer', args)).toEqual({ refused: expect.stringContaining(line) });
    expect(await tool('next')).toMatchObject({ event: 'question', item: asked.item });
  });

  it('marks by ids of the rubric only, and only when there is something to mark', async () => {
    const { tool } = await connect({ home: temporaryHome() });
    await tool('start', { mode: 'practice', questions: ['talk', 'one'] });
    expect(await tool('mark', { met: ['key'] })).toEqual({
      refused: expect.stringContaining('A question is open'),
    });
    await tool('answer', { response: 'An idempotency key.' });
    expect(await tool('next')).toEqual({ refused: expect.stringContaining('marked first') });
    expect(await tool('mark', { met: ['nope'] })).toEqual({ refused: expect.stringContaining('"nope"') });
    expect(await tool('mark', { met: ['key'] })).toMatchObject({ event: 'verdict' });
  });

  it('tells a hint once there is one, and takes its price', async () => {
    const { tool } = await connect({ home: temporaryHome() });
    await tool('start', { mode: 'practice', questions: ['one', 'talk'] });
    const hint = await tool('hint');
    expect(hint.hint).toEqual(expect.any(String));
    expect(await tool('answer', { response: 'same-key' })).toMatchObject({ hinted: true, credit: 2 / 3 });
    await tool('next');
    expect(await tool('hint')).toEqual({ refused: 'There is no hint here.' });
  });

  it('a lab is left to a terminal', async () => {
    const { tool } = await connect({ home: temporaryHome() }, ['--pack', 'tests/fixtures/hands-on-pack']);
    expect(await tool('start', { mode: 'practice', questions: ['sample-lab'] })).toEqual({
      refused: expect.stringContaining('a terminal of your own'),
    });
  });
});

describe('read-only', () => {
  it('offers what reads, refuses the rest by name, and keeps nothing', async () => {
    const home = temporaryHome();
    const { client, tool, end } = await connect({ home, builtIn: SAMPLES_UNBUILT }, ['--read-only']);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['stats', 'weak_topics', 'plan']);
    expect(await tool('start', { mode: 'practice' })).toEqual({
      refused: expect.stringContaining('--read-only'),
    });
    expect(await tool('weak_topics')).toMatchObject({ answers: 0 });
    expect(await tool('plan', { date: '2026-12-15', minutes: 10 })).toMatchObject({ minutesPerDay: 10 });
    await end();
    // The parsed pack is kept, as by every verb that reads.
    expect(readdirSync(home)).toEqual(['cache']);
  });
});

it('offers nine tools, each with a schema that knows its arguments', async () => {
  const { client } = await connect({ home: temporaryHome() });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(ALL);
  for (const { inputSchema } of tools)
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
});

it('offers topics and reports to read, and an interviewer to be', async () => {
  const { client, tool } = await connect({ home: temporaryHome() });
  await tool('start', { mode: 'practice', questions: ['one'] });
  await tool('answer', { response: 'same-key' });
  await tool('next');
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri.replace(/\/2026.*/, '/id'))).toEqual([
    'api-quiz://topics',
    'api-quiz://reports/all',
    'api-quiz://reports/id',
  ]);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    expect((contents[0] as { text: string }).text.length).toBeGreaterThan(50);
  }
  const topic = await client.readResource({ uri: 'api-quiz://topics/samples' });
  expect((topic.contents[0] as { text: string }).text).toContain('closed-samples');
  await expect(client.readResource({ uri: 'api-quiz://topics/nope' })).rejects.toThrow('nothing at');
  await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow('nothing at');
  await expect(client.readResource({ uri: 'api-quiz://reports/%' })).rejects.toThrow('no sitting');
  expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(2);

  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(['interviewer']);
  const prompt = await client.getPrompt({ name: 'interviewer', arguments: { topic: 'stories', count: '2' } });
  expect(JSON.stringify(prompt.messages)).toContain('count 2');
  await expect(client.getPrompt({ name: 'interviewer', arguments: { count: 'many' } })).rejects.toThrow(
    'whole number',
  );
  await expect(client.getPrompt({ name: 'nope' })).rejects.toThrow('no prompt');
});

describe('proposals', () => {
  it('are written as drafts with their topics, linted, and mended by whom they are of', async () => {
    const home = temporaryHome();
    const { tool, end } = await connect({ home });
    const proposed = await tool('propose_question', { id: 'retry-budget', file: DRAFT });
    expect(proposed.written).toBe(join(home, 'proposals', 'retry-budget.md'));
    const codes = (proposed.problems as { code: string; severity: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['field-missing']));
    expect(
      (proposed.problems as { severity: string }[]).every(({ severity }) => severity === 'warning'),
    ).toBe(true);
    expect(readFileSync(String(proposed.written), 'utf8')).toBe(DRAFT);
    expect(readFileSync(join(home, 'proposals', 'pack.yaml'), 'utf8')).toContain('draft: true');

    expect(await tool('propose_question', { id: 'retry-budget', file: DRAFT })).toEqual({
      refused: expect.stringContaining('There is a question "retry-budget" already'),
    });
    const mended = DRAFT.replace('What limits', 'Which figure limits');
    await tool('propose_question', { id: 'retry-budget', file: mended, replace: true });
    expect(readFileSync(String(proposed.written), 'utf8')).toBe(mended);

    writeFileSync(String(proposed.written), `${mended}\nA person was here.\n`);
    expect(await tool('propose_question', { id: 'retry-budget', file: DRAFT, replace: true })).toEqual({
      refused: expect.stringContaining('somebody has edited it'),
    });
    await end();
    const other = await connect({ home }, ['--pack', join(home, 'proposals')]);
    expect(await other.tool('propose_question', { id: 'retry-budget', file: DRAFT, replace: true })).toEqual({
      refused: expect.stringContaining('not your proposal'),
    });
    expect(await other.tool('start', { mode: 'practice', questions: ['retry-budget'] })).toMatchObject({
      event: 'question',
    });
  });

  it('that are no question are told what is wrong, and nothing is written', async () => {
    const home = temporaryHome();
    const { tool } = await connect({ home });
    const said = await tool('propose_question', {
      id: 'retry-budget',
      file: DRAFT.replace('short-answer', 'riddle'),
    });
    expect(said).toMatchObject({
      written: null,
      problems: [{ severity: 'error', code: 'field-not-allowed', line: 5 }, { severity: 'warning' }],
    });
    expect(readdirSync(home)).not.toContain('proposals');
  });

  it('of two assistants at once keep the topics of both, and leave a pack.yaml of a person alone', async () => {
    const home = temporaryHome();
    const both = [await connect({ home }), await connect({ home })];
    const ofTopic = (topic: string) =>
      DRAFT.replace('topic: samples', `topic: ${topic}`).replace('typed-samples', topic);
    await Promise.all(
      both.map(({ tool }, at) =>
        tool('propose_question', {
          id: `about-${at}`,
          file: ofTopic(`topic-${at}`).replace('retry-budget', `about-${at}`),
        }),
      ),
    );
    const pack = join(home, 'proposals', 'pack.yaml');
    expect(readFileSync(pack, 'utf8')).toMatch(/topic-0[\s\S]*topic-1|topic-1[\s\S]*topic-0/);
    const own = `# mine\n${readFileSync(pack, 'utf8')}`;
    writeFileSync(pack, own);
    const said = await both[0]?.tool('propose_question', {
      id: 'about-three',
      file: ofTopic('topic-three').replace('retry-budget', 'about-three'),
    });
    expect(readFileSync(pack, 'utf8')).toBe(own);
    expect(JSON.stringify(said?.problems)).toContain('topic-unknown');
  });

  it('go nowhere where a person keeps questions of another kind', async () => {
    const home = temporaryHome();
    const own = join(home, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'pack.yaml'), 'id: own\ntitle: Own\n');
    const { tool } = await connect({ home }, ['--into', own]);
    expect(await tool('propose_question', { id: 'retry-budget', file: DRAFT })).toHaveProperty('refused');
    expect(readdirSync(own)).toEqual(['pack.yaml']);
  });
});

it('asks of the shipped bank as of any other', async () => {
  const { tool } = await connect({ home: temporaryHome(), builtIn: SHIPPED });
  const turn = await tool('start', { mode: 'practice', topic: ['graphql'], count: 2 });
  expect(turn).toMatchObject({ event: 'question', topic: 'graphql', of: 2 });
});
