import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { segmentFile } from '../../src/history/home.js';
import { loadSegments, type Writer } from '../../src/history/segment-store.js';
import { openSegment, type SegmentWriter } from '../../src/history/segment-writer.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { temporaryHome } from '../support/home.js';
import { answered, header, NOW } from './sample-records.js';

beforeAll(prepareStore);

const writerIn = (home: string, random: () => number = Math.random): Writer => ({
  home,
  app: '0.1.0',
  machine: 'aaaaaaaa',
  random,
});
const { id: _, ...newSitting } = header();
const open = (home: string): SegmentWriter => openSegment(writerIn(home), { sitting: newSitting }, NOW);

test('each step is on disk when append returns', () => {
  const home = temporaryHome();
  const segment = open(home);
  expect(readdirSync(home)).toEqual([]);
  for (const count of [1, 2, 3]) {
    segment.append({ kind: 'shown', at: NOW + count, entry: count }, answered(count, NOW + count));
    const [sitting] = sittingsOf(loadSegments(home).segments);
    expect(sitting?.answers).toHaveLength(count);
    expect(sitting?.header).toEqual({ ...newSitting, id: segment.sitting.id });
  }
});

test('a question that is shown or left, or chosen on the way, is written with what comes of it', () => {
  const home = temporaryHome();
  const segment = open(home);
  const stepsIn = () =>
    loadSegments(home).segments.flatMap((one) => (one.kind === 'sitting' ? one.steps : []));
  segment.append({ kind: 'shown', at: NOW, entry: 0 });
  expect(stepsIn().map(({ kind }) => kind)).toEqual(['shown']);
  segment.append({ kind: 'left', at: NOW + 1 });
  segment.append(answered(0, NOW + 1));
  expect(stepsIn().map(({ kind }) => kind)).toEqual(['shown', 'left', 'answered']);
  segment.append({ kind: 'shown', at: NOW + 2, entry: 1 });
  expect(stepsIn()).toHaveLength(3);
  segment.append({ kind: 'ended', at: NOW + 3, reason: 'interrupted' });
  expect(
    stepsIn()
      .map(({ kind }) => kind)
      .slice(3),
  ).toEqual(['shown', 'ended']);
  segment.append({ kind: 'shown', at: NOW + 4, entry: 1 });
  segment.save();
  expect(stepsIn()).toHaveLength(6);
});

test('it rolls over, so that late answers go to a small file, and stays one sitting', () => {
  const home = temporaryHome();
  const writer = open(home);
  for (let entry = 0; entry < 200; entry += 1) writer.append(answered(entry, NOW + entry));
  const { segments } = loadSegments(home);
  expect(segments).toHaveLength(10);
  const sizes = segments.map(({ id }) => statSync(segmentFile(home, id)).size);
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.05);
  const sittings = sittingsOf(segments);
  expect(sittings.map(({ answers }) => answers.map(({ entry }) => entry))).toEqual([
    Array.from({ length: 200 }, (_x, entry) => entry),
  ]);
});

test('steps without answers fill a segment too', () => {
  const home = temporaryHome();
  const writer = open(home);
  const pauses = Array.from({ length: 400 }, (_x, number) => ({ kind: 'paused' as const, at: NOW + number }));
  writer.append(...pauses);
  writer.append({ kind: 'unpaused', at: NOW + 500 });
  expect(loadSegments(home).segments).toHaveLength(2);
});

test('going on with a sitting names the segment it continues', () => {
  const home = temporaryHome();
  open(home).append(answered(0, NOW));
  const [before] = sittingsOf(loadSegments(home).segments);
  const start = { sitting: before?.header as never, continues: before?.segments.at(-1)?.id as string };
  openSegment(writerIn(home), start, NOW + 60_000).append(
    { kind: 'continued', at: NOW + 60_000 },
    answered(1, NOW + 61_000),
  );
  const sittings = sittingsOf(loadSegments(home).segments);
  expect(sittings.map(({ answers }) => answers.length)).toEqual([2]);
});

test('an id that is taken is not used again', () => {
  const home = temporaryHome();
  const chances = [0.5, 0.5, 0.5, 0.75];
  const random = () => chances.shift() ?? 0;
  openSegment(writerIn(home, random), { sitting: newSitting }, NOW).append(answered(0, NOW));
  const second = openSegment(writerIn(home, random), { sitting: newSitting }, NOW);
  expect(second.segmentId.endsWith('-c0000000')).toBe(true);
});

test('a step that could not be read back is a bug, found before anything is written', () => {
  const home = temporaryHome();
  const writer = open(home);
  expect(() => writer.append(answered(0, NOW, { response: 'x'.repeat(20_001) }))).toThrow('answer.response');
  expect(() => writer.append(answered(0, Number.NaN))).toThrow('at');
  writer.append(answered(1, NOW));
  expect(sittingsOf(loadSegments(home).segments)[0]?.answers).toHaveLength(1);
});

test('after a failed save the step is kept, and saved with the next', () => {
  const home = temporaryHome();
  const writer = open(home);
  const file = segmentFile(home, writer.segmentId);
  mkdirSync(file, { recursive: true });
  expect(() => writer.append(answered(0, NOW))).toThrow(expect.objectContaining({ code: 'file-in-the-way' }));
  rmSync(file, { recursive: true });
  writer.append(answered(1, NOW + 1));
  expect(sittingsOf(loadSegments(home).segments)[0]?.answers.map(({ entry }) => entry)).toEqual([0, 1]);
  rmSync(dirname(file), { recursive: true });
  writer.save();
  expect(loadSegments(home).segments).toEqual([]);
});
