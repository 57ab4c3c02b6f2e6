// A foreign file as text: UTF-8 only, a byte order mark dropped, lines ended by LF.

import { isUtf8 } from 'node:buffer';
import type { ForeignFile, ReadResult } from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';

/** Bytes of the largest text file that is read. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The text, or why there is none. */
export function readText({ bytes }: ForeignFile): { text: string } | { refused: ReadResult } {
  if (bytes.length > MOST_BYTES) return { refused: refuseAll({ code: 'too-large', detail: '64 MiB' }) };
  if (!isUtf8(bytes)) return { refused: refuseAll({ code: 'not-utf8' }) };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return { text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') };
}
