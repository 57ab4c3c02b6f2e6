// Which sitting an assistant may begin, and beginning it: questions chosen as by the verb of the same name.

import { type Sitting, stepsOf } from '../../history/sittings.js';
import type { Player } from '../../session/player.js';
import { Failure } from '../../text/failure.js';
import { chooseDrill } from '../choosing/drill-choice.js';
import { chooseForInterview } from '../choosing/interview-choice.js';
import { type ChosenQuestions, choosePractice } from '../choosing/practice-choice.js';
import { findInHistory } from '../find-in-history.js';
import { openScene, seedOf, sittingChoices } from '../open-scene.js';
import type { Options } from '../options.js';
import { continueSitting, startSitting } from '../run-sitting.js';
import type { OpenScene } from '../scene.js';
import type { World } from '../world.js';

/** Papers are not among them: nobody could say who answered. */
export const LED_MODES = ['practice', 'drill', 'interview', 'resume'] as const;
export type LedMode = (typeof LED_MODES)[number];

const CHOICES: Readonly<
  Record<Exclude<LedMode, 'resume'>, (scene: OpenScene, options: Options) => ChosenQuestions>
> = { practice: choosePractice, drill: chooseDrill, interview: chooseForInterview };

export interface LedRequest {
  mode: LedMode;
  options: Options;
  /** Ids of questions, asked exactly so. */
  named: readonly string[];
}

/** Plays it to its end. Failures: those of the verbs, `not-for-assistants`, `nothing-to-resume`. */
export async function startLedSitting(
  world: World,
  { mode, options, named }: LedRequest,
  player: Player,
): Promise<unknown> {
  // Without a clock: what the assistant takes to say a question is not the learner's time.
  const typed: Options = { ...options, plain: true, time: 'off' };
  const opened = await openScene(world, typed);
  const scene = { ...opened, entries: opened.entries.filter(({ type }) => type !== 'lab'), player };
  if (mode === 'resume') return resumeLed(scene);
  const { chosen, ...request } =
    named.length > 0 ? namedQuestions(scene, named) : CHOICES[mode](scene, typed);
  return startSitting(scene, chosen, {
    mode,
    ...request,
    ...sittingChoices(scene),
    ...(mode === 'interview' ? { persona: options.persona } : {}),
  });
}

function namedQuestions(scene: OpenScene, names: readonly string[]): ChosenQuestions {
  const chosen = [...new Set(names)].map((name) => scene.bank.find(name));
  // A lab is done with tools of the learner's own, in a terminal.
  const lab = chosen.find(({ type }) => type === 'lab');
  if (lab !== undefined) throw new Failure('not-for-assistants', { item: lab.key });
  return { chosen, seed: seedOf(scene.world, scene.options), title: '' };
}

/** The last one that an assistant could have begun, and that has not ended. */
function resumeLed(scene: OpenScene & { player: Player }): Promise<unknown> {
  const { unfinished } = scene.history.recall(scene.bank);
  if (unfinished === null) throw new Failure('nothing-to-resume');
  // Mostly the last that has not ended is one of them, and no other has to be looked at.
  const last = findInHistory(scene, unfinished.id);
  const sitting = canBeLed(last) ? last : scene.history.sittings.findLast(canBeLed);
  if (sitting === undefined) throw new Failure('nothing-to-resume');
  const from = sitting.segments.at(-1)?.id ?? sitting.id;
  return continueSitting(scene, sitting.header, from, stepsOf(sitting));
}

function canBeLed({ finished, header }: Sitting): boolean {
  return (
    !finished &&
    LED_MODES.some((mode) => mode === header.mode) &&
    header.plan.every(({ limitMs, type }) => limitMs === null && type !== 'lab')
  );
}
