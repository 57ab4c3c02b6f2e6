// What a question must not tell before its answer: every text and figure in it that the asking itself does not show.

import type { Question } from '../../src/question/question.js';

/** Fields that are shown, or that say nothing about the answer. */
const SHOWN = new Set(
  'id topic concepts type level roles tags seconds stem snippet text left right unit items draft weight credit reviewed'.split(
    ' ',
  ),
);
/** Texts under these are part of the key, whatever they are called. */
const KEPT = new Set([
  'rubric',
  'avoid',
  'flaws',
  'sound',
  'answers',
  'partial',
  'forbidden',
  'parts',
  'blanks',
]);

/** Each at least four characters long: shorter ones stand everywhere. */
export function secretsOf(question: Question): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, kept: boolean): void => {
    if (typeof value === 'string' && value.length >= 4) found.add(value);
    else if (Array.isArray(value)) for (const member of value) visit(member, kept);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) {
        const inside = kept || KEPT.has(name);
        if (name === 'id' || name === 'unit' || (!inside && SHOWN.has(name))) continue;
        visit(member, inside);
      }
  };
  visit(question, false);
  const shown = shownTexts(question).join('\n');
  return [...found].filter((secret) => !shown.includes(secret));
}

/** All texts a person sees while the question is open. */
function shownTexts(question: Question): string[] {
  const texts = [question.id, question.topic, ...question.concepts, question.stem, ...question.tags];
  if ('choices' in question) texts.push(...question.choices.map(({ text }) => text));
  if (question.type === 'ordering') texts.push(...question.items.map(({ text }) => text));
  if (question.type === 'matching')
    texts.push(
      ...question.pairs.flatMap(({ left, right }) => [left, right]),
      ...(question.distractors ?? []).map(({ text }) => text),
    );
  // The names of its blanks are not shown.
  if ('snippet' in question) texts.push(question.snippet.replaceAll(/\{\{.*?\}\}/g, ''));
  return texts;
}

/** The secrets that stand in what was said. */
export function secretsIn(said: string, question: Question): string[] {
  return secretsOf(question).filter((secret) => said.includes(secret));
}
