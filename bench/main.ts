// npm run bench: what is claimed about speed, beside what it was when bench/figures.json was last committed; exit 1 when a
// ratio has gone worse by more than a quarter. Build first (npm run build).
//   --quick         few runs, wide limits, for CI
//   --write         renews figures.json
//   --table         what each millisecond of a start is spent on, and the floor; nothing else
//   --floor         what reading a long history, and a pack, costs at the least (--only history|packs: one of them); nothing else
//   --node PATH     another Node binary for the start-up; --only start-up|history|packs|saving: one table (may be repeated)

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { historyFloor } from './history/floor.js';
import { benchHistory } from './history/history.js';
import { benchOptions } from './options.js';
import { packFloor } from './packs/floor.js';
import { benchPacks } from './packs/packs.js';
import { benchSaving } from './saving/saving.js';
import { stageTable } from './start-up/stage-table.js';
import { benchStartUp } from './start-up/start-up.js';
import {
  isWorse,
  LIMITS,
  machineLine,
  majorOf,
  readRecords,
  tableLines,
  writeRecords,
} from './support/figures.js';

const TABLES = { 'start-up': benchStartUp, history: benchHistory, packs: benchPacks, saving: benchSaving };
const FIGURES = join(import.meta.dirname, 'figures.json');

const options = benchOptions(process.argv.slice(2));
const version = execFileSync(options.node, ['--version'], { encoding: 'utf8' }).trim();
const machine = machineLine(version);

if (options.floor) await printFloors();
else if (options.table) console.log([machine, '', ...(await stageTable(options))].join('\n'));
else await compareAll();

async function printFloors(): Promise<void> {
  const floors = { history: historyFloor, packs: packFloor };
  console.log(machine);
  for (const [name, floor] of Object.entries(floors))
    if (options.only.length === 0 || options.only.includes(name))
      console.log(['', ...(await floor(options))].join('\n'));
}

async function compareAll(): Promise<void> {
  const before = readRecords(FIGURES)[majorOf(version)];
  const limit = options.quick ? LIMITS.quick : LIMITS.full;
  console.log(`${machine}\nbefore: ${before?.machine ?? 'nothing was measured with this Node'}\n`);
  const figures = [];
  for (const [name, bench] of Object.entries(TABLES)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    // It has no CPU ratios: a disk that others use would decide.
    if (options.quick && name === 'saving') continue;
    const table = await bench(options);
    console.log(`${tableLines(table, before, limit).join('\n')}\n`);
    figures.push(...table.figures);
  }
  if (options.write) writeRecords(FIGURES, version, machine, figures);
  const worse = figures.filter((figure) => isWorse(figure, before?.figures[figure.name], limit));
  if (worse.length > 0 && !options.write) {
    console.error(
      `More than ${Math.round((limit - 1) * 100)} % worse than before: ${worse.map(({ name }) => name).join(', ')}`,
    );
    process.exitCode = 1;
  }
}
