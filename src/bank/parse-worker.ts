// A thread that parses files of a pack, batch by batch: the script that parse-in-threads.ts starts.

import { parentPort } from 'node:worker_threads';
import { packBatch, type ThreadWork } from './parse-batch.js';
import { parsePackFile } from './parse-file.js';

parentPort?.on('message', ({ ofPack, files }: ThreadWork) => {
  const packed = packBatch(files.map((file) => parsePackFile(ofPack, file)));
  parentPort?.postMessage(packed, [packed.lines.buffer]);
});
