// What the libraries cost that read a pack, and nothing else: every file read, cut and parsed by gray-matter and js-yaml, looked at by
// zod, in so many threads, each with its share. Arguments: the pack, threads, how much of it (read, cut or look).
'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { isMainThread, Worker, workerData } = require('node:worker_threads');

if (isMainThread) {
  const [pack, threads, depth] = process.argv.slice(2);
  const share = (index) => ({ pack, threads: Number(threads), depth, index });
  for (let index = 1; index < Number(threads); index += 1)
    new Worker(__filename, { workerData: share(index), execArgv: [] });
  readShare(share(0));
} else {
  readShare(workerData);
}

function readShare({ pack, threads, depth, index }) {
  const work = workOf(depth);
  const folders = readdirSync(pack, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let place = 0;
  for (const { name: folder } of folders)
    for (const name of readdirSync(join(pack, folder)))
      if (place++ % threads === index) work(readFileSync(join(pack, folder, name), 'utf8'));
}

function workOf(depth) {
  if (depth === 'read') return () => {};
  const matter = require('gray-matter');
  const yaml = require('js-yaml');
  const options = { engines: { yaml: (text) => yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA }) } };
  const cut = (text) => matter(text, options).data;
  if (depth === 'cut') return cut;
  const schema = singleChoice(require('zod').z);
  return (text) => {
    if (!schema.safeParse(cut(text)).success) throw new Error('zod refuses a file of the bench');
  };
}

/** The fields of the question that the pack is made of, each as strictly as the program takes it. */
function singleChoice(z) {
  const text = z.string().trim().min(1).max(4000);
  const identifier = z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const choice = { id: identifier, text, correct: z.enum(['true', 'false']).optional(), why: text };
  return z.strictObject({
    id: identifier,
    topic: identifier,
    concepts: z.array(identifier).min(1).max(10),
    type: z.literal('single-choice'),
    level: z.enum(['foundation', 'intermediate', 'advanced']),
    roles: z.array(z.string()).optional(),
    choices: z.array(z.strictObject(choice)).min(2).max(9),
    sources: z.array(z.strictObject({ title: text, url: z.url({ protocol: /^https?$/ }) })).min(1),
    reviewed: z.iso.date(),
  });
}
