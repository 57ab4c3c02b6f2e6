// A failure as the one line that is printed.

import type { Failure } from './failure.js';
import { FAILURE_MESSAGES } from './failure-messages.js';
import { safeLine } from './safe.js';

/** What the operating system's codes mean, for the reasons in brackets. */
const ERRNO: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space left',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'not permitted',
  EROFS: 'read-only',
};

/** The one line that is printed. */
export function failureLine(failure: Failure): string {
  const message: string = FAILURE_MESSAGES[failure.code];
  const text = message.replace(/ Near to it: \{nearest\}\./, (found) =>
    failure.args.nearest === '' ? '' : found,
  );
  return safeLine(text.replace(/\{(\w+)\}/g, (_, name: string) => argumentOf(failure, name)));
}

function argumentOf({ args }: Failure, name: string): string {
  const value = String(args[name] ?? '');
  return name === 'reason' && Object.hasOwn(ERRNO, value) ? `${ERRNO[value]}, ${value}` : value;
}
