// `npm run sources`: every document the bank cites, its revision, and whether its text was opened; with `-- --unopened`, only
// those that were not; with `-- TEXT`, only documents with TEXT in their address, and the questions that cite them.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { type CitedDocument, decodeLedger, groupCitations, uncited } from './source-list.js';

const [wanted] = process.argv.slice(2);
const pack = await loadFolderPack('questions', null);
const citations = pack.files.flatMap(({ path, entry }, index) => {
  if (entry === null) return [];
  const { sources, reviewed } = pack.question(index);
  return sources.map((source) => ({ file: path, ...source, reviewed }));
});
const ledger = decodeLedger(readFileSync('questions/sources.yaml', 'utf8'));
const documents = groupCitations(citations, ledger);

if (wanted === undefined) {
  print(documents);
  summary();
} else if (wanted === '--unopened') {
  print(documents.filter(({ ledger }) => ledger?.opened === undefined));
} else {
  for (const document of documents.filter(({ url }) => url.includes(wanted))) {
    print([document]);
    for (const { file, title, reviewed } of document.citations) {
      console.log(`    ${reviewed}  ${basename(file, '.md')}: ${title}`);
    }
  }
}

function print(rows: readonly CitedDocument[]): void {
  for (const { kind, citations, oldest, revisions, url, ledger } of rows) {
    const state = ledger?.opened ?? (ledger?.unopened ? `not opened: ${ledger.unopened}` : 'not opened');
    const edition = [...revisions, ledger?.edition ?? ''].filter(Boolean).join(', ');
    console.log(
      `${kind.padEnd(8)} ${String(citations.length).padStart(3)} x  reviewed ${oldest}  ${state}  ${url}  ${edition}`,
    );
  }
}

function summary(): void {
  const of = (rows: readonly CitedDocument[]) =>
    `${rows.length} documents, ${rows.flatMap((row) => row.citations).length} citations`;
  console.log(`\nall: ${of(documents)}`);
  console.log(`opened: ${of(documents.filter(({ ledger }) => ledger?.opened))}`);
  console.log(`not opened, with a reason: ${of(documents.filter(({ ledger }) => ledger?.unopened))}`);
  console.log(`not opened, without one: ${of(documents.filter(({ ledger }) => ledger === undefined))}`);
  const several = documents.filter(({ revisions }) => revisions.length > 1);
  if (several.length > 0)
    console.log(`cited in several revisions: ${several.map(({ url }) => url).join(' ')}`);
  const idle = uncited(documents, ledger);
  if (idle.length > 0) console.log(`in sources.yaml, cited nowhere: ${idle.map(({ url }) => url).join(' ')}`);
}
