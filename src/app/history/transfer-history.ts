// history export and import: the backup, and the way to another machine.

import { writeWhole } from '../../disk/write-whole.js';
import { prepareStore } from '../../history/conf-store.js';
import { exportHistory } from '../../history/export-history.js';
import { importHistory, readImportFile } from '../../history/import-history.js';
import { Failure } from '../../text/failure.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import type { Options } from '../options.js';
import { printLines, safeJson } from '../print.js';
import { tellSetAside } from '../tell-set-aside.js';
import { EXIT, type ExitCode, type World } from '../world.js';

/** To the file, or to stdout when none is named. What could not be read, and so is not in it, is told on stderr. */
export async function exportTo(world: World, file: string | undefined, options: Options): Promise<ExitCode> {
  const { text, segments, items, setAside } = exportHistory(world.home, world.now());
  tellSetAside(world, setAside);
  if (file === undefined) {
    // A terminal is as little to be trusted with it as with anything that others wrote.
    world.stdout.write(safeJson(text));
    return EXIT.fine;
  }
  if (writeWhole(file, [safeJson(text)], options.force === true) === 'stream') return EXIT.fine;
  printLines(world, [
    `${safeLine(file)}: ${counted(segments, 'record')}, ${counted(items, 'question')} as asked`,
  ]);
  return EXIT.fine;
}

/** Refused parts named at most; a hostile file has millions. */
const MOST_NAMED = 20;

/** Parts of the file that are not records are left out and named. */
export async function importFrom(world: World, file: string | undefined): Promise<ExitCode> {
  if (file === undefined) {
    throw new Failure('name-needed', {
      verb: 'history',
      action: 'import',
      what: 'a file',
      example: 'backup.json',
    });
  }
  const text = readImportFile(file);
  await prepareStore();
  const { segments, items, refused, setAside } = importHistory(world.home, text);
  tellSetAside(world, setAside);
  const more = refused.length - MOST_NAMED;
  printLines(world, [
    `${counted(segments.added, 'record')} added, ${segments.extended} extended, ${segments.alreadyThere} already there; ${counted(items.added, 'question')} as asked added`,
    ...refused
      .slice(0, MOST_NAMED)
      .map(({ what, code, detail }) => `left out: ${safeLine(what)} (${code} ${safeLine(detail)})`),
    ...(more > 0 ? [`and ${more} more left out`] : []),
  ]);
  return EXIT.fine;
}
