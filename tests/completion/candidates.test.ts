// What the last word can become, at every place of a command line.

import { expect, it } from 'vitest';
import { candidatesFor } from '../../src/app/completion/candidates.js';
import { makeCompletionTable } from '../../src/completion-table.js';

const table = await makeCompletionTable(
  [
    { slug: 'graphql', title: 'GraphQL', concepts: [{ slug: 'n-plus-one', title: 'N+1' }] },
    { slug: 'grpc', title: 'gRPC', concepts: [] },
  ] as never,
  [{ id: 'lost-update', tags: ['classic'] }],
);
const recent = {
  sittings: () => [{ value: '20261120T090000000Z-1a2b3c4d-5e6f7a8b', text: 'practice' }],
  packs: () => [{ value: 'core', text: '' }],
};

/** Words between blanks; a blank at the end begins a new one. */
function ask(line: string): string[] | 'files' {
  const completed = candidatesFor(line.split(' '), table, recent);
  return completed.kind === 'files' ? 'files' : completed.words.map(({ value }) => value);
}

it.each([
  ['prac', ['practice']],
  ['help dr', ['drill']],
  ['practice --topic g', ['graphql', 'grpc']],
  ['practice --topic=g', ['--topic=graphql', '--topic=grpc']],
  ['practice --topic = g', ['graphql', 'grpc']],
  ['practice --topic graphql,gr', ['graphql,graphql', 'graphql,grpc']],
  ['practice --concept n', ['n-plus-one']],
  ['practice --level a', ['advanced']],
  ['practice --tag c', ['classic']],
  ['practice --pack c', ['core']],
  ['practice --negat', []],
  ['exam --negat', ['--negative']],
  ['exam --blueprint ', 'files'],
  ['drill --missed-of 2', ['20261120T090000000Z-1a2b3c4d-5e6f7a8b']],
  ['drill graphql gr', ['graphql', 'grpc']],
  ['drill --level foundation gr', ['graphql', 'grpc']],
  ['show lo', ['lost-update']],
  ['resume 2', ['20261120T090000000Z-1a2b3c4d-5e6f7a8b']],
  ['history sh', ['show']],
  ['history export ', 'files'],
  ['history delete l', ['last']],
  ['config int', ['interviewDate']],
  ['completion z', ['zsh']],
  ['nonsense ', []],
] as const)('%s', (line, wanted) => {
  expect(ask(line)).toEqual(wanted);
});

it('every verb and every option of the help can be completed', () => {
  for (const { name, options } of table.verbs) {
    expect(ask(name)).toContain(name);
    const flags = ask(`${name} --`);
    for (const option of options) expect(flags).toContain(table.options[option]?.flags[0]);
  }
});
