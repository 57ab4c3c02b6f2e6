// Files of segments read one after the other, and what of each is needed to say what counts today.

import { join } from 'node:path';
import { AnswerStore } from '../answer-store.js';
import { decodeSegment } from '../decode-segment.js';
import { sessionsFolder } from '../home.js';
import { backupOf, loadRecord, type SetAside } from '../load-record.js';
import { mergeSegments } from '../merge.js';
import type { Segment } from '../records.js';
import { sharedHome } from '../shared-home.js';
import { slimSegment } from '../slim-segment.js';
import type { FolderLook } from './folder-states.js';

/** One file that holds a segment. */
export interface ReadSegment {
  /** Below `sessions`. */
  file: string;
  segment: Segment;
}

/** Every file of the folders looked at, without what no figure is made from, so that 100,000 answers are no burden. Responses where they are wanted. */
export function readEverySegment(
  home: string,
  looks: readonly FolderLook[],
  setAside: SetAside[],
  withResponses: boolean,
): ReadSegment[] {
  const store = new AnswerStore(withResponses);
  const places = new Map<string, number>();
  const read: ReadSegment[] = [];
  const files = looks.flatMap((look) => (look.files ?? []).map(({ name }) => fileIn(look, name)));
  for (const one of eachSegment(home, files, setAside)) {
    const { id } = one.segment;
    const place = places.get(id);
    places.set(id, place ?? read.length);
    // Of two states of one record the later counts, which only the whole of both tells.
    const merged = place === undefined ? one.segment : laterOf(home, read[place]!.file, one.segment);
    const slim = slimSegment(merged, store);
    if (place !== undefined) read[place]!.segment = slim;
    read.push({ file: one.file, segment: slim });
  }
  return read;
}

/** These files; those that cannot be read are set aside. */
export function* eachSegment(
  home: string,
  files: Iterable<string>,
  setAside: SetAside[],
): Generator<ReadSegment> {
  const shared = sharedHome(home);
  for (const file of files) {
    const record = loadRecord(recordPath(home, file), decodeSegment, () => !shared());
    setAside.push(...record.setAside);
    if (record.value !== undefined) yield { file, segment: record.value };
  }
}

export const fileIn = ({ state }: Pick<FolderLook, 'state'>, name: string): string =>
  state.name === '' ? name : `${state.name}/${name}`;

/** A file that is there as its backup alone is read under the name of the record. */
function recordPath(home: string, file: string): string {
  const path = join(sessionsFolder(home), file);
  return path.endsWith(backupOf('')) ? path.slice(0, -backupOf('').length) : path;
}

function laterOf(home: string, file: string, segment: Segment): Segment {
  const other = loadRecord(recordPath(home, file), decodeSegment, () => false).value;
  const [later] = mergeSegments(other?.id === segment.id ? [other, segment] : [segment]);
  return later!;
}
