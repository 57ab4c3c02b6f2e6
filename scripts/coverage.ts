// Writes docs/coverage.md: `npx tsx scripts/coverage.ts`, from the folder of the package.

import { readFileSync, writeFileSync } from 'node:fs';
import { makeBank } from '../src/bank/bank.js';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { decodeCoverage, renderCoverage } from './coverage-table.js';

const bank = makeBank([await loadFolderPack('questions', null)]);
const coverage = decodeCoverage(readFileSync('questions/coverage.yaml', 'utf8'));
writeFileSync('docs/coverage.md', renderCoverage(coverage, bank));
