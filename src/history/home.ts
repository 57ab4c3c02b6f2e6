// Where everything lies: the home folder and the files in it.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `API_QUIZ_HOME` (relative to the working folder), or else the folder conf uses for `api-quiz`. That rule is repeated
 * here, and held to conf's by a test, because asking conf would load it at every start.
 */
export function homeFolder(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  user = homedir(),
): string {
  if (env.API_QUIZ_HOME) return resolve(env.API_QUIZ_HOME);
  if (platform === 'darwin') return join(user, 'Library', 'Preferences', 'api-quiz');
  if (platform === 'win32')
    return join(env.APPDATA || join(user, 'AppData', 'Roaming'), 'api-quiz', 'Config');
  return join(env.XDG_CONFIG_HOME || join(user, '.config'), 'api-quiz');
}

/** The settings, a conf store. */
export const settingsFile = (home: string): string => join(home, 'config.json');

/** Segments, in one folder per month: `2026-11/<segment id>.json`. */
export const sessionsFolder = (home: string): string => join(home, 'sessions');

/** Items as they were asked, one file per content hash. */
export const itemsFolder = (home: string): string => join(home, 'items');

/** What can be made again at any time. */
export const cacheFolder = (home: string): string => join(home, 'cache');

/** The file of a segment; its id starts with the UTC day, which gives the month. */
export function segmentFile(home: string, id: string): string {
  return join(sessionsFolder(home), `${id.slice(0, 4)}-${id.slice(4, 6)}`, `${id}.json`);
}

/** The file of an item as asked. */
export const itemFile = (home: string, contentHash: string): string =>
  join(itemsFolder(home), `${contentHash}.json`);
