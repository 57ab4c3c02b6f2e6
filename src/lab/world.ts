// The API of a lab as a pure machine: a request and an instant in, an answer out. Behaviours are layers around its resources.

import { fillInAll, freshValues } from '../question/lab/fresh-values.js';
import type { Lab } from '../question/question.js';
import { type Handler, type LabAnswer, type LabRequest, problem, type Resource } from './lab-request.js';
import type { WorldParts } from './layer.js';
import { BEHAVIOUR_LAYERS, LAYER_ORDER } from './layers.js';
import { answerFromResource, makeResources } from './resources.js';

export interface LabWorld {
  /** `atMs`: since the lab began. */
  answer(request: LabRequest, atMs: number): LabAnswer;
}

/** A world of its own for each run: the same seed, beginning (ms since the epoch) and requests give the same answers. */
export function makeWorld(
  question: Pick<Lab, 'resources' | 'behaviours' | 'fresh'>,
  seed: string,
  beganMs = 0,
): LabWorld {
  const values = freshValues(seed, question.fresh);
  const resources = makeResources(fillInAll(question.resources, values));
  const parts: WorldParts = { resources, values, seed, beganMs };
  const behaviours = [...fillInAll(question.behaviours ?? [], values)].sort(
    (a, b) => LAYER_ORDER.indexOf(b.kind) - LAYER_ORDER.indexOf(a.kind),
  );
  const core: Handler = ({ request, resource, id }) =>
    resource === null
      ? problem(404, 'Not Found', `There is nothing at ${request.path}.`)
      : answerFromResource(resource, id, request);
  const handler = behaviours.reduce<Handler>(
    (next, behaviour) => BEHAVIOUR_LAYERS[behaviour.kind](behaviour as never, next, parts),
    core,
  );
  return {
    answer(request, atMs) {
      const found = findResource(resources, request.path);
      return handler({ request, atMs, ...found });
    },
  };
}

/** `/orders` and `/orders/{id}`. */
function findResource(
  resources: readonly Resource[],
  path: string,
): { resource: Resource | null; id: string | null } {
  for (const resource of resources) {
    if (path === resource.path) return { resource, id: null };
    const rest = path.startsWith(`${resource.path}/`) ? path.slice(resource.path.length + 1) : '';
    if (rest !== '' && !rest.includes('/')) return { resource, id: decodeId(rest) };
  }
  return { resource: null, id: null };
}

function decodeId(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
