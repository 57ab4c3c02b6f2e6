// What no report over a whole history can leave out, step by step, without the program around it: bundled and run by floor.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnswerStore } from '../../src/history/answer-store.js';
import { decodeSegment } from '../../src/history/decode-segment.js';
import type { Segment } from '../../src/history/records.js';
import { SegmentScan } from '../../src/history/scan/scan-segment.js';
import { openSealed, sealedFrom } from '../../src/history/sealed-json.js';
import type { SlimSegment } from '../../src/history/slim-segment.js';
import { type Card, review } from '../../src/learner/schedule.js';
import { attemptFrom } from '../../src/session/attempts.js';

const store = new AnswerStore(true);
const scan = new SegmentScan(store);
const cards = new Map<string, Card>();

const STEPS: Record<string, (bytes: Buffer) => unknown> = {
  checks: (bytes) => checked(bytes),
  columns: (bytes) => scanned(bytes),
  memory: (bytes) => remember(scanned(bytes)),
};

const [step = ''] = process.argv.slice(2);
const kept: unknown[] = [];
for (const file of filesBelow(join(process.env.API_QUIZ_HOME ?? '', 'sessions')))
  kept.push(STEPS[step]?.(readFileSync(file)));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** JSON.parse with every check, as objects. */
function checked(bytes: Buffer): Segment {
  const opened = openSealed(bytes);
  const decoded = 'value' in opened ? decodeSegment(opened.value) : opened;
  if (!('value' in decoded)) throw new Error(JSON.stringify(decoded));
  return decoded.value;
}

/** The same from the bytes, as columns. */
function scanned(bytes: Buffer): SlimSegment {
  const segment = scan.segment(bytes, sealedFrom(bytes));
  if (segment?.kind !== 'sitting')
    throw new Error('a seeded history has sittings only, written as the program writes them');
  return segment as SlimSegment;
}

/** One step of FSRS for each answer; files come in the order of their instants. */
function remember(segment: SlimSegment): void {
  for (const answer of segment.plainAnswers() ?? []) {
    const attempt = attemptFrom(answer, answer.keyHash, undefined);
    if (attempt !== undefined) cards.set(attempt.item, review(cards.get(attempt.item), attempt));
  }
}
