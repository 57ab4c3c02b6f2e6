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
])('%s', (_, env, command) => {
  expect(editorCommand(env, 'linux')).toEqual(command);
});

it('Windows has notepad', () => {
  expect(editorCommand({}, 'win32')).toEqual(['notepad']);
});

/** An editor that appends a line to the file it is given. */
const EDITOR = `"${process.execPath}" -e "require('fs').appendFileSync(process.argv[1],'\\u0020edited')"`;

it('gives back the text as it was saved', () => {
  expect(editText('before', { EDITOR })).toBe('before edited');
});

it('keeps the text and says so when the editor cannot be started', () => {
  expect(editAnswer('before', { EDITOR: 'no-such-editor-anywhere' })).toEqual({
    text: 'before',
    notice:
      'The editor "no-such-editor-anywhere" could not be used (ENOENT): set EDITOR to a program that waits, such as nano.',
  });
});
