// SARIF as the standard has it: what of it we write, by its sections, held by a schema of our own words.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { githubLine, sarifLog } from '../../src/app/lint-formats.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

const record = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const whole = { type: 'integer', minimum: 0 };
const fromOne = { type: 'integer', minimum: 1 };
const filled = { type: 'string', minLength: 1 };

/** SARIF 2.1.0 (OASIS, 27 March 2020): the properties we write, each with what its section asks of it, and no others. */
const SARIF = record({
  // 3.13.3
  $schema: { type: 'string', format: 'uri' },
  // 3.13.2
  version: { const: '2.1.0' },
  // 3.13.4, 3.14
  runs: {
    type: 'array',
    minItems: 1,
    items: record({
      // 3.18, 3.19: a name; the rest of a driver may be left out.
      tool: record({
        driver: record({
          name: filled,
          version: filled,
          informationUri: { type: 'string', format: 'uri' },
          // 3.19.23: no rule twice.
          rules: { type: 'array', uniqueItems: true, items: record({ id: filled }) },
        }),
      }),
      // 3.27
      results: {
        type: 'array',
        items: record({
          ruleId: filled,
          ruleIndex: whole,
          // 3.27.10
          level: { enum: ['none', 'note', 'warning', 'error'] },
          // 3.11
          message: record({ text: filled }),
          // 3.28, 3.29: lines and columns count from 1 (3.30).
          locations: {
            type: 'array',
            items: record({
              physicalLocation: record({
                artifactLocation: record({ uri: { type: 'string', format: 'uri-reference' } }),
                region: record({ startLine: fromOne, startColumn: fromOne }),
              }),
            }),
          },
        }),
      },
    }),
  },
});

const ajv = new Ajv2020({ allErrors: true });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
// RFC 3986: what stands in no address has to be escaped.
ajv.addFormat('uri-reference', /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-Fa-f]{2})*$/);
const validate = ajv.compile(SARIF);

test.each([
  [
    'problems of every kind, under names that want escapes',
    { 'a,b.md': 'no front matter\n', 'ö ü/c %41#d?.md': '---\nid: x\n---\nhi\n', 'pack.yaml': 'id: Team\n' },
  ],
  [
    'warnings',
    { 'pack.yaml': packFile('team'), 'one.md': questionFile('team', 'one', { reviewed: '2001-01-01' }) },
  ],
  ['nothing', { 'pack.yaml': packFile('team'), 'one.md': questionFile('team', 'one') }],
])('%s', async (_, files) => {
  const { out } = await run(['lint', folderOf(files), '--format', 'sarif']);
  const log = JSON.parse(out);
  validate(log);
  expect(validate.errors).toBeNull();
  const [{ tool, results }] = log.runs;
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test('the address of a file is that file again, whatever it is called', async () => {
  const folder = folderOf({ 'ö ü/c %41#d?.md': 'no front matter\n', 'pack.yaml': packFile('team') });
  const problems: { file: string }[] = JSON.parse((await run(['lint', folder, '--json'])).out);
  const log = JSON.parse((await run(['lint', folder, '--format', 'sarif'])).out);
  const named = log.runs[0].results.map(
    ({ locations }: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      new URL(locations[0]?.physicalLocation.artifactLocation.uri ?? '', 'file:///root/of/it/all/').pathname,
  );
  expect(named.map(decodeURIComponent)).toEqual(
    problems
      .map(
        ({ file }) =>
          new URL(encodeURI(file).replace(/[#?]/g, encodeURIComponent), 'file:///root/of/it/all/').pathname,
      )
      .map(decodeURIComponent),
  );
});

test('what is not so is seen', () => {
  const log = sarifLog([], '1.0.0');
  expect(validate(log)).toBe(true);
  expect(validate({ ...log, version: '2.0.0' })).toBe(false);
  expect(validate({ ...log, runs: [{ tool: { driver: { name: '' } }, results: [{ level: 'bad' }] }] })).toBe(
    false,
  );
});

test('GitHub: what would end a property or the line is escaped, per cent first', () => {
  const line = githubLine({
    severity: 'warning',
    code: 'stems-repeat',
    file: 'C:\\packs\\100 %, or: so\r\n.md',
    line: 3,
    column: 7,
    message: 'it reads as {other} does',
    args: { other: '50 %\r\n::error::x' },
  });
  expect(line).toMatchInlineSnapshot(
    `"::warning file=C%3A\\packs\\100 %25%2C or%3A so .md,line=3,col=7,title=stems-repeat::it reads as 50 %25 ::error::x does"`,
  );
  expect(line).not.toMatch(/[\r\n]/);
});
