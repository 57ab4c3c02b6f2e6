// The shipped JSON Schema describes what `--format json` writes, and nothing else.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { renderJson } from '../../src/report/render-json.js';
import { NO_FILTERS, type Source } from '../../src/report/source.js';
import { summarise } from '../../src/report/summary.js';
import { SUMMARY_VERSION, type Summary } from '../../src/report/summary-shape.js';
import {
  allRightSource,
  emptySource,
  fixedSource,
  hostileSource,
  NOW,
  oneAnswerSource,
} from './sample-history.js';

const schema = JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as {
  properties: Record<string, { const?: number }>;
};
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

const sources: Record<string, Source> = {
  fixed: fixedSource(),
  'one sitting': fixedSource({
    filters: { ...NO_FILTERS, sitting: { id: 'sitting-2026-11-17', mode: 'practice', startedAt: NOW } },
  }),
  'a span': fixedSource({
    filters: { since: NOW - 9e8, until: NOW - 1e8, topics: ['graphql'], sitting: null },
  }),
  'since a report': fixedSource({ lastReport: NOW - 5e8 }),
  empty: emptySource(),
  'one answer': oneAnswerSource(),
  'all right': allRightSource(),
  hostile: hostileSource(),
};

test.each(Object.entries(sources))('%s', (_, source) => {
  validate(JSON.parse(renderJson(summarise(source))));
  expect(validate.errors ?? []).toEqual([]);
});

test('the version is the one of the program', () => {
  expect(schema.properties.version?.const).toBe(SUMMARY_VERSION);
});

test('a missing, a wrong and an unknown field are noticed', () => {
  const good = JSON.parse(renderJson(summarise(fixedSource()))) as Summary & Record<string, unknown>;
  const { readiness: _, ...missing } = good;
  expect(validate(missing)).toBe(false);
  expect(validate({ ...good, missedCount: -1 })).toBe(false);
  expect(validate({ ...good, extra: 1 })).toBe(false);
});
