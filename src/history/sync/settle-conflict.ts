// Two versions of one file of a shared folder, as a merge of git finds them -> the bytes both sides would keep. Pure.

import { laterState } from '../merge.js';
import { renderSealed } from '../sealed-json.js';
import { openSegmentBytes } from './segment-index.js';
import { openItemBytes } from './sync-items.js';
import { openDated } from './sync-settings.js';
import { mergeDated } from './travelling-settings.js';

/** `path`: below the shared folder, with slashes. Undefined: not ours to settle. */
export function settleConflict(path: string, ours: Buffer, theirs: Buffer): Buffer | undefined {
  const [room, name = ''] = [path.split('/')[0], path.split('/').at(-1)];
  if (!name.endsWith('.json')) return undefined;
  switch (room) {
    case 'sessions':
      return laterSegment(ours, theirs);
    case 'items':
      return 'item' in openItemBytes(ours, name.slice(0, 16)) ? ours : theirs;
    case 'settings':
      return mergedSettings(ours, theirs);
    default:
      return undefined;
  }
}

function laterSegment(ours: Buffer, theirs: Buffer): Buffer {
  const [mine, other] = [openSegmentBytes(ours), openSegmentBytes(theirs)];
  if ('code' in mine) return theirs;
  if ('code' in other) return ours;
  return laterState(mine.value, other.value) === mine.value ? ours : theirs;
}

function mergedSettings(ours: Buffer, theirs: Buffer): Buffer {
  const all = [openDated(ours), openDated(theirs)].flatMap((dated) => (dated ? [dated] : []));
  return Buffer.from(renderSealed({ version: 1, settings: mergeDated(all) }));
}
