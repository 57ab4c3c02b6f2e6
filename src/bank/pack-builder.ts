// A compiled pack made file by file: what is known of each goes into columns and long texts at once, so that a large pack takes little memory.

import { crc32 } from 'node:zlib';
import {
  type ByteSource,
  type CompiledPack,
  type LineColumns,
  PARTS,
  type Part,
  renderHead,
} from './compiled-pack.js';
import type { PackFile } from './pack-file.js';
import { ColumnBuilder, type CompiledFile } from './pack-index.js';

/** What is kept of a file. */
export interface KnownFile {
  file: CompiledFile;
  /** Null without a question. */
  line: Uint8Array | null;
  stem: string;
  stemLine: string;
}

type About = Pick<CompiledPack, 'packProblems' | 'packStamp' | 'settled'> & { pack: PackFile };

export class PackBuilder {
  private readonly columns: ColumnBuilder;
  private readonly stemLines = new JoinedText('\n');
  private readonly stems = new JoinedText(',');
  private readonly places: LineColumns = { lengths: [], sums: [] };
  private readonly lines = new JoinedBytes();

  constructor(private readonly about: About) {
    this.columns = new ColumnBuilder(about.settled !== true);
  }

  add({ file, line, stem, stemLine }: KnownFile): void {
    this.columns.add(file);
    this.stemLines.add(stemLine);
    this.stems.add(JSON.stringify(stem));
    this.places.lengths.push(line?.length ?? 0);
    this.places.sums.push(line === null ? 0 : crc32(line));
    if (line !== null) this.lines.add(line);
  }

  /** The pack in pieces. Nothing may be added afterwards. */
  finish(): PieceBytes {
    const { topics, ...pack } = this.about.pack;
    const { names, facts } = this.columns.columns();
    const stemLines = this.stemLines.pieces();
    const stems = [Buffer.from('['), ...this.stems.pieces(), Buffer.from(']')];
    const lines = this.lines.pieces();
    const texts: Record<Part, Buffer[]> = {
      pack: json(pack),
      topics: json(topics),
      names: json(names),
      facts: json(facts),
      lines: json(this.places),
      stemLines,
      stems,
    };
    const parts = PARTS.map((part) => [...texts[part], Buffer.from('\n')]);
    const ends = {
      lines: lengthOf(lines),
      sums: { stemLines: sumOf(stemLines), stems: sumOf(stems) },
    };
    const head = renderHead(this.about, parts.map(lengthOf), ends);
    return new PieceBytes([Buffer.from(head), ...parts.flat(), ...lines]);
  }
}

/** The bytes of a compiled pack, in pieces. */
export function renderCompiledPack(compiled: CompiledPack): readonly Buffer[] {
  const builder = new PackBuilder(compiled);
  compiled.files.forEach((file, index) => {
    builder.add({
      file,
      line: compiled.line(index),
      stem: compiled.stem(index),
      stemLine: compiled.stemLine(index),
    });
  });
  return builder.finish().pieces;
}

/** Bytes that lie in several pieces of memory. */
export class PieceBytes implements ByteSource {
  readonly length: number;
  private readonly starts: number[];

  constructor(readonly pieces: readonly Buffer[]) {
    let start = 0;
    this.starts = pieces.map(({ length }) => {
      start += length;
      return start - length;
    });
    this.length = start;
  }

  slice(start: number, end: number): Buffer {
    const found: Buffer[] = [];
    for (let place = this.pieceAt(start); start < end && place < this.pieces.length; place += 1) {
      const from = this.starts[place]!;
      const piece = this.pieces[place]!.subarray(start - from, end - from);
      found.push(piece);
      start += piece.length;
    }
    return found.length === 1 ? found[0]! : Buffer.concat(found);
  }

  /** The last piece that begins there or before. */
  private pieceAt(start: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** As one checksum of them all. */
export const sumOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => crc32(piece, sum), 0);

const json = (value: unknown): Buffer[] => [Buffer.from(JSON.stringify(value))];

const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

const PIECE_BYTES = 256 * 1024;

/** Many short runs of bytes behind each other, in few pieces; none is cut in two. */
class JoinedBytes {
  private readonly full: Buffer[] = [];
  private open = Buffer.alloc(0);
  private length = 0;

  add(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.open.length) {
      this.close();
      this.open = Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, bytes.length));
    }
    this.open.set(bytes, this.length);
    this.length += bytes.length;
  }

  pieces(): Buffer[] {
    this.close();
    return this.full;
  }

  private close(): void {
    if (this.length > 0) this.full.push(this.open.subarray(0, this.length));
    this.open = Buffer.alloc(0);
    this.length = 0;
  }
}

/** Many short texts with a mark between them. */
class JoinedText {
  private readonly bytes = new JoinedBytes();
  private waiting: string[] = [];
  private isFirst = true;

  constructor(private readonly between: string) {}

  add(text: string): void {
    this.waiting.push(this.isFirst ? text : `${this.between}${text}`);
    this.isFirst = false;
    if (this.waiting.length >= 256) this.flush();
  }

  pieces(): Buffer[] {
    this.flush();
    return this.bytes.pieces();
  }

  private flush(): void {
    this.bytes.add(Buffer.from(this.waiting.join('')));
    this.waiting = [];
  }
}
