// The table of modes against the verbs: a row that nobody can sit is an oversight.

import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/catalogue.js';
import { MODES } from '../../src/history/modes.js';

test.each(MODES)('%s is sat by the verb of its name', (mode) => {
  expect(CATALOGUE.map(({ name }) => name)).toContain(mode);
});
