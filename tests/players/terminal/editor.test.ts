// $EDITOR: how its command is read, and that a missing one is said instead of thrown.

import { expect, it } from 'vitest';
import { editAnswer, editorCommand, editText } from '../../../src/players/terminal/editor.js';

it.each([
  ['EDITOR', { EDITOR: 'nano' }, ['nano']],
  ['VISUAL goes first', { VISUAL: 'code --wait', EDITOR: 'nano' }, ['code', '--wait']],
  ['an empty one counts for nothing', { VISUAL: '', EDITOR: 'nano' }, ['nano']],
  [
    'quotes hold blanks together',
    { EDITOR: '"/Applications/My Editor/edit" -w' },
    ['/Applications/My Editor/edit', '-w'],
  ],
  ['no shell is involved', { EDITOR: 'vi; rm -rf $HOME' }, ['vi;', 'rm', '-rf', '$HOME']],
  ['neither', {}, ['vi']],
  ['a blank one counts for nothing', { VISUAL: ' \t', EDITOR: 'nano' }, ['nano']],
  ['empty quotes neither', { VISUAL: '""', EDITOR: "''" }, ['vi']],
])('%s', (_, env, command) => {
  expect(editorCommand(env, 'linux')).toEqual(command);
});

it('Windows has notepad', () => {
  expect(editorCommand({}, 'win32')).toEqual(['notepad']);
});

/** An editor that appends a line to the file it is given. */
const EDITOR = `"${process.execPath}" -e "require('fs').appendFileSync(process.argv[1],'\\u0020edited')"`;

it('gives back the text as it was saved', async () => {
  expect(await editText('before', { EDITOR })).toBe('before edited');
});

it('keeps the text and says so when the editor cannot be started', async () => {
  expect(await editAnswer('before', { EDITOR: 'no-such-editor-anywhere' })).toEqual({
    text: 'before',
    notice:
      'The editor "no-such-editor-anywhere" could not be used (ENOENT): set EDITOR to a program that waits, such as nano.',
  });
});

it('takes over what was saved by an editor that ends badly', async () => {
  const script = `require('fs').writeFileSync(process.argv[1], 'saved'); process.exit(1)`;
  expect(await editText('before', { EDITOR: `"${process.execPath}" -e "${script}"` })).toBe('saved');
});

it('says in one line, without escapes, that an editor cannot be started', async () => {
  const { notice } = await editAnswer('x', { EDITOR: '\u001b[31mno-such' });
  expect(notice).not.toContain('\u001b');
});
