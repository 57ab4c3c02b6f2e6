// Names of segments: when, on which machine, and a random part, so that no two ever meet.

/** What an id looks like; also keeps an id from a foreign file from naming a place outside the folder. */
export const SEGMENT_ID = /^\d{8}T\d{9}Z-[0-9a-f]{8}-[0-9a-f]{8}$/;

/** The part that names the machine. */
export const MACHINE_ID = /^[0-9a-f]{8}$/;

/** `20261120T203307123Z-1a2b3c4d-9e8f7a6b`; `now` in ms, `random` gives numbers in [0, 1) that differ between processes. */
export function newSegmentId(now: number, machine: string, random: () => number): string {
  return `${utcStamp(now)}-${machine}-${randomHex8(random)}`;
}

/** The instant (ms) as `20261120T203307123Z`: sorts by time and is a file name everywhere. */
export function utcStamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:.]/g, '');
}

/** Eight random hexadecimal digits. */
export function randomHex8(random: () => number): string {
  return Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
