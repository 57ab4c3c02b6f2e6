// The pack that the build ships.

import { openBytes } from '../disk/open-bytes.js';
import { copyEntry } from './column-entry.js';
import { type CompiledPack, decodeCompiledPack } from './compiled-pack.js';
import type { BankEntry } from './entry.js';
import type { PassedOver } from './read-folder.js';

export interface LoadedPack extends CompiledPack {
  /** Absolute; null for the pack that the build ships. */
  folder: string | null;
  /** What looks as if it should have been read; left out where nothing was. */
  passedOver?: readonly PassedOver[];
}

/** The pack as one that was asked for by name: its drafts are questions like others. */
export function asNamed(pack: LoadedPack): LoadedPack {
  if (pack.pack.draft !== true) return pack;
  return withEntries(pack, (entry) => {
    const { draft: _, ...named } = copyEntry(entry);
    return named;
  });
}

/** The pack under another id: its questions are others in the history than those of a pack that has this id by itself. */
export function asCalled(pack: LoadedPack, id: string): LoadedPack {
  if (pack.pack.id === id) return pack;
  const called = withEntries(pack, (entry) => copyEntry(entry, { pack: id, key: `${id}/${entry.id}` }));
  return { ...called, pack: { ...pack.pack, id } };
}

/** The pack with every entry changed. */
export function withEntries(pack: LoadedPack, change: (entry: BankEntry) => BankEntry): LoadedPack {
  const files = pack.files.map((file) =>
    file.entry === null ? file : { ...file, entry: change(file.entry) },
  );
  return { ...pack, files, entries: files.map(({ entry }) => entry) };
}

/** Larger files are none of ours: a pack of 50,000 questions of full length stays below. */
const MAX_COMPILED_BYTES = 1024 * 1024 * 1024;

/** The pack in a file made by the build. Undefined when it is not there or of another form. */
export function loadCompiledPack(path: string): LoadedPack | undefined {
  const bytes = openBytes(path, MAX_COMPILED_BYTES);
  const compiled = bytes && decodeCompiledPack(bytes);
  return compiled && Object.assign(compiled, { folder: null });
}
