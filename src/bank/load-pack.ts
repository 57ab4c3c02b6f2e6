// The pack that the build ships.

import { openBytes } from '../disk/open-bytes.js';
import { type CompiledPack, decodeCompiledPack } from './compiled-pack.js';
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
  const files = pack.files.map((file) => {
    if (file.entry === null) return file;
    const { draft: _, ...entry } = file.entry;
    return { ...file, entry };
  });
  return { ...pack, files };
}

/** The pack under another id: its questions are others in the history than those of a pack that has this id by itself. */
export function asCalled(pack: LoadedPack, id: string): LoadedPack {
  if (pack.pack.id === id) return pack;
  const files = pack.files.map((file) =>
    file.entry === null
      ? file
      : { ...file, entry: { ...file.entry, pack: id, key: `${id}/${file.entry.id}` } },
  );
  return { ...pack, pack: { ...pack.pack, id }, files };
}

/** Larger files are none of ours: a pack of 50,000 questions of full length stays below. */
const MAX_COMPILED_BYTES = 1024 * 1024 * 1024;

/** The pack in a file made by the build. Undefined when it is not there or of another form. */
export function loadCompiledPack(path: string): LoadedPack | undefined {
  const bytes = openBytes(path, MAX_COMPILED_BYTES);
  const compiled = bytes && decodeCompiledPack(bytes);
  return compiled && { ...compiled, folder: null };
}
