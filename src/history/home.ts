// Where everything lies: the home folder and the files in it.

import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { absolutePath } from '../disk/folders.js';
import { Failure } from '../text/failure.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `API_QUIZ_HOME` (relative to the working folder; a leading ~ is the user's folder), or else the folder conf uses for
 * `api-quiz`. That rule is repeated here, and held to conf's by a test, because asking conf would load it at every start.
 * Variables that are set but blank count as not set. Failures: `home-unknown`, `working-folder-gone`.
 */
export function homeFolder(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  user: () => string = userFolder,
): string {
  const own = env.API_QUIZ_HOME?.trim();
  if (own) return absolutePath(/^~(?=$|[/\\])/.test(own) ? join(user(), own.slice(1)) : own);
  if (platform === 'darwin') return join(user(), 'Library', 'Preferences', 'api-quiz');
  if (platform === 'win32')
    return join(folderNamed(env.APPDATA) ?? join(user(), 'AppData', 'Roaming'), 'api-quiz', 'Config');
  return join(folderNamed(env.XDG_CONFIG_HOME) ?? join(user(), '.config'), 'api-quiz');
}

/** A relative folder would be another one in each working folder; the XDG rules have it ignored. */
function folderNamed(value: string | undefined): string | undefined {
  return value !== undefined && isAbsolute(value.trim()) ? value.trim() : undefined;
}

/** HOME where it names a folder, else what the system knows of the user. Failure `home-unknown`. */
export function userFolder(): string {
  const named = [homedir, () => userInfo().homedir].map((ask) => {
    try {
      return ask();
    } catch {
      // A user the system has no record of, as in some containers.
      return '';
    }
  });
  const found = named.find((folder) => folder.trim() !== '' && isAbsolute(folder));
  if (found === undefined) throw new Failure('home-unknown');
  return found;
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
