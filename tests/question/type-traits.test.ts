// What is said of a type without its rules is what its rules say.

import { expect, test } from 'vitest';
import type { QuestionTypeRules } from '../../src/question/question-type.js';
import { TYPE_RULES } from '../../src/question/type-rules.js';
import { TYPE_TRAITS } from '../../src/question/type-traits.js';
import { QUESTION_TYPES } from '../../src/question/vocabulary.js';

test.each(QUESTION_TYPES)('%s: its options are shuffled where its rules name them', (type) => {
  const rules: Pick<QuestionTypeRules<never>, 'shuffled'> = TYPE_RULES[type];
  expect(TYPE_TRAITS[type].shuffles).toBe(rules.shuffled !== undefined);
});
