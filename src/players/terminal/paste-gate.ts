// Pastes kept apart from keys: a terminal that is asked to brackets what is pasted, and nothing of it is a command.

import type { Key } from './inputs/input.js';

/** Asks the terminal to bracket pastes, and no longer to. */
export const BRACKET_PASTES = '\u001b[?2004h';
export const NO_BRACKETS = '\u001b[?2004l';

export type Gated = { kind: 'key' } | { kind: 'held' } | { kind: 'paste'; text: string };

/** Told every key; holds those of a paste back until it is whole. */
export function makePasteGate(): (key: Key) => Gated {
  let held: string[] | null = null;
  return (key) => {
    if (key.name === 'paste-start') {
      held = [];
      return { kind: 'held' };
    }
    if (held === null) return { kind: 'key' };
    if (key.name !== 'paste-end') {
      held.push(key.sequence ?? '');
      return { kind: 'held' };
    }
    const text = held.join('').replace(/\r\n?/g, '\n');
    held = null;
    return { kind: 'paste', text };
  };
}
