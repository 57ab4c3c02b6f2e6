// One resource with a strong entity tag, answering conditional requests in the order of RFC 9110, section 13.2.2.

import type { RequestListener } from 'node:http';
import { bodyOf } from './local-server.js';

export interface Stored {
  version: number;
  body: string;
}

export interface Asked {
  method: string;
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
  body?: string;
}

export interface Answered {
  status: number;
  etag: string;
  body: string;
}

/** `name` is what stands before the version in the tag; `demand`: RFC 6585, section 3, for PUT without If-Match. */
export interface Policy {
  name?: string;
  demand?: boolean;
}

const listed = (field: string): string[] => field.split(',').map((tag) => tag.trim());

/** What the server answers, and what it has stored afterwards. */
export function ask(
  stored: Stored,
  asked: Asked,
  { name = '', demand = false }: Policy = {},
): [Stored, Answered] {
  const etag = `"${name}${stored.version}"`;
  const answer = (status: number, body = ''): [Stored, Answered] => [stored, { status, etag, body }];
  const { ifMatch, ifNoneMatch } = asked;
  if (ifMatch !== undefined && ifMatch !== '*' && !listed(ifMatch).includes(etag)) return answer(412);
  if (ifNoneMatch !== undefined) {
    const same = ifNoneMatch === '*' || listed(ifNoneMatch).some((tag) => tag.replace(/^W\//, '') === etag);
    if (same) return answer(asked.method === 'GET' ? 304 : 412);
  }
  if (asked.method === 'GET') return answer(200, stored.body);
  if (demand && ifMatch === undefined) return answer(428);
  const next = { version: stored.version + 1, body: asked.body ?? '' };
  return [next, { status: 204, etag: `"${name}${next.version}"`, body: '' }];
}

/** The same resource behind a server, whatever the path. */
export function conditionalResource(start: Stored, policy: Policy = {}): RequestListener {
  let stored = start;
  return async (request, response) => {
    const asked = {
      method: request.method ?? '',
      ifMatch: request.headers['if-match'],
      ifNoneMatch: request.headers['if-none-match'],
      body: await bodyOf(request),
    };
    const [next, answered] = ask(stored, asked, policy);
    stored = next;
    response.writeHead(answered.status, { ETag: answered.etag }).end(answered.body);
  };
}
