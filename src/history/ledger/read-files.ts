// Files of segments read one after the other, and what of each is needed to say what counts today.

import { join } from 'node:path';
import { decodeSegment } from '../decode-segment.js';
import { sessionsFolder } from '../home.js';
import { backupOf, loadRecord, type SetAside } from '../load-record.js';
import type { Segment } from '../records.js';
import { sharedHome } from '../shared-home.js';
import type { FolderLook } from './folder-states.js';

/** One file that holds a segment. */
export interface ReadSegment {
  /** Below `sessions`. */
  file: string;
  segment: Segment;
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
export function recordPath(home: string, file: string): string {
  const path = join(sessionsFolder(home), file);
  return path.endsWith(backupOf('')) ? path.slice(0, -backupOf('').length) : path;
}
