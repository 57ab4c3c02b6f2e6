// Which player a sitting gets: JSON when asked for, plain without a terminal, else prompts.

import { themeFor } from '../look/theme.js';
import { readLines } from '../players/lines-in.js';
import type { Player } from '../session/player.js';
import { safeJson } from './print.js';
import type { Scene } from './scene.js';

/** Width of plain text where there is no terminal to ask. */
const PLAIN_WIDTH = 76;

/** Loads only the player that is used. */
export async function choosePlayer({
  world,
  settings,
  options,
}: Pick<Scene, 'world' | 'settings' | 'options'>): Promise<Player> {
  const { stdin, stdout, env } = world;
  const write = (text: string) => stdout.write(text);
  const labPort = options.port ?? 0;
  if (options.json) {
    const { makeJsonPlayer } = await import('../players/json/json-player.js');
    return makeJsonPlayer(readLines(stdin), (text) => write(safeJson(text)), labPort);
  }
  const theme = themeOf({ world, settings, options });
  if (isPlain({ world, options })) {
    const { makePlainPlayer } = await import('../players/plain/plain-player.js');
    const width = stdout.isTTY ? Math.max(20, Math.min(stdout.columns - 2, 90)) : PLAIN_WIDTH;
    return makePlainPlayer({ lines: readLines(stdin), write, theme, width, labPort });
  }
  const { makeTerminalPlayer } = await import('../players/terminal/terminal-player.js');
  const timer = (options.timer as 'live' | undefined) ?? settings.timer ?? 'live';
  return makeTerminalPlayer({ output: stdout, env, theme, timer, labPort });
}

/** True where the person, or the world, has no use for prompts. */
export function isPlain({ world, options }: Pick<Scene, 'world' | 'options'>): boolean {
  const terminal = Boolean((world.stdin as { isTTY?: boolean }).isTTY) && Boolean(world.stdout.isTTY);
  return options.plain === true || options.json === true || !terminal || world.env.TERM === 'dumb';
}

/** Colours and signs for stdout. */
export function themeOf({ world, settings, options }: Pick<Scene, 'world' | 'settings' | 'options'>) {
  const light =
    settings.theme === 'auto' || settings.theme === undefined
      ? {}
      : { COLORFGBG: settings.theme === 'light' ? '0;15' : '15;0' };
  return themeFor(
    { ...world.env, ...light },
    world.stdout,
    options.ascii === true || settings.ascii === true,
  );
}
