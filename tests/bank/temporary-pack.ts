// A pack in a folder of its own that disappears after the test.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files (path -> text) into a fresh folder and returns it. */
export function temporaryPack(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The text of a true-false question file. */
export function questionFile(
  id: string,
  change: { topic?: string; concept?: string; stem?: string } = {},
): string {
  const { topic = 'caching', concept = 'freshness', stem = `Is ${id} true?` } = change;
  return `---
id: ${id}
topic: ${topic}
concepts: [${concept}]
type: true-false
level: foundation
answer: true
sources: [{ title: RFC 9111, url: https://www.rfc-editor.org/rfc/rfc9111.html }]
reviewed: 2026-11-20
---
${stem}

## Explanation
It is.
`;
}

export const PACK_FILE = `id: small
title: A small pack
topics:
  - slug: caching
    title: Caching
    concepts:
      - { slug: freshness, title: Freshness lifetime }
      - { slug: validation, title: Validators }
  - slug: errors
    title: Errors
    concepts: [{ slug: problem-details, title: Problem details }]
`;
