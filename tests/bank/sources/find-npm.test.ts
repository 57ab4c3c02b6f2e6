// How npm is started: by name, on Windows by the script its npm.cmd would run, never through a shell.

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findNpm } from '../../../src/bank/sources/find-npm.js';
import { runTool } from '../../../src/bank/sources/run-tool.js';

const NODE = 'C:\\Program Files\\nodejs\\node.exe';
const onWindows = (files: readonly string[], PATH = 'C:\\Windows;C:\\Users\\me\\AppData\\Roaming\\npm') =>
  findNpm({ platform: 'win32', env: { PATH }, node: NODE, isFile: (file) => files.includes(file) });
const scriptIn = (folder: string) => [`${folder}\\npm.cmd`, `${folder}\\node_modules\\npm\\bin\\npm-cli.js`];

test('elsewhere npm is a program', () => {
  const found = findNpm({ platform: 'linux', env: {}, node: '/usr/bin/node', isFile: () => false });
  expect(found).toEqual(['npm']);
});

test('on Windows: the script beside npm.cmd, the first on PATH, else that which came with Node', () => {
  const mine = scriptIn('C:\\Users\\me\\AppData\\Roaming\\npm');
  const ofNode = scriptIn('C:\\Program Files\\nodejs');
  expect(onWindows([...mine, ...ofNode])).toEqual([NODE, mine[1]]);
  expect(onWindows(ofNode)).toEqual([NODE, ofNode[1]]);
  expect(onWindows(ofNode, '"C:\\Program Files\\nodejs"')).toEqual([NODE, ofNode[1]]);
});

test('a real program is run as it is; a folder that is no whole path is not looked into', () => {
  expect(onWindows(['C:\\Volta\\npm.exe'], 'C:\\Volta')).toEqual(['C:\\Volta\\npm.exe']);
  expect(() => onWindows([...scriptIn('.'), ...scriptIn('tools')], '.;tools;')).toThrow(
    expect.objectContaining({ code: 'tool-missing' }),
  );
});

test('the script beside the npm on PATH is npm when Node runs it', () => {
  const npm = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .find((file) => existsSync(file));
  const script = join(dirname(realpathSync(npm ?? '')), 'npm-cli.js');
  const { version } = JSON.parse(readFileSync(join(dirname(script), '..', 'package.json'), 'utf8'));
  expect(runTool('npm', ['--version'], { call: [process.execPath, script] }).toString()).toBe(`${version}\n`);
});
