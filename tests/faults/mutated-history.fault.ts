import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { exportHistory } from '../../src/history/export-history.js';
import { flagsOf } from '../../src/history/flags.js';
import { segmentFile, sessionsFolder } from '../../src/history/home.js';
import type { Segment } from '../../src/history/records.js';
import { renderSealed } from '../../src/history/sealed-json.js';
import { loadSegments, saveSegment } from '../../src/history/segment-store.js';
import { sittingsOf, stepsOf } from '../../src/history/sittings.js';
import { answered, event, NOW, segment, segmentId } from '../history/sample-records.js';
import { temporaryHome } from '../support/home.js';
import { below, dice, pick } from './dice.js';

beforeAll(prepareStore);

const MUTATIONS = 300;
const chance = dice(20_261_120);

const SEGMENTS: Segment[] = [
  ...[1, 2, 3, 4].map((number) =>
    segment(
      number,
      [0, 1, 2].map((entry) => answered(entry, NOW + number * 1000 + entry)),
      {
        continues: number === 1 ? null : segmentId(number - 1),
      },
    ),
  ),
  event(5, { kind: 'flagged', item: 'core/a', contentHash: '0123456789abcdef', note: 'why?' }),
  event(6, { kind: 'deleted', sitting: segmentId(99) }),
];

type Json = Record<string, unknown>;

/** Puts something of another type in the place of one value, or leaves a field out; the checksum is right. */
function misshape(original: Segment): Buffer {
  const copy = JSON.parse(JSON.stringify(original)) as Json;
  const places: [Json, string][] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      places.push([node as Json, key]);
      collect(value);
    }
  };
  collect(copy);
  const [parent, key] = pick(chance, places);
  const old = parent[key];
  if (chance() < 0.3 && !Array.isArray(parent)) delete parent[key];
  else
    parent[key] = Array.isArray(old)
      ? 'a list'
      : typeof old === 'object' && old !== null
        ? 7
        : { of: 'another type' };
  return Buffer.from(renderSealed(copy));
}

function flip(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  for (let count = 1 + below(chance, 4); count > 0; count -= 1) {
    const at = below(chance, flipped.length);
    flipped[at] = (flipped[at] as number) ^ (1 << below(chance, 8));
  }
  return flipped;
}

const MUTATE: Record<string, (bytes: Buffer, original: Segment) => Buffer> = {
  truncated: (bytes) => bytes.subarray(0, 1 + below(chance, bytes.length - 1)),
  emptied: () => Buffer.alloc(0),
  zeroed: (bytes) => Buffer.alloc(bytes.length),
  flipped: (bytes) => flip(bytes),
  misshapen: (_bytes, original) => misshape(original),
  'other JSON': () =>
    Buffer.from(pick(chance, ['null', '[]', '{}', '"text"', '17', '{"version":1}', '[[[[[[[[]]]]]]]]'])),
  noise: () => Buffer.from(Array.from({ length: below(chance, 3000) }, () => below(chance, 256))),
};

/** A home with all segments; with `copies`, each has a `.bak` of the same state. */
function fill(home: string, copies: boolean): void {
  rmSync(sessionsFolder(home), { recursive: true, force: true });
  for (const one of SEGMENTS) {
    const file = segmentFile(home, one.id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, renderSealed(one));
    if (copies) writeFileSync(`${file}.bak`, renderSealed(one));
  }
}

test(`${MUTATIONS} mutated history files: the others load, the bad one is set aside and named`, () => {
  const home = temporaryHome();
  const kinds = Object.keys(MUTATE);
  let named = 0;
  for (let number = 0; number < MUTATIONS; number += 1) {
    const copies = number % 2 === 1;
    fill(home, copies);
    const kind = kinds[number % kinds.length] as string;
    const victim = pick(chance, SEGMENTS);
    const file = segmentFile(home, victim.id);
    const mutated = MUTATE[kind]?.(readFileSync(file), victim) as Buffer;
    writeFileSync(file, mutated);
    const { segments, setAside } = loadSegments(home);
    const why = `mutation ${number}, ${kind}`;
    const others = SEGMENTS.filter((one) => one !== victim);
    if (setAside.length === 0) {
      // A flipped bit in the name of the checksum: nothing that counts was lost.
      expect(kind, why).toBe('flipped');
      expect(
        segments.map(({ id }) => id),
        why,
      ).toEqual(SEGMENTS.map(({ id }) => id));
      expect(
        segments.find(({ id }) => id === victim.id),
        why,
      ).toMatchObject(victim);
    } else {
      named += 1;
      expect(setAside, why).toMatchObject([
        { file, recovered: copies, movedTo: expect.stringContaining('.corrupt-') },
      ]);
      expect(readFileSync(setAside[0]?.movedTo as string).equals(mutated), why).toBe(true);
      expect(segments, why).toEqual(copies ? SEGMENTS : others);
    }
    sittingsOf(segments).map(stepsOf);
    flagsOf(segments);
    expect(exportHistory(home, NOW).setAside, why).toEqual([]);
    // It can be written to again.
    saveSegment(home, victim);
    expect(loadSegments(home).segments, why).toEqual(SEGMENTS);
  }
  console.log(
    `${MUTATIONS} mutated history files: ${named} set aside, ${MUTATIONS - named} read without loss`,
  );
  expect(named).toBeGreaterThan(MUTATIONS * 0.95);
});
