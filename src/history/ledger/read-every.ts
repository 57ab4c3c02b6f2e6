// Every file of a history read one after the other, without what no figure is made from.

import { readBounded } from '../../disk/read-bounded.js';
import { AnswerStore } from '../answer-store.js';
import { decodeSegment } from '../decode-segment.js';
import { loadRecord, MAX_RECORD_BYTES, type SetAside } from '../load-record.js';
import { mergeSegments } from '../merge.js';
import type { Segment } from '../records.js';
import { SegmentScan } from '../scan/scan-segment.js';
import { sealedFrom } from '../sealed-json.js';
import { slimSegment } from '../slim-segment.js';
import type { FolderLook } from './folder-states.js';
import { eachSegment, fileIn, type ReadSegment, recordPath } from './read-files.js';

/** Bytes of nearly every file: a longer one is given bytes of its own. */
const ROOM = 256 * 1024;

/** Every file of the folders looked at, without what no figure is made from, so that 100,000 answers are no burden. Responses where they are wanted. */
export function readEverySegment(
  home: string,
  looks: readonly FolderLook[],
  setAside: SetAside[],
  withResponses: boolean,
): ReadSegment[] {
  const store = new AnswerStore(withResponses);
  const scan = new SegmentScan(store);
  const room = Buffer.allocUnsafeSlow(ROOM);
  const places = new Map<string, number>();
  const read: ReadSegment[] = [];
  for (const file of looks.flatMap((look) => (look.files ?? []).map(({ name }) => fileIn(look, name)))) {
    const scanned = scanFile(recordPath(home, file), scan, room);
    const isNew = scanned !== undefined && !places.has(scanned.id);
    for (const one of isNew ? [{ file, segment: scanned }] : eachSegment(home, [file], setAside)) {
      const { id } = one.segment;
      const place = places.get(id);
      places.set(id, place ?? read.length);
      // Of two states of one record the later counts, which only the whole of both tells.
      const merged = place === undefined ? one.segment : laterOf(home, read[place]!.file, one.segment);
      const segment = isNew ? merged : slimSegment(merged, store);
      if (place !== undefined) read[place]!.segment = segment;
      read.push({ file, segment });
    }
  }
  return read;
}

/** Undefined where the file has to be read whole: it is not as this program writes it, or damaged. */
function scanFile(path: string, scan: SegmentScan, room: Buffer): Segment | undefined {
  const read = readBounded(path, MAX_RECORD_BYTES, true, room);
  if (!('bytes' in read)) return undefined;
  const start = sealedFrom(read.bytes);
  return start === 0 ? undefined : scan.segment(read.bytes, start);
}

function laterOf(home: string, file: string, segment: Segment): Segment {
  const other = loadRecord(recordPath(home, file), decodeSegment, () => false).value;
  const [later] = mergeSegments(other?.id === segment.id ? [other, segment] : [segment]);
  return later!;
}
