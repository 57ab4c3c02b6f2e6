// What a behaviour is: a layer around the rest of an API.

import type { FreshValues } from '../question/lab/fresh-values.js';
import type { Lab } from '../question/question.js';
import type { Handler, Resource } from './lab-request.js';

/** What every layer may use. */
export interface WorldParts {
  resources: readonly Resource[];
  values: FreshValues;
  seed: string;
  /** When the lab began, ms since the epoch. */
  beganMs: number;
}

type Behaviour = NonNullable<Lab['behaviours']>[number];
export type BehaviourKind = Behaviour['kind'];
export type Layer<Kind extends BehaviourKind> = (
  behaviour: Extract<Behaviour, { kind: Kind }>,
  next: Handler,
  parts: WorldParts,
) => Handler;
