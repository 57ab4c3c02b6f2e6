// The pack that the build ships, and the reading of compiled packs.

import { readFileSync } from 'node:fs';
import { type CompiledPack, decodeCompiledPack } from './compiled-pack.js';

export interface LoadedPack extends CompiledPack {
  /** Absolute; null for the pack that the build ships. */
  folder: string | null;
}

/** The pack in a file made by the build. Undefined when it is not there or of another form. */
export function loadCompiledPack(path: string): LoadedPack | undefined {
  const compiled = readCompiled(path);
  return compiled && { ...compiled, folder: null };
}

/** The compiled pack in a file; undefined when it is not there, damaged or of another form. */
export function readCompiled(path: string): CompiledPack | undefined {
  try {
    return decodeCompiledPack(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
