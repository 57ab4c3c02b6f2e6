// The file a new question starts from: every field of its type, with words to replace.

import { SECTION_FIELDS } from './sections.js';
import { TYPE_RULES } from './type-rules.js';
import type { Level, QuestionType } from './vocabulary.js';

export interface NewQuestion {
  id: string;
  type: QuestionType;
  topic: string;
  concept: string;
  level: Level;
  /** Day, YYYY-MM-DD. */
  today: string;
}

/** Text of the file; it parses, so that lint speaks only of what is written into it. */
export function newQuestionFile({ id, type, topic, concept, level, today }: NewQuestion): string {
  const { template, sections } = TYPE_RULES[type];
  const names: readonly string[] = sections;
  const more = Object.keys(SECTION_FIELDS).filter((name) => names.includes(name));
  return `---
id: ${id}
topic: ${topic}
concepts: [${concept}]
type: ${type}
level: ${level}
${template}sources:
  - title: The specification or book, with its section
    url: https://example.org/replace-me
reviewed: ${today}
---
The question ${id}, so that it can be answered before any option is seen.

${more.map((name) => `## ${name}\nReplace this.\n\n`).join('')}## Explanation
The reasoning an interviewer wants to hear, in two to six sentences.
`;
}
