// The marking of an open answer as state and keys: up and down through points and red flags, all, half or nothing.

import type { OpenResponse } from '../../question/response.js';
import type { MarkingRow } from '../marking-rows.js';
import { type Key, stepOf } from './inputs/input.js';

export interface MarkingState {
  /** Place of the row that keys are about. */
  active: number;
  met: readonly string[];
  half: readonly string[];
  flags: readonly string[];
  /** The model answer stands below. */
  model: boolean;
  /** First line shown once a page was turned; null: what the active row needs. */
  offset: number | null;
}

export function startMarking({ met, half = [], flags }: OpenResponse): MarkingState {
  return { active: 0, met, half, flags, model: false, offset: null };
}

/** The state after a key; the same object where it means nothing here. */
export function pressMarking(state: MarkingState, key: Key, rows: readonly MarkingRow[]): MarkingState {
  const row = rows[state.active];
  if (row === undefined || key.ctrl) return state;
  if (key.name === 'tab') return { ...state, active: otherKind(rows, row) };
  if (key.sequence === 'm') return { ...state, model: !state.model };
  if (key.name === 'space' || key.sequence === ' ')
    return row.kind === 'flag' ? admitted(state, row) : next(state, row);
  if (key.sequence === 'h' && row.kind === 'point')
    return marked(state, row, state.half.includes(row.id) ? 'none' : 'half');
  const step = stepOf(key);
  return step === 0 ? state : { ...state, active: (state.active + step + rows.length) % rows.length };
}

/** The answer as marked; its text, and what only a probe brought out, are those of the suggestion. */
export function markedAs({ met, half, flags }: MarkingState, suggestion: OpenResponse): OpenResponse {
  const { half: _half, ...kept } = suggestion;
  return { ...kept, met: [...met], flags: [...flags], ...(half.length === 0 ? {} : { half: [...half] }) };
}

function admitted(state: MarkingState, { id }: MarkingRow): MarkingState {
  const flags = state.flags.includes(id) ? state.flags.filter((one) => one !== id) : [...state.flags, id];
  return { ...state, flags };
}

/** Nothing, all, half, nothing. */
function next(state: MarkingState, row: MarkingRow): MarkingState {
  const now = state.met.includes(row.id) ? 'half' : state.half.includes(row.id) ? 'none' : 'all';
  return marked(state, row, now);
}

function marked(state: MarkingState, { id }: MarkingRow, as: 'all' | 'half' | 'none'): MarkingState {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return {
    ...state,
    met: as === 'all' ? [...without(state.met), id] : without(state.met),
    half: as === 'half' ? [...without(state.half), id] : without(state.half),
  };
}

/** The first row of the other kind: from the points to the red flags and back. */
function otherKind(rows: readonly MarkingRow[], { kind }: MarkingRow): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.kind !== kind),
  );
}
