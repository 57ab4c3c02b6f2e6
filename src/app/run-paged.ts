// A verb whose output may be long: what it prints is gathered, and shown in a pager where the terminal is too small for it.

import type { Command } from './command.js';
import type { Options } from './options.js';
import type { ExitCode, World } from './world.js';

/** Runs the verb; its output is paged where it pages, a person looks at it, and nothing speaks against it. */
export async function runPaged(
  world: World,
  command: Command,
  args: readonly string[],
  options: Options,
): Promise<ExitCode> {
  if (!command.pages?.(args, options) || !mayPage(world, options)) return command.run(world, args, options);
  const said: string[] = [];
  const stdout: World['stdout'] = Object.create(world.stdout, {
    write: {
      value(text: string) {
        said.push(text);
        return true;
      },
    },
  });
  try {
    return await command.run({ ...world, stdout }, args, options);
  } finally {
    const { showText } = await import('./pager.js');
    await showText(world, said.join(''));
  }
}

function mayPage(world: World, { noPager, json }: Options): boolean {
  const { stdout, env } = world;
  // The input last: a pipe need not be opened to learn that the output is none to page.
  return (
    stdout.isTTY &&
    stdout.rows > 0 &&
    !noPager &&
    !json &&
    env.TERM !== 'dumb' &&
    Boolean((world.stdin as { isTTY?: boolean }).isTTY)
  );
}
