#!/usr/bin/env node
// Starts the build, or says in one line how to build it.
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const build = join(root, 'dist', 'main.js');

if (existsSync(build)) {
  require(build).main(root);
} else {
  process.stderr.write('api-quiz is not built yet. Run this in its folder first: npm ci\n');
  process.exitCode = 2;
}
