// The sample pack as a build would ship it, parsed once a worker: each run of the program would parse it again in its new home.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../src/app/world.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { renderCompiledPack } from '../../src/bank/pack-builder.js';
import { settlePack } from '../../src/bank/settle-pack.js';

/** Ten questions, one of each type, in two topics. */
const SAMPLE_FOLDER = join('tests', 'fixtures', 'pack');

const folder = mkdtempSync(join(tmpdir(), 'api-quiz-samples-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const compiled = join(folder, 'samples.pack');
const { pack } = settlePack(await loadFolderPack(SAMPLE_FOLDER, null));
writeFileSync(compiled, Buffer.concat(renderCompiledPack(pack)));

/** For worlds in which it is the built-in one. */
export const SAMPLES: World['builtIn'] = { compiled, folder: SAMPLE_FOLDER };

/** For worlds of a checkout that has not been built: what is told of its files. */
export const SAMPLES_UNBUILT: World['builtIn'] = { compiled: '', folder: SAMPLE_FOLDER };
