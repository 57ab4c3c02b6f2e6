// A finding in a file: a stable code with place and arguments; the English lives in problem-messages.ts.

export type Severity = 'error' | 'warning';

export interface Problem {
  code: string;
  severity: Severity;
  /** As the person named it, or relative to the pack. */
  file: string;
  /** 1-based; 1:1 where the whole file is meant. */
  line: number;
  column: number;
  args: Readonly<Record<string, string | number>>;
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
