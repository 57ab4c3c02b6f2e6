// What no verb can go below: Node with a file, with a line printed, and with commander and a program of one verb.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const COMMANDER = `const { Command } = require('commander');
new Command('floor').version('1.0.0').command('verb').action(() => process.stdout.write('done\\n'));
`;
const VERB = `const { Command } = require('commander');
const program = new Command('floor').version('1.0.0');
program.command('verb').action(() => process.stdout.write('done\\n'));
program.parse(['verb'], { from: 'user' });
`;

/** Files made in `folder`, by what they do. */
export function makeFloors(folder: string): readonly { name: string; file: string }[] {
  const plain = (name: string, text: string) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.cjs`);
    writeFileSync(file, text);
    return { name, file };
  };
  const bundled = (name: string, contents: string) => {
    const floor = plain(name, '');
    buildSync({
      stdin: { contents, resolveDir: import.meta.dirname },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      minifyWhitespace: true,
      outfile: floor.file,
      allowOverwrite: true,
    });
    return floor;
  };
  return [
    plain('an empty file', ''),
    plain('one line printed', "process.stdout.write('done\\n');\n"),
    bundled('commander read', COMMANDER),
    bundled('commander runs a verb', VERB),
  ];
}
