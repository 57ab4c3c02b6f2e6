// The settings as a verb needs them; what was wrong with their file is told.

import type { Settings } from '../history/setting-rows.js';
import { readSettings, type SettingsRead } from '../history/settings.js';
import { tellSetAside } from './tell-set-aside.js';
import type { World } from './world.js';

/** The settings; a file that could not be read is named on stderr, for it is not looked at again. */
export function openSettings(world: World): Settings {
  return openSettingsRead(world).settings;
}

/** The same, with the fields that were left out. `silent`: the verb tells of the file itself. */
export function openSettingsRead(world: World, { silent = false } = {}): SettingsRead {
  const read = readSettings(world.home);
  if (!silent) tellSetAside(world, read.setAside);
  return read;
}
