// What was measured, beside what was measured when figures.json was last committed; which of it has gone worse.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Paired } from './pairs.js';

/** One line of the table. */
export interface Figure {
  /** Settled: figures.json knows it by this. */
  name: string;
  ms: number;
  ratio: number;
  /** Left out where the time is spent waiting for a disk. */
  cpuMs?: number;
  cpuRatio?: number;
  memoryMb?: number;
  /** The largest ratio of wall times, or MB, that is aimed at. */
  aim: number;
  /** What the aim is about; the ratio when left out. */
  aimAt?: 'ratio' | 'memoryMb';
}

export interface Table {
  title: string;
  figures: Figure[];
  /** Printed below. */
  notes?: readonly string[];
}

export type Kept = Pick<Figure, 'ms' | 'ratio' | 'cpuMs' | 'cpuRatio' | 'memoryMb'>;

export interface NodeRecord {
  machine: string;
  figures: Readonly<Record<string, Kept>>;
}

/** By major version of Node. */
export type Records = Readonly<Record<string, NodeRecord>>;

/** How much worse than before a ratio may be: a quarter; in the quick size, with few runs on a busy machine, three quarters. */
export const LIMITS = { full: 1.25, quick: 1.75 } as const;

/** Cores, model, memory, system and Node of this machine. `node`: the version measured. */
export function machineLine(node: string): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cores.length} cores, ${cores[0]?.model ?? 'unknown CPU'}, ${memory} GB, ${process.platform} ${process.arch}, Node ${node}`;
}

/** The figure of a pair. */
export function figureOf(name: string, { a, wall, cpu }: Paired, aim: number): Figure {
  const memory = a.memoryMb === undefined || Number.isNaN(a.memoryMb) ? {} : { memoryMb: a.memoryMb };
  return { name, ms: a.wallMs, ratio: wall.median, cpuMs: a.cpuMs, cpuRatio: cpu.median, ...memory, aim };
}

/** Empty where there is no file yet. */
export function readRecords(path: string): Records {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Puts the figures in place of those of the same names; those of other versions of Node stay. */
export function writeRecords(path: string, node: string, machine: string, figures: readonly Figure[]): void {
  const before = readRecords(path);
  const major = majorOf(node);
  const kept = Object.fromEntries(figures.map((figure) => [figure.name, keptOf(figure)]));
  const record = { machine, figures: { ...before[major]?.figures, ...kept } };
  writeFileSync(path, `${JSON.stringify({ ...before, [major]: record }, null, 2)}\n`);
}

/** `v20.20.2` or `20.20.2` -> `20`. */
export function majorOf(node: string): string {
  return /\d+/.exec(node)?.[0] ?? '';
}

function keptOf({ ms, ratio, cpuMs, cpuRatio, memoryMb }: Figure): Kept {
  const rounded = (value: number | undefined, digits: number) =>
    value === undefined ? undefined : Number(value.toFixed(digits));
  return JSON.parse(
    JSON.stringify({
      ms: rounded(ms, 1),
      ratio: rounded(ratio, 2),
      cpuMs: rounded(cpuMs, 1),
      cpuRatio: rounded(cpuRatio, 2),
      memoryMb: rounded(memoryMb, 0),
    }),
  );
}

/**
 * Worse than before by more than the limit: by its CPU ratio, for that does not lie on a busy machine; by its wall ratio where
 * it has no other. Nothing is worse than nothing.
 */
export function isWorse(now: Kept, before: Kept | undefined, limit: number): boolean {
  if (before === undefined) return false;
  return now.cpuRatio !== undefined && before.cpuRatio !== undefined
    ? now.cpuRatio > before.cpuRatio * limit
    : now.ratio > before.ratio * limit;
}

const COLUMNS = ['wall ms', 'ratio', 'before', 'CPU ms', 'ratio', 'before', 'MB', 'before'];
const WIDTH = 9;

/** The table as lines; `before`: the figures last committed, `limit`: how much worse one may be. */
export function tableLines(
  { title, figures, notes = [] }: Table,
  before: NodeRecord | undefined,
  limit: number,
) {
  const widest = Math.max(...figures.map(({ name }) => name.length));
  const head = `${''.padEnd(widest)}${COLUMNS.map((column) => column.padStart(WIDTH)).join('')}`;
  const rows = figures.map((figure) => {
    const kept = before?.figures[figure.name];
    const cells = [
      figure.ms.toFixed(1),
      times(figure.ratio),
      times(kept?.ratio),
      figure.cpuMs?.toFixed(1) ?? '-',
      times(figure.cpuRatio),
      times(kept?.cpuRatio),
      figure.memoryMb?.toFixed(0) ?? '-',
      kept?.memoryMb?.toFixed(0) ?? '-',
    ];
    const row = `${figure.name.padEnd(widest)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
    return `${row}  ${aimOf(figure)}${isWorse(figure, kept, limit) ? '  WORSE' : ''}`;
  });
  return [title, head, ...rows, ...notes];
}

const times = (ratio: number | undefined) => (ratio === undefined ? '-' : `${ratio.toFixed(2)}x`);

function aimOf({ aim, aimAt = 'ratio', ratio, memoryMb = Number.NaN }: Figure): string {
  const reached = (aimAt === 'ratio' ? ratio : memoryMb) <= aim ? 'reached' : 'missed';
  return `aim ${aim}${aimAt === 'ratio' ? 'x' : ' MB'} ${reached}`;
}
