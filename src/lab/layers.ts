// The closed set of behaviours: each is a layer around the rest of the API.

import type { BehaviourKind, Layer } from './layer.js';
import { apiKey, bearer, oauth } from './layers-auth.js';
import { events, graphql, job, webhook } from './layers-endpoints.js';
import { cors, deprecated } from './layers-headers.js';
import { cursorPaging, offsetPaging } from './layers-paging.js';
import { flaky, lostResponse, rateLimit, slow } from './layers-trouble.js';
import { etag, idempotency } from './layers-writing.js';

export const BEHAVIOUR_LAYERS: { [Kind in BehaviourKind]: Layer<Kind> } = {
  cors,
  'lost-response': lostResponse,
  slow,
  'rate-limit': rateLimit,
  flaky,
  oauth,
  bearer,
  'api-key': apiKey,
  deprecated,
  job,
  webhook,
  events,
  graphql,
  idempotency,
  etag,
  'cursor-paging': cursorPaging,
  'offset-paging': offsetPaging,
};

/** From the outside in, whatever the order in the file. */
export const LAYER_ORDER: readonly BehaviourKind[] = Object.keys(BEHAVIOUR_LAYERS) as BehaviourKind[];
