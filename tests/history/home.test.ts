import { isAbsolute, join, resolve } from 'node:path';
import Conf from 'conf';
import { expect, test } from 'vitest';
import { homeFolder, segmentFile, userFolder } from '../../src/history/home.js';
import { segmentId } from './sample-records.js';

test('without API_QUIZ_HOME the home is the folder conf uses', () => {
  const store = new Conf({ projectName: 'api-quiz', projectSuffix: '' });
  expect(join(homeFolder(process.env), 'config.json')).toBe(store.path);
});

test('API_QUIZ_HOME comes first, relative to the working folder; an empty one counts as none', () => {
  expect(homeFolder({ API_QUIZ_HOME: '/elsewhere' })).toBe('/elsewhere');
  expect(homeFolder({ API_QUIZ_HOME: 'here' })).toBe(resolve('here'));
  expect(homeFolder({ API_QUIZ_HOME: '', XDG_CONFIG_HOME: '/x' }, 'linux', () => '/u')).toBe(
    join('/x', 'api-quiz'),
  );
});

test.each([
  ['linux', {}, ['/u', '.config', 'api-quiz']],
  ['darwin', {}, ['/u', 'Library', 'Preferences', 'api-quiz']],
  ['win32', {}, ['/u', 'AppData', 'Roaming', 'api-quiz', 'Config']],
  ['win32', { APPDATA: '/roaming' }, ['/roaming', 'api-quiz', 'Config']],
] as const)('on %s with %o', (platform, env, parts) => {
  expect(homeFolder(env, platform, () => '/u')).toBe(join(...parts));
});

test('a segment lies in the folder of its UTC month', () => {
  expect(segmentFile('/h', segmentId(0))).toBe(join('/h', 'sessions', '2026-11', `${segmentId(0)}.json`));
});

test('a blank variable counts as none, a relative one of the platform too, and ~ is the user’s folder', () => {
  const user = () => '/u';
  expect(homeFolder({ API_QUIZ_HOME: ' ', XDG_CONFIG_HOME: ' ' }, 'linux', user)).toBe('/u/.config/api-quiz');
  expect(homeFolder({ XDG_CONFIG_HOME: 'here' }, 'linux', user)).toBe('/u/.config/api-quiz');
  expect(homeFolder({ API_QUIZ_HOME: '~/quiz' }, 'linux', user)).toBe('/u/quiz');
  expect(homeFolder({ API_QUIZ_HOME: '~other' }, 'linux', user)).toBe(resolve('~other'));
});

test('the user is known without HOME, and with one that is empty or relative', () => {
  const before = process.env.HOME;
  const known = userFolder();
  try {
    for (const value of ['', ' ', 'relative']) {
      process.env.HOME = value;
      expect(isAbsolute(userFolder())).toBe(true);
    }
  } finally {
    process.env.HOME = before;
  }
  expect(userFolder()).toBe(known);
});
