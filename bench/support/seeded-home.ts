// Homes for benches: of a person with a long seeded history, and of one with none.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { segmentFile } from '../../src/history/home.js';
import { renderSealed } from '../../src/history/sealed-json.js';
import type { Question } from '../../src/question/question.js';
import { seededSegments } from '../report/seeded-history.js';

/** The instant (ms) at which such a history ends. */
export const SEEDED_NOW = Date.UTC(2026, 10, 20, 20);
const QUESTIONS = fileURLToPath(new URL('../../questions', import.meta.url));
const DAYS = 500;
const DAY_MS = 86_400_000;
const PER_SITTING = 20;

/** `answers` over 500 days up to {@link SEEDED_NOW}; returns the id of a sitting in the midst of them. */
export async function writeSeededHome(home: string, answers: number): Promise<string> {
  const bank = makeBank([await loadFolderPack(QUESTIONS, null)]);
  const kept = new Map<string, Question>();
  const segments = seededSegments({
    entries: bank.entries,
    questionOf(entry) {
      const question = kept.get(entry.key) ?? bank.question(entry);
      kept.set(entry.key, question);
      return question;
    },
    seed: 1,
    from: SEEDED_NOW - DAYS * DAY_MS,
    to: SEEDED_NOW,
    sittings: Math.ceil(answers / PER_SITTING),
    answersPerSitting: PER_SITTING,
  });
  for (const segment of segments) {
    const path = segmentFile(home, segment.id);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderSealed(segment));
  }
  writeWelcomedHome(home);
  return segments[Math.floor(segments.length / 2)]!.id;
}

/** A person who has been welcomed, and has seen a report today: nothing is written between two runs. */
export function writeWelcomedHome(home: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'config.json'), '{"welcomed":true,"reportDays":["2026-11-20"]}');
}
