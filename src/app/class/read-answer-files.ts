// Exports of many people, read line by line: never a file as a whole, compressed or not.

import { createReadStream, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errnoOf } from '../../disk/errno.js';
import { listFolder, lookAt } from '../../disk/folders.js';
import { type CountedRow, decodeRow } from '../../history/counted-row.js';
import { Failure } from '../../text/failure.js';

/** What was read besides the rows. */
export interface FilesRead {
  files: number;
  /** Lines that are no answer. */
  unreadable: number;
  /** Files that ended badly, and why; what came before is counted. */
  broken: { file: string; reason: string }[];
}

const ENDING = /\.(ndjson|jsonl)(\.gz)?$/i;
/** Folders within folders; deeper lies nothing that people put there. */
const MOST_DEEP = 4;
/** A row is half a kilobyte, with what was typed at most twenty; longer lines are nobody's answers. */
const LONGEST_LINE = 256 * 1024;
const CHUNK = 256 * 1024;

/** Hands every row of every file on, in the order of their names. Failure `class-no-files`. */
export async function readAnswerFiles(path: string, onRow: (row: CountedRow) => void): Promise<FilesRead> {
  const found = lookAt(path);
  if (!('stats' in found)) throw new Failure('path-missing', { path, reason: found.reason });
  const files = filesBelow(path, found.stats);
  if (files.length === 0) throw new Failure('class-no-files', { path });
  const read: FilesRead = { files: files.length, unreadable: 0, broken: [] };
  for (const file of files) {
    try {
      for await (const lines of linesOf(file)) for (const line of lines) takeLine(line, onRow, read);
    } catch (error) {
      read.broken.push({ file, reason: errnoOf(error) });
    }
  }
  return read;
}

function filesBelow(path: string, stats: Stats): string[] {
  return stats.isDirectory() ? listBelow(path, 0) : [path];
}

function listBelow(folder: string, depth: number): string[] {
  const listed = listFolder(folder);
  const entries = 'entries' in listed ? listed.entries : [];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth < MOST_DEEP ? listBelow(path, depth + 1) : [];
      return entry.isFile() && ENDING.test(entry.name) ? [path] : [];
    });
}

function takeLine(line: string, onRow: (row: CountedRow) => void, read: FilesRead): void {
  if (line === '') return;
  const row = line.length > LONGEST_LINE ? undefined : parseRow(line);
  if (row === undefined) read.unreadable += 1;
  else onRow(row);
}

function parseRow(line: string): CountedRow | undefined {
  try {
    return decodeRow(JSON.parse(line));
  } catch {
    // Cut off, or of another program: it is counted.
    return undefined;
  }
}

/** The lines of each piece that is read. One without an end is given up once it is too long. */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let skipping = false;
  for await (const chunk of openStream(file)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (skipping && lines.length > 0) {
      lines[0] = 'too long';
      skipping = false;
    }
    if (skipping || rest.length > LONGEST_LINE) {
      skipping = true;
      rest = '';
    }
    yield lines;
  }
  yield [skipping ? 'too long' : rest];
}

function openStream(file: string): Readable {
  const bytes = createReadStream(file, { highWaterMark: CHUNK });
  if (!file.toLowerCase().endsWith('.gz')) return bytes;
  const unpacked = createGunzip({ chunkSize: CHUNK });
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}
