// A thread that parses files of a pack, batch by batch: the script that parse-in-threads.ts starts.

import { parentPort } from 'node:worker_threads';
import { type OfPack, parsePackFile } from './parse-file.js';
import type { FoundFile } from './read-folder.js';

parentPort?.on('message', ({ ofPack, files }: { ofPack: OfPack; files: FoundFile[] }) => {
  parentPort?.postMessage(files.map((file) => parsePackFile(ofPack, file)));
});
