// A home and a shared folder brought to the same state: records, items as asked, settings that travel. Nothing is ever deleted.

import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { isFolder } from '../../disk/folders.js';
import { Failure } from '../../text/failure.js';
import { prepareStore } from '../conf-store.js';
import type { SettingName } from '../setting-rows.js';
import type { Unreadable } from './segment-index.js';
import { sweepDrafts } from './sweep-drafts.js';
import { syncItems } from './sync-items.js';
import { type MovedSegments, type Sides, syncSegments } from './sync-segments.js';
import { syncSettings } from './sync-settings.js';

/** What moved in one direction. */
interface Moved {
  records: MovedSegments;
  items: number;
  settings: SettingName[];
}

export interface Synced {
  cameIn: Moved;
  wentOut: Moved;
  /** Copies that a program for syncing made because two states met: their content was taken in. */
  conflicts: string[];
  /** Files that were not used, and why. They stay where they are. */
  unreadable: Unreadable[];
}

/** Failures: `sync-no-folder`, `sync-same-folder`, and those of writing. What was done before one of those stays done. */
export async function syncHistory(sides: Sides, machine: string): Promise<Synced> {
  checkSides(sides);
  await prepareStore();
  // Items first: an answer whose item cannot be shown would be worse than an item without an answer.
  const items = syncItems(sides);
  const segments = syncSegments(sides);
  const settings = await syncSettings(sides, machine);
  if (!sides.dryRun) sweepDrafts(sides.folder, sides.now);
  return {
    cameIn: { records: segments.cameIn, items: items.cameIn, settings: settings.cameIn },
    wentOut: { records: segments.wentOut, items: items.wentOut, settings: settings.wentOut },
    conflicts: [...segments.conflicts, ...items.conflicts],
    unreadable: [...segments.unreadable, ...items.unreadable, ...settings.unreadable],
  };
}

/** A folder that is not there is not made: a disk that is not plugged in would look like one that holds nothing. */
function checkSides({ home, folder }: Sides): void {
  if (!isFolder(folder)) throw new Failure('sync-no-folder', { folder });
  if (!isFolder(home)) return;
  const way = relative(realpathSync(home), realpathSync(folder));
  if (way === '' || (!way.startsWith('..') && ['sessions', 'items'].includes(way.split(sep)[0] ?? '')))
    throw new Failure('sync-same-folder', { folder });
}
