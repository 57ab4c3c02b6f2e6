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

/** The text of an open question file with the point `same-key` and the red flag `new-key`. */
export function openQuestionFile(id: string): string {
  return questionFile(id)
    .replace('type: true-false', 'type: open')
    .replace(
      'answer: true\n',
      `rubric:
  - { id: same-key, text: A retry carries the same key, weight: 2, accept: [same key as before] }
  - { id: stored, text: The first result is kept, weight: 1, accept: [keeps the first result] }
avoid:
  - { id: new-key, text: Makes a new key, reject: [new key for each try] }
`,
    )
    .replace('## Explanation', '## Model answer\nThe same key.\n\n## Explanation');
}

/** The text of an answers file to it. */
export function answersFile(id: string, point = 'same-key'): string {
  return `item: ${id}
answers:
  - voice: senior
    kind: strong
    sentences:
      - text: I send the reference of the first try again.
        points: [${point}]
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
