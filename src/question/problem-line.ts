// A problem as the line that is printed.

import { safeLine } from '../text/safe.js';
import type { Problem } from './problem.js';

/** The message of a problem without its place. */
export function problemMessage({ message, args }: Problem): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => safeLine(String(args[name] ?? '')));
}

/** `questions/x/y.md:12:5  error  choices-no-key  no choice is marked right; …` */
export function problemLine(problem: Problem): string {
  const place = `${safeLine(problem.file)}:${problem.line}:${problem.column}`;
  return `${place}  ${problem.severity}  ${problem.code}  ${problemMessage(problem)}`;
}
