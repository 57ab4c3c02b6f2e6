// The settings as a verb needs them; what was wrong with their file is told.

import type { Settings } from '../history/setting-rows.js';
import { readSettings } from '../history/settings.js';
import { tellSetAside } from './tell-set-aside.js';
import type { World } from './world.js';

/** The settings; a file that could not be read is named on stderr, for it is not looked at again. */
export function openSettings(world: World): Settings {
  const { settings, setAside } = readSettings(world.home);
  tellSetAside(world, setAside);
  return settings;
}
