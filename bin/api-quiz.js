#!/usr/bin/env node
// Starts the build, or says in one line what is missing. Written so that every Node reads it: no word newer than ES5.
'use strict';

var fs = require('fs');
var path = require('path');

/** The oldest Node this runs on; package.json says the same. */
var NEEDED = [20, 17];

var running = /^(\d+)\.(\d+)/.exec(process.versions.node) || [];
var root = path.join(__dirname, '..');
var build = path.join(root, 'dist', process.argv[2] === '--complete' ? 'complete.js' : 'start.js');

var isOld = +running[1] < NEEDED[0] || (+running[1] === NEEDED[0] && +running[2] < NEEDED[1]);

if (isOld) {
  stop('api-quiz needs Node ' + NEEDED.join('.') + ' or later; this is Node ' + process.versions.node + '.');
} else if (fs.existsSync(build)) {
  require(build).main(root);
} else {
  stop('api-quiz is not built yet. Run this in its folder first: npm ci');
}

function stop(line) {
  process.stderr.write(line + '\n');
  process.exitCode = 2;
}
