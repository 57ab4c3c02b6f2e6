// What a thread that parses files is given and gives back: the lines of a batch as one run of bytes, which is handed over without a copy.

import type { KnownFile } from './pack-builder.js';
import type { OfPack } from './parse-file.js';
import type { FoundFile } from './read-folder.js';

export interface ThreadWork {
  ofPack: OfPack;
  files: readonly FoundFile[];
}

export interface PackedBatch {
  files: Omit<KnownFile, 'line'>[];
  /** Of each file; null without a line. */
  lengths: (number | null)[];
  lines: Uint8Array<ArrayBuffer>;
}

export function packBatch(batch: readonly KnownFile[]): PackedBatch {
  const lengths = batch.map(({ line }) => line?.length ?? null);
  const lines = new Uint8Array(lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0));
  let end = 0;
  const files = batch.map(({ line, ...file }) => {
    if (line !== null) lines.set(line, end);
    end += line?.length ?? 0;
    return file;
  });
  return { files, lengths, lines };
}

export function unpackBatch({ files, lengths, lines }: PackedBatch): KnownFile[] {
  let start = 0;
  return files.map((file, place) => {
    const length = lengths[place]!;
    if (length === null) return { ...file, line: null };
    start += length;
    return { ...file, line: lines.subarray(start - length, start) };
  });
}
