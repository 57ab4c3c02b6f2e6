// Names of other formats made into identifiers of ours.

import { createHash } from 'node:crypto';

const MOST = 80;
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Lower-case letters, digits and single hyphens, at most 80; empty when nothing of it is left. */
export function slugOf(name: string): string {
  const plain = name
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  const slug = plain.slice(0, MOST).replace(/^-+|-+$/g, '');
  // Windows knows no file of that name.
  return DEVICE_NAME.test(slug) ? `q-${slug}` : slug;
}

/** `q-` and twelve hexadecimal digits of the text's SHA-256: the id of what has no name. */
export function hashedId(text: string): string {
  return `q-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
