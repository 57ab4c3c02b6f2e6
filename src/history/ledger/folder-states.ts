// What the folders of segments look like, in stamps: enough to tell without opening a file whether anything has changed.

import { statSync } from 'node:fs';
import { checksum } from '../../disk/checksum.js';
import { errnoOf } from '../../disk/errno.js';
import {
  type FoundBeside,
  type SegmentFile,
  type SegmentFolder,
  segmentFilesIn,
  segmentFolders,
} from '../segment-files.js';
import { sharedHome } from '../shared-home.js';

/** One folder as it was looked at. */
export interface FolderState {
  name: string;
  /** Of the folder itself: another one when a file in it came, went or was replaced. Empty: not to be relied on. */
  stamp: string;
  /** A name and a stamp for each of its files, joined by `JOINT`. */
  files: string;
}

export interface FolderLook {
  state: FolderState;
  folder: SegmentFolder;
  /** Null where the folder's own stamp said that nothing has changed. */
  files: SegmentFile[] | null;
}

/** Stands in no file name. */
const JOINT = '/';

/** What changed so short a time (ms) before it was looked at may change again without another stamp: FAT counts in steps of two seconds. */
const SETTLING_MS = 3000;

/** A stamp that is like no other, itself included. */
const NEVER = '?';

/**
 * Every folder of a home as it is now, at `now` (ms). Folders whose own stamp is that of `known` are not listed, but where `deep`
 * says so: then a file overwritten in place, which leaves its folder's stamp alone, is seen too.
 */
export function lookAtFolders(
  home: string,
  known: readonly FolderState[],
  beside: FoundBeside,
  { now, deep }: { now: number; deep: boolean },
): FolderLook[] {
  const before = new Map(known.map((state) => [state.name, state]));
  const shared = sharedHome(home);
  const settled = now - SETTLING_MS;
  return segmentFolders(home, beside).map((folder): FolderLook => {
    // Before it is listed: what comes between is seen the next time.
    const stamp = stampOf(folder.path, settled);
    const state = before.get(folder.name);
    if (!deep && state !== undefined && stamp !== NEVER && state.stamp === stamp)
      return { state, folder, files: null };
    const files = segmentFilesIn(folder, shared, beside);
    return {
      state: {
        name: folder.name,
        stamp: stamp === NEVER ? '' : stamp,
        files: renderFiles(folder, files, settled),
      },
      folder,
      files,
    };
  });
}

/** Names and stamps of the files of a folder. */
export function filesOf({ files }: FolderState): Map<string, string> {
  const words = files === '' ? [] : files.split(JOINT);
  const map = new Map<string, string>();
  for (let place = 0; place + 1 < words.length; place += 2) map.set(words[place]!, words[place + 1]!);
  return map;
}

/** True where both stamps speak of the same bytes. */
export const isSameFile = (a: string | undefined, b: string | undefined): boolean => a === b && a !== NEVER;

function renderFiles({ path }: SegmentFolder, files: readonly SegmentFile[], settled: number): string {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map(({ name }) => `${name}${JOINT}${stampOf(`${path}/${name}`, settled)}`).join(JOINT);
}

function stampOf(path: string, settled: number): string {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    if (Math.max(mtimeMs, ctimeMs) > settled) return NEVER;
    return checksum(`${size} ${mtimeMs} ${ctimeMs} ${ino}`).toString(36);
  } catch (error) {
    errnoOf(error);
    return NEVER;
  }
}
