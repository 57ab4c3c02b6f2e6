// Keys of an open question answered aloud: Enter when done.

import type { OpenResponse } from '../../../question/response.js';
import { isEnter, type SheetKeys } from './input.js';

export const spokenKeys: SheetKeys<null> = {
  start: () => null,
  press: (state, key) => (isEnter(key) ? { state, done: true } : undefined),
  response: (): OpenResponse => ({ text: '', met: [], flags: [] }),
  entered: () => false,
};
