// The natural answers of the bench and what two readers, each alone, granted them point by point.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Open } from '../../src/question/question.js';

export type AnswerKind = 'strong' | 'middling' | 'wrong';

/** Points by id: 0, 0.5 or 1; those left out are 0. Red flags by id. */
export interface Reading {
  points: Readonly<Record<string, number>>;
  flags: readonly string[];
}

/** As it stands in bench/grading/answers/*.json. */
export interface GradedAnswer {
  q: string;
  voice: string;
  kind: AnswerKind;
  text: string;
  readings: readonly Reading[];
}

/** The committed answers. */
const COMMITTED = fileURLToPath(new URL('answers', import.meta.url));

export interface GradedAnswers {
  answers: GradedAnswer[];
  /** Those whose question is gone, or whose readings name points that its rubric does not have any more. */
  outdated: number;
}

/** The answers in the folder that have a reading, by file name and place. */
export function gradedAnswers(questions: ReadonlyMap<string, Open>, folder = COMMITTED): GradedAnswers {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GradedAnswer[])
    .filter(({ readings }) => readings.length > 0);
  // One reading of another rubric and the others of that question are of it too, though they name nothing unknown.
  const misread = new Set(all.filter((answer) => !fits(answer, questions.get(answer.q))).map(({ q }) => q));
  const answers = all.filter(({ q }) => !misread.has(q));
  return { answers, outdated: all.length - answers.length };
}

function fits({ readings }: GradedAnswer, question: Open | undefined): boolean {
  if (question === undefined) return false;
  const points = new Set(question.rubric.map(({ id }) => id));
  const flags = new Set((question.avoid ?? []).map(({ id }) => id));
  return readings.every(
    (reading) =>
      Object.keys(reading.points).every((id) => points.has(id)) && reading.flags.every((id) => flags.has(id)),
  );
}

/** What the readers granted of a point, 0 to 1 on average. */
export function granted({ readings }: GradedAnswer, point: string): number {
  return readings.reduce((sum, { points }) => sum + (points[point] ?? 0), 0) / readings.length;
}

/** Share of the readers who saw a red flag. */
export function flagged({ readings }: GradedAnswer, flag: string): number {
  return readings.filter(({ flags }) => flags.includes(flag)).length / readings.length;
}

/** The credit that the readers' marks make: points less red flags, 0 to 1. */
export function readersCredit(answer: GradedAnswer, { rubric, avoid = [] }: Open): number {
  const total = rubric.reduce((sum, { weight }) => sum + weight, 0);
  const said = rubric.reduce((sum, { id, weight }) => sum + weight * granted(answer, id), 0);
  const lost = avoid.reduce((sum, { id, weight = 1 }) => sum + weight * flagged(answer, id), 0);
  return Math.max(0, (said - lost) / total);
}
