// What a command does to the open question: its state changes, or the prompt is done.

import type { QuestionResponse } from '../../question/response.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import { maySuspend } from '../../session/suspend-entry.js';
import { type Command, commandKeys } from './ask-keys.js';
import type { Input } from './inputs/input.js';
import { inputFor } from './inputs/inputs.js';

/** What changes while a question is open. */
export interface AskLive {
  view: AskView;
  inputState: unknown;
  notice: string;
  paused: boolean;
  /** All keys stand at the foot, however many lines they take. */
  everyKey: boolean;
  /** Ctrl-X was pressed: the next key is a command. */
  prefixed: boolean;
  /** The key that suspends was pressed: once more, and the question goes. */
  suspending: boolean;
  /** First line of the body; null: where the input is in use. */
  offset: number | null;
}

/** Beyond what a player may answer: the person wants the text in an editor. */
export type AskResult = AskAct | { kind: 'editor'; text: string; hinted: boolean };

export type Obeyed = { kind: 'stay'; live: AskLive } | { kind: 'done'; result: AskResult };

export interface CommandContext {
  desk: Desk;
  input: Input;
  /** What has been entered so far; null: nothing. */
  entered(): QuestionResponse | null;
  /** The first line shown after turning a page. */
  turned(step: -1 | 1): number;
}

/** A question is read from its top, however tall it is. */
export function startLive(view: AskView, notice: string): AskLive {
  const input = inputFor(view);
  // A draft is what was typed; where something is chosen, it is chosen on this screen.
  const typed = input.typing !== 'none' && view.draft !== null ? { ...view, previous: view.draft } : view;
  const inputState = input.keys.start(typed);
  return {
    view,
    inputState,
    notice,
    paused: false,
    everyKey: false,
    prefixed: false,
    suspending: false,
    offset: 0,
  };
}

/** Hints, pauses, flags and marks are recorded through the desk at once. */
export function obeyCommand(command: Command, live: AskLive, context: CommandContext): Obeyed {
  const result = resultOf(command, live, context);
  if (result !== null) return { kind: 'done', result };
  const suspending = command === 'prefix' && live.suspending;
  const change = { prefixed: false, suspending, ...changeBy(command, live, context) };
  return { kind: 'stay', live: { ...live, ...change } };
}

/** What the prompt is left with; null where it stays open. */
function resultOf(command: Command, live: AskLive, { entered, input }: CommandContext): AskResult | null {
  const { view } = live;
  switch (command) {
    case 'take-back':
      return view.mayTakeBack ? { kind: 'take-back' } : null;
    case 'suspend':
      return live.suspending ? { kind: 'suspend' } : null;
    case 'skip':
    case 'quit':
      return { kind: command };
    case 'editor':
      return { kind: 'editor', text: textIn(live, input), hinted: view.hinted };
    case 'next':
    case 'previous':
    case 'sheet':
      return { kind: 'leave', response: entered(), to: command };
    default:
      return null;
  }
}

/** What a command that stays changes. */
function changeBy(
  command: Command,
  { view, everyKey }: AskLive,
  { desk, input, turned }: CommandContext,
): Partial<AskLive> {
  switch (command) {
    case 'hint':
      if (!view.mode.hints || view.question.hint === undefined || view.hinted) return {};
      desk.hint();
      return { view: { ...view, hinted: true }, notice: '', offset: null };
    case 'pause':
      if (!view.mode.pauses) return {};
      desk.pause();
      return { paused: true };
    case 'flag':
      return flagged(view, desk);
    case 'keys':
      return { everyKey: !everyKey };
    case 'page-up':
      return { offset: turned(-1) };
    case 'page-down':
      return { offset: turned(1) };
    case 'prefix':
      return { prefixed: true, notice: prefixWords(view, input) };
    case 'saved':
      return { notice: `What you type is kept as you go. ${handInWords(input)}` };
    case 'take-back':
      return { notice: 'There is nothing to take back.' };
    case 'suspend':
      // Out of every sitting is much for one key: it is pressed twice.
      return maySuspend(view) ? { notice: SUSPEND_NOTICE, suspending: true } : {};
    default:
      return {};
  }
}

/** In a paper a mark to come back to; elsewhere a word to who wrote the question. */
function flagged(view: AskView, desk: Desk): Partial<AskLive> {
  if (view.mode.order === 'free') {
    desk.mark(!view.marked);
    return { view: { ...view, marked: !view.marked } };
  }
  desk.flag('');
  return { notice: 'Flagged. After the answer you can add a note.' };
}

const SUSPEND_NOTICE =
  'Not your job? The same key again, and no sitting chooses this question any more (api-quiz suspend lists them).';

/** What stands in the text under edit. */
function textIn({ inputState }: AskLive, { keys }: Input): string {
  return keys.edit?.get(inputState).text.trim() ?? '';
}

function handInWords({ typing }: Input): string {
  return typing === 'lines' ? 'Ctrl-D hands it in.' : 'Enter hands it in.';
}

/** `Ctrl-X, then: s skip, f flag`, for terminals without function keys. */
function prefixWords(view: AskView, { typing }: Input): string {
  const editor = typing === 'lines' ? ['e editor'] : [];
  const letters = commandKeys(view, 'none').map(([key, word]) => `${key.toLowerCase()} ${word}`);
  return `Ctrl-X, then: ${[...letters, ...editor].join(', ')}. Any other key goes on.`;
}
