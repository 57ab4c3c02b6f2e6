// A finding in a file: a stable code with place, arguments and the message that belongs to the code.

import { PROBLEM_MESSAGES, type ProblemCode } from './problem-messages.js';

export type Severity = 'error' | 'warning';

export interface Problem {
  /** Of the file format (`ProblemCode`) or of a lint rule. */
  code: string;
  /** In English, with {names} for the arguments. */
  message: string;
  severity: Severity;
  /** As the person named it, or relative to the pack. */
  file: string;
  /** 1-based; 1:1 where the whole file is meant. */
  line: number;
  column: number;
  args: Readonly<Record<string, string | number>>;
}

/** An error of the file format at a place; 1:1 where the whole file is meant. */
export function problemAt(
  code: ProblemCode,
  { file, line = 1, column = 1 }: { file: string; line?: number; column?: number },
  args: Problem['args'] = {},
): Problem {
  return { code, message: PROBLEM_MESSAGES[code], severity: 'error', file, line, column, args };
}

/** True when one of them is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** By file, then place, then code. */
export function byPlace(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
