// A pack from a tarball: of npm by the person's own npm, or of an https address. The only file that knows modern-tar.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type TarHeader, unpackTar } from 'modern-tar';
import { readBounded } from '../../disk/read-bounded.js';
import { Failure } from '../../text/failure.js';
import { download } from './download.js';
import { findNpm } from './find-npm.js';
import { isPackPath, type PackFileEntry, PackLimits } from './pack-files.js';
import { runTool } from './run-tool.js';

const MOST_PACKED = 64 * 1024 * 1024;
const MOST_UNPACKED = 300 * 1024 * 1024;
/** By Node's own 16 KiB most of the time of a large archive goes into asking for memory. */
const CHUNK = 256 * 1024;

/** `npm pack` without scripts: the tarball and its SHA-512, checked. */
export async function fetchNpm(
  spec: string,
  folder: string,
): Promise<{ files: PackFileEntry[]; integrity: string }> {
  const said = runTool('npm', ['pack', spec, '--json', '--ignore-scripts', '--pack-destination', folder], {
    folder,
    call: findNpm({
      platform: process.platform,
      env: process.env,
      node: process.execPath,
      isFile: existsSync,
    }),
  }).toString('utf8');
  const [packed]: { filename?: unknown; integrity?: unknown }[] = JSON.parse(said.slice(said.indexOf('[')));
  const { filename, integrity } = packed ?? {};
  if (
    typeof filename !== 'string' ||
    typeof integrity !== 'string' ||
    /[/\\]/.test(filename.replace(/^@[^/]+\//, ''))
  )
    throw new Failure('tool-failed', { program: 'npm', reason: 'an answer of another form' });
  const read = readBounded(join(folder, filename.replace(/^@/, '').replace('/', '-')), MOST_PACKED);
  if (!('bytes' in read)) throw new Failure('tool-failed', { program: 'npm', reason: read.code });
  checkSum(read.bytes, integrity);
  return { files: await readTarball(read.bytes), integrity };
}

/** Over https only, up to 64 MiB; the checksum is checked where one is given, and told in any case. */
export async function fetchTarball(
  url: string,
  checksum: string | undefined,
): Promise<{ files: PackFileEntry[]; integrity: string }> {
  const bytes = await download(url);
  const integrity = checksum ?? `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  checkSum(bytes, integrity);
  return { files: await readTarball(bytes), integrity };
}

/**
 * A commit as the archive that a host of repositories makes of it, for machines without git. The pin is the commit, which
 * `git archive` writes into the first header; the checksum where there is none.
 */
export async function fetchHostedArchive(
  url: string,
  sub: string,
): Promise<{ files: PackFileEntry[]; pin: string }> {
  const bytes = await download(url);
  const { files, commit } = await readArchive(bytes, sub);
  return { files, pin: commit ?? `sha256-${createHash('sha256').update(bytes).digest('base64')}` };
}

/** Base64 as npm writes it, or hexadecimal. */
function checkSum(bytes: Uint8Array, integrity: string): void {
  const [algorithm = '', wanted = ''] = integrity.split(/-(.*)/s);
  const digest = createHash(algorithm).update(bytes).digest();
  if (digest.toString('base64') !== wanted && digest.toString('hex') !== wanted.toLowerCase())
    throw new Failure('pack-checksum', {
      expected: integrity,
      found: `${algorithm}-${digest.toString('base64')}`,
    });
}

/** Files whose path is a pack's, below the one folder that tarballs have; links, devices and ways out are left behind. */
export async function readTarball(packed: Uint8Array): Promise<PackFileEntry[]> {
  return (await readArchive(packed, '')).files;
}

/** `sub`: only what lies below that folder of the archive, by its path there. */
async function readArchive(
  packed: Uint8Array,
  sub: string,
): Promise<{ files: PackFileEntry[]; commit: string | undefined }> {
  const tar = gunzip(packed);
  const limits = new PackLimits();
  const pathOf = ({ name }: TarHeader) => belowFolder(name, sub);
  // Asked at every header: of a flood of entries none is unpacked that is not a pack's, and none beyond what one may have.
  const filter = (header: TarHeader): boolean => {
    const path = pathOf(header);
    if (header.type !== 'file' || path === undefined || !isPackPath(path)) return false;
    limits.add(path, header.size);
    return true;
  };
  let entries: Awaited<ReturnType<typeof unpackTar>>;
  try {
    entries = await unpackTar(tar, { filter });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('pack-archive', { reason: error instanceof Error ? error.message : 'unknown' });
  }
  const files = entries.flatMap(({ header, data = new Uint8Array() }) => {
    const path = pathOf(header);
    return path === undefined ? [] : [{ path, bytes: data }];
  });
  return { files, commit: commitOf(tar) };
}

/** The path below the one folder that archives have, and below `sub` of that; nothing for a way out. */
function belowFolder(name: string, sub: string): string | undefined {
  if (name.includes('..') || name.startsWith('/')) return undefined;
  const path = name.replace(/^\.\//, '').split('/').slice(1).join('/');
  if (sub === '') return path;
  return path.startsWith(`${sub}/`) ? path.slice(sub.length + 1) : undefined;
}

function gunzip(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: MOST_UNPACKED, chunkSize: CHUNK });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'no gzip';
    throw reason === 'ERR_BUFFER_TOO_LARGE'
      ? new Failure('pack-too-large', { what: '300 MiB unpacked' })
      : new Failure('pack-archive', { reason });
  }
}

/** The comment of the global header that `git archive` begins with. */
function commitOf(tar: Uint8Array): string | undefined {
  const isGlobal = tar[156] === 'g'.charCodeAt(0);
  const said = Buffer.from(tar.subarray(512, 1024)).toString('latin1');
  return isGlobal ? /^\d+ comment=([0-9a-f]{40,64})\n/.exec(said)?.[1] : undefined;
}
