// Reads a folder of foreign files and prints, per format, what was read, mapped and refused. Not part of the tests: the files are other people's.
// Usage: npx tsx scripts/read-exchange.ts FOLDER [--verbose]

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fitFile } from '../src/exchange/fit-file.js';
import { formatOf, READ_FORMATS } from '../src/exchange/formats.js';
import { noteMessage } from '../src/exchange/notes.js';

interface Tally {
  files: number;
  /** Files of which something was read, or each piece refused with its line. */
  readable: number;
  questions: number;
  mapped: number;
  refused: Map<string, number>;
  notes: Map<string, number>;
}

const [folder = '.', flag] = process.argv.slice(2);
const tallies = new Map<string, Tally>();
const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!statSync(join(folder, path)).isFile()) continue;
  const file = { name: basename(path), bytes: readFileSync(join(folder, path)) };
  const format = formatOf(file);
  if (format === undefined) continue;
  const tally = tallies.get(format) ?? {
    files: 0,
    readable: 0,
    questions: 0,
    mapped: 0,
    refused: new Map(),
    notes: new Map(),
  };
  tallies.set(format, tally);
  tally.files += 1;
  const read = await (await READ_FORMATS[format].reader())(file);
  const fitted = fitFile(read, {}, file.name, { of: () => undefined, isTaken: () => false });
  const unreadable = ['syntax', 'not-utf8', 'doctype', 'archive-broken', 'archive-bomb', 'too-large'];
  const failed = fitted.refused.filter(({ note }) => unreadable.includes(note.code));
  if (failed.length === 0) tally.readable += 1;
  tally.questions += fitted.questions.length + fitted.refused.length;
  tally.mapped += fitted.questions.length;
  for (const { notes } of fitted.questions) for (const { code } of notes) add(tally.notes, code);
  for (const { line, note, part } of fitted.refused) {
    add(
      tally.refused,
      note.code === 'no-form' || note.code === 'not-a-question' ? `${note.code}: ${note.detail}` : note.code,
    );
    if (flag === '--verbose' || failed.length > 0)
      console.log(`${path}${part ? `!${part}` : ''}:${line}  ${note.code}  ${noteMessage(note)}`);
  }
}

for (const [format, { files, readable, questions, mapped, refused, notes }] of tallies) {
  console.log(
    `${format}: ${readable} of ${files} files read; ${questions} items, ${mapped} mapped, ${questions - mapped} refused`,
  );
  for (const [name, count] of refused) console.log(`    refused ${count}  ${name}`);
  for (const [name, count] of notes) console.log(`    told    ${count}  ${name}`);
}
