// What an import has to say, as lines and as JSON.

import { noteMessage } from '../../exchange/notes.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import type { ImportLine, ImportStatus } from './import-questions.js';

/** `deck.gift:12  added  safe-method`, and below it what was lost. */
export function importLines({ source, line, part, status, id, notes, conflicts }: ImportLine): string[] {
  const place = `${source}${part === undefined ? '' : `!${part}`}:${line}`;
  const kept = conflicts.length === 0 ? [] : [`    kept as edited by hand: ${conflicts.join(', ')}`];
  const head = `${place}  ${status}${id === undefined ? '' : `  ${id.slice(0, 80)}`}`;
  return [head, ...notes.map((note) => `    ${noteMessage(note)}`), ...kept].map((text) =>
    text.startsWith('    ') ? `    ${safeLine(text)}` : safeLine(text),
  );
}

/** The same for a program. */
export function importObject({ notes, ...line }: ImportLine): Record<string, unknown> {
  return { ...line, notes: notes.map((note) => ({ code: note.code, message: noteMessage(note) })) };
}

const ORDER: readonly ImportStatus[] = ['added', 'updated', 'unchanged', 'kept', 'skipped', 'refused'];

/** Kept, but for something. */
const isLossy = ({ status, notes }: ImportLine) =>
  status !== 'refused' && status !== 'skipped' && notes.length > 0;

/** True where something of a question was lost, or a question was refused. */
export const hasLosses = (lines: readonly ImportLine[]): boolean =>
  lines.some((line) => line.status === 'refused' || isLossy(line));

/** `12 questions: 10 added, 2 refused; 3 with losses`. */
export function importTotals(lines: readonly ImportLine[]): string {
  const counts = ORDER.flatMap((status) => {
    const count = lines.filter((line) => line.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const lossy = lines.filter(isLossy).length;
  const questions = lines.filter(({ status }) => status !== 'skipped').length;
  return `${counted(questions, 'question')}: ${counts.join(', ') || 'none'}${lossy === 0 ? '' : `; ${lossy} with losses`}`;
}
