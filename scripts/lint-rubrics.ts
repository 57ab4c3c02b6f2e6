// `npm run lint:rubrics [-- folder]`: what the rules on rubrics find, by place; exit code 1 when there is something.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBank } from '../src/bank/bank.js';
import { placeInQuestion } from '../src/bank/lint/place.js';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { lintRubric } from '../src/grading/rubric-rules.js';
import { problemLine } from '../src/question/problem-line.js';

const folder = process.argv[2] ?? 'questions';
const bank = makeBank([await loadFolderPack(folder, null)]);
const counts = new Map<string, number>();
for (const entry of bank.entries) {
  const question = bank.question(entry);
  if (question.type !== 'open') continue;
  const file = join(folder, entry.file);
  const findings = lintRubric(question, bank.exemplars(entry));
  const text = findings.length > 0 ? readFileSync(file, 'utf8') : '';
  for (const { path, ...found } of findings) {
    console.log(problemLine({ ...found, file, ...placeInQuestion(text, path) }));
    counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
    process.exitCode = 1;
  }
}
console.log([...counts].map(([code, count]) => `${code} ${count}`).join(', ') || 'nothing found');
