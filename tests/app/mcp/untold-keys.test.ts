// No byte of a key leaves before the answer: neither in questions of any type, nor in a report that is read meanwhile.

import { describe, expect, it } from 'vitest';
import { makeBank } from '../../../src/bank/bank.js';
import { loadFolderPack } from '../../../src/bank/load-folder-pack.js';
import { makeAssistantPlayer } from '../../../src/players/assistant/assistant-player.js';
import { Seat } from '../../../src/players/assistant/seat.js';
import { rightResponseOf } from '../../../src/question/type-rules.js';
import { QUESTION_TYPES } from '../../../src/question/vocabulary.js';
import { viewOf } from '../../players/sample-views.js';
import { temporaryHome } from '../../support/home.js';
import { secretsIn, secretsOf } from '../../support/secrets.js';
import { shippedBank } from '../../support/shipped-bank.js';
import { connect } from './connect.js';

const HANDS_ON = 'tests/fixtures/hands-on-pack';
const bank = makeBank([
  await loadFolderPack('tests/fixtures/pack', null),
  await loadFolderPack(HANDS_ON, null),
]);
const questions = bank.entries.filter(({ type }) => type !== 'lab').map((entry) => bank.question(entry));

/** Every text and figure said, JSON within JSON opened, one a line; names of fields and kinds of content are no news. */
function readable(said: string): string {
  const told: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'number') told.push(String(value));
    else if (typeof value === 'string') visitText(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) if (name !== 'mimeType') visit(member);
  };
  const visitText = (text: string) => {
    try {
      // A text that is refused costs more than all the rest here.
      if (/^\s*[[{]/.test(text)) return visit(JSON.parse(text));
    } catch {
      // Text like any other.
    }
    told.push(text);
  };
  for (const line of said.trimEnd().split('\n')) visitText(line);
  return told.join('\n');
}

describe('through the whole door', () => {
  it('has a question of every type that is asked here', () => {
    const types = new Set(questions.map(({ type }) => type));
    expect(QUESTION_TYPES.filter((type) => !types.has(type))).toEqual(['lab']);
  });

  it.each(questions.map((question) => [question.type, question.id, question] as const))(
    '%s %s',
    async (_, id, question) => {
      const { tool, said, client } = await connect({ home: temporaryHome() }, ['--pack', HANDS_ON]);
      expect(await tool('start', { mode: 'practice', questions: [id] })).toMatchObject({ event: 'question' });
      await tool('next');
      await tool('answer', { response: { not: ['an answer'] } });
      await tool('stats');
      await client.readResource({ uri: 'api-quiz://topics' });
      await client.readResource({ uri: 'api-quiz://reports/all' });
      expect(secretsOf(question).length).toBeGreaterThan(2);
      expect(secretsIn(readable(said()), question)).toEqual([]);
      // It can fail: after the answer the explanation is told.
      const right = rightResponseOf(question);
      await tool('answer', { response: question.type === 'open' ? question.modelAnswer : right });
      if (question.type === 'open') await tool('mark', {});
      expect(readable(said())).toContain(question.explanation.split('\n')[0]);
    },
  );
});

it('a report read while a question is open again does not tell its key', async () => {
  const home = temporaryHome();
  const { tool, client } = await connect({ home });
  const report = async () => {
    const { contents } = await client.readResource({ uri: 'api-quiz://reports/all' });
    return (contents[0] as { text: string }).text;
  };
  const question = questions.find(({ id }) => id === 'word') ?? expect.fail('no such question');
  await tool('start', { mode: 'practice', questions: ['word', 'one'] });
  await tool('answer', { dontKnow: true });
  expect(await report()).toContain('idempotent');
  await tool('next', { leave: true });
  await tool('start', { mode: 'practice', questions: ['word'] });
  expect(secretsIn(await report(), question)).toEqual([]);
  await tool('answer', { response: 'wrong' });
  expect(await report()).toContain('idempotent');
});

it('no question of the shipped bank tells its key when it is asked', async () => {
  const shipped = shippedBank();
  const told: string[] = [];
  for (const entry of shipped.entries) {
    const question = shipped.question(entry);
    if (question.type === 'lab') continue;
    const seat = new Seat();
    void makeAssistantPlayer(seat, false, () => undefined).ask(viewOf(question), {} as never);
    const { body } = await seat.look();
    told.push(
      ...secretsIn(readable(JSON.stringify(body)), question).map((secret) => `${question.id}: ${secret}`),
    );
  }
  expect(told).toEqual([]);
});
