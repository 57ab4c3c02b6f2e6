// concept-unasked: a concept of pack.yaml that is the main subject of no question.

import type { BankHit, BankRule } from './finding.js';

export const conceptUnasked: BankRule = {
  code: 'concept-unasked',
  severity: 'warning',
  message: 'no question has "{concept}" first in its concepts; write one, or remove the concept',
  check({ questions, topics }) {
    const asked = new Set(questions.map(({ concepts }) => concepts[0]));
    return topics.flatMap(({ concepts }, topic): BankHit[] =>
      concepts.flatMap(({ slug }, concept) =>
        asked.has(slug)
          ? []
          : [
              {
                question: null,
                path: ['topics', topic, 'concepts', concept, 'slug'],
                args: { concept: slug },
              },
            ],
      ),
    );
  },
};
