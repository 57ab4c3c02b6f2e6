// A folder of question files -> compiled pack; what an earlier compilation knows of unchanged files is taken over.
// Loaded only when something has to be parsed: this is the way to zod and the YAML readers.

import { basename, join } from 'node:path';
import { type Problem, problemAt } from '../question/problem.js';
import { safeLine } from '../text/safe.js';
import { type CompiledPack, isUnchanged } from './compiled-pack.js';
import { type KnownFile, PackBuilder, type PieceBytes } from './pack-builder.js';
import { type PackFile, parsePackFile as parsePackYaml } from './pack-file.js';
import { type OfPack, parsePackFile } from './parse-file.js';
import { type FoundFile, MAX_FILES, readTextFile } from './read-folder.js';

const MAX_PACK_FILE_BYTES = 1024 * 1024;

/** Parses these files, batch by batch in this order. */
export type ParseFiles = (ofPack: OfPack, files: readonly FoundFile[]) => AsyncIterable<readonly KnownFile[]>;

/** One after the other, here. */
export const parseHere: ParseFiles = async function* (ofPack, files) {
  for (const file of files) yield [parsePackFile(ofPack, file)];
};

/** `found`: the files as listed; `packStamp`: of pack.yaml, empty where there is none. */
export async function parseFolder(
  folder: string,
  found: readonly FoundFile[],
  packStamp: string,
  known: CompiledPack | undefined,
  parse: ParseFiles = parseHere,
): Promise<PieceBytes> {
  const { pack, problems: packProblems } = readPackFile(folder, packStamp);
  if (found.length > MAX_FILES)
    packProblems.push(problemAt('pack-too-many-files', { file: 'pack.yaml' }, { limit: MAX_FILES }));
  const taken = known?.pack.id === pack.id && known.pack.draft === pack.draft ? known : undefined;
  const before = unchangedFiles(taken, found);
  const kept = found.slice(0, MAX_FILES);
  const fresh = kept.filter(({ path }) => !before.has(path));
  const ofPack = { folder, pack: pack.id, draft: pack.draft === true };
  const builder = new PackBuilder({ pack, packProblems, packStamp });
  let next = 0;
  const addKnown = (end: string | undefined) => {
    for (; next < kept.length && kept[next]!.path !== end; next += 1)
      builder.add(before.get(kept[next]!.path)!());
  };
  for await (const batch of parse(ofPack, fresh))
    for (const one of batch) {
      addKnown(one.file.path);
      builder.add(one);
      next += 1;
    }
  addKnown(undefined);
  return builder.finish();
}

/** What an earlier compilation knows of files that have not changed since, by path. */
function unchangedFiles(
  known: CompiledPack | undefined,
  found: readonly FoundFile[],
): Map<string, () => KnownFile> {
  const now = new Map(found.map((file) => [file.path, file]));
  const files = known?.files ?? [];
  return new Map(
    files.flatMap((file, index): [string, () => KnownFile][] => {
      const today = now.get(file.path);
      if (!known || !today || !isUnchanged(file, today)) return [];
      const line = () => (file.entry === null ? null : known.line(index));
      const lookUp = () => ({ file, line: line(), stem: known.stem(index), stemLine: known.stemLine(index) });
      return [[file.path, lookUp]];
    }),
  );
}

/** Without a pack.yaml a folder is a pack named after itself, with the topics of the other packs. */
function readPackFile(folder: string, packStamp: string): { pack: PackFile; problems: Problem[] } {
  const named = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const unnamed: PackFile = { id: named || 'pack', title: safeLine(basename(folder)), topics: [] };
  if (packStamp === '') return { pack: unnamed, problems: [] };
  const read = readTextFile(join(folder, 'pack.yaml'), MAX_PACK_FILE_BYTES);
  if ('code' in read) {
    return {
      pack: unnamed,
      problems: [
        problemAt(read.code, { file: 'pack.yaml' }, { reason: read.reason, limit: MAX_PACK_FILE_BYTES }),
      ],
    };
  }
  const parsed = parsePackYaml(read.text, 'pack.yaml');
  return 'pack' in parsed
    ? { pack: parsed.pack, problems: [] }
    : { pack: unnamed, problems: parsed.problems };
}
