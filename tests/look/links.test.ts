// Links of a terminal: only where it is known to have them, only to the web, and nothing of an address can act on the terminal.

import { expect, it } from 'vitest';
import { hasLinks, makeTheme, webAddress } from '../../src/look/theme.js';
import { copySequence } from '../../src/players/terminal/open-address.js';
import { cellWidth } from '../../src/text/fit.js';

const { link } = makeTheme({ level: 1, ascii: false, light: false, links: true });

it('leads to the address and takes no more room than its text', () => {
  const shown = link('RFC 9110', 'https://www.rfc-editor.org/rfc/rfc9110');
  expect(shown).toBe('\u001b]8;;https://www.rfc-editor.org/rfc/rfc9110\u0007RFC 9110\u001b]8;;\u0007');
  expect(cellWidth(shown)).toBe(8);
  expect(makeTheme({ level: 1, ascii: false, light: false }).link('RFC', 'https://e.com')).toBe('RFC');
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'no address', '', 'data:text/html,x', 'ssh://host'])(
  'no link to %j',
  (address) => {
    expect(link('text', address)).toBe('text');
    expect(webAddress(address)).toBeNull();
  },
);

it('an address that would end the sequence is encoded', () => {
  const shown = link('text', 'https://e.com/\u0007\u001b]52;c;eA==\u0007/\u009c');
  expect(shown.replace(/^\u001b\]8;;[!-~]+\u0007text\u001b\]8;;\u0007$/, 'harmless')).toBe('harmless');
});

it('what is copied is base64 whatever it holds', () => {
  expect(copySequence('https://e.com/\u0007')).toMatch(/^\u001b\]52;c;[A-Za-z0-9+/=]+\u0007$/);
});

it.each([
  [{ TERM_PROGRAM: 'iTerm.app' }, true],
  [{ VTE_VERSION: '7600' }, true],
  [{ WT_SESSION: 'x' }, true],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'dumb', VTE_VERSION: '7600' }, false],
  [{ TERM: 'tmux-256color', VTE_VERSION: '7600' }, false],
  [{ TERM: 'xterm-256color', FORCE_HYPERLINK: '1' }, true],
  [{ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
])('%j: %s', (env, has) => {
  expect(hasLinks(env, { isTTY: true })).toBe(has);
  if (!('FORCE_HYPERLINK' in env)) expect(hasLinks(env, { isTTY: false })).toBe(false);
});
