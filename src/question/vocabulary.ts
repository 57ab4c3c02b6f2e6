// The closed lists of the format: types, levels, roles.

import { TYPE_TRAITS } from './type-traits.js';

export type QuestionType = keyof typeof TYPE_TRAITS;
export const QUESTION_TYPES = Object.keys(TYPE_TRAITS) as QuestionType[];

export const LEVELS = ['foundation', 'intermediate', 'advanced'] as const;
export type Level = (typeof LEVELS)[number];

export const ROLES = [
  'developer',
  'tester',
  'architect',
  'product',
  'analyst',
  'support',
  /** Writes API documentation. */
  'writer',
  /** Solutions engineer: integrations, from the first call to go-live. */
  'solutions',
] as const;
export type Role = (typeof ROLES)[number];

/** Points a fully right answer earns, by level. */
export const LEVEL_WEIGHT: Readonly<Record<Level, number>> = { foundation: 1, intermediate: 2, advanced: 3 };
