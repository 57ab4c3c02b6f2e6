// Keys of an open question answered aloud: Enter when done.

import type { OpenResponse } from '../../../question/response.js';
import { type InputKeys, isEnter } from './input.js';

export const spokenKeys: InputKeys<null> = {
  start: () => null,
  press: (state, key) => (isEnter(key) ? { state, done: true } : undefined),
  response: (): OpenResponse => ({ text: '', met: [], flags: [] }),
  entered: () => false,
};
