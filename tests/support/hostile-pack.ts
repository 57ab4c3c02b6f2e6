// Packs as nobody should send them: a question file by its parts, a folder of them, and text that tries to steer a terminal.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Clears a screen, recolours, rings, retitles the window, reorders the line, and the same with 8-bit controls. */
export const STEERING =
  '\u001b[2J\u001b[31mred\u0007\u001b]0;owned\u0007 \u009b2J \u202etxt.exe\u202c \u2066x\u2069 \b\b\u007f\r over';
/** What of it may never be printed. */
export const CONTROLS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** An empty folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A pack.yaml with one topic of one concept, both called after the pack. */
export function packFile(id: string, title = `Pack ${id}`): string {
  const quoted = JSON.stringify(title);
  return `id: ${id}\ntitle: ${quoted}\ntopics:\n  - slug: ${id}-topic\n    title: ${quoted}\n    scope: ${quoted}\n    concepts:\n      - slug: ${id}-concept\n        title: ${quoted}\n        know: ${quoted}\n`;
}

/** A true-false question of that pack. */
export function questionFile(
  pack: string,
  id: string,
  change: Readonly<Record<string, string>> = {},
): string {
  const fields = {
    id,
    topic: `${pack}-topic`,
    concepts: `[${pack}-concept]`,
    type: 'true-false',
    level: 'foundation',
    answer: 'true',
    sources: '\n  - title: A specification\n    url: https://example.org/',
    reviewed: '2026-11-20',
    ...change,
  };
  const { body = `Is ${id} so?\n\n## Explanation\nIt is so.`, ...front } = fields as Record<string, string>;
  const lines = Object.entries(front).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}
