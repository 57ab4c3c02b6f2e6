// What is said in headers beside the answer: deprecation, and which origins may read it.

import { concerns } from './concerns.js';
import { header, json } from './lab-request.js';
import type { Layer } from './layer.js';

/** Deprecation (RFC 9745), Sunset (RFC 8594) and a link to what comes after. */
export const deprecated: Layer<'deprecated'> = (behaviour, next) => (asked) => {
  const answer = next(asked);
  if (!concerns(behaviour, asked)) return answer;
  return {
    ...answer,
    note: answer.note ?? 'deprecated',
    headers: {
      ...answer.headers,
      Deprecation: '@1767225600',
      Sunset: behaviour.sunset,
      Link: `<${behaviour.successor}>; rel="successor-version"`,
    },
  };
};

const USUAL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** CORS preflight and the headers of the answer behind it (Fetch standard). */
export const cors: Layer<'cors'> = (behaviour, next) => (asked) => {
  const { request } = asked;
  const origin = header(request, 'origin');
  if (!concerns(behaviour, asked) || origin === undefined) return next(asked);
  const known = behaviour.origins.includes(origin);
  const allow: Record<string, string> = known
    ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
    : { Vary: 'Origin' };
  const method = header(request, 'access-control-request-method');
  if (request.method === 'OPTIONS' && method !== undefined) {
    const asks = header(request, 'access-control-request-headers');
    const more: Record<string, string> = known
      ? {
          'Access-Control-Allow-Methods': (behaviour.methods ?? USUAL_METHODS).join(', '),
          ...(asks === undefined
            ? {}
            : {
                'Access-Control-Allow-Headers':
                  behaviour.headers?.join(', ') ?? asks.slice(0, 200).replace(/[^\w, -]/g, ''),
              }),
          'Access-Control-Max-Age': '600',
        }
      : {};
    return { ...json(204, undefined, { ...allow, ...more }), note: 'preflight' };
  }
  const answer = next(asked);
  return { ...answer, headers: { ...answer.headers, ...allow } };
};
