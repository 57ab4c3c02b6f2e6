// Answers as xAPI 1.0.3 statements, one a line: for a learning record store that somebody posts them to.

import type { AnswerRow } from '../../history/answer-row.js';
import { TYPE_TRAITS } from '../../question/type-traits.js';

/** What the words of a statement are defined by; nothing has to answer there. */
const HOME = 'https://api-quiz.example';
const VERBS = {
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  skipped: 'http://id.tincanapi.com/verb/skipped',
  expired: 'http://adlnet.gov/expapi/verbs/attempted',
  unreached: 'http://adlnet.gov/expapi/verbs/attempted',
} as const;

/** One statement. Its id comes from the answer's, so that a store takes it once however often it is sent. */
export function xapiStatement(row: AnswerRow): Record<string, unknown> {
  const response = responseOf(row);
  return {
    id: uuidOf(row.answer_id),
    version: '1.0.3',
    actor: { objectType: 'Agent', account: { homePage: HOME, name: row.person } },
    verb: { id: VERBS[row.outcome], display: { en: row.outcome } },
    object: {
      objectType: 'Activity',
      id: `${HOME}/items/${row.item.split('/').map(encodeURIComponent).join('/')}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        name: { en: row.item },
        interactionType: TYPE_TRAITS[row.type].interaction,
      },
    },
    result: {
      score: { scaled: row.credit },
      success: row.credit >= 1,
      completion: row.outcome === 'answered',
      duration: `PT${(row.elapsed_ms / 1000).toFixed(2)}S`,
      ...(response === null ? {} : { response }),
      extensions: named({
        guess: row.guess,
        hinted: row.hinted,
        confidence: row.confidence,
        overridden: row.overridden,
        'marked-by': row.marked_by,
        'first-attempt': row.first,
        'key-hash': row.key_hash,
      }),
    },
    context: {
      platform: `api-quiz ${row.app}`,
      contextActivities: {
        parent: [{ objectType: 'Activity', id: `${HOME}/sittings/${row.sitting}` }],
        grouping: [{ objectType: 'Activity', id: `${HOME}/topics/${encodeURIComponent(row.topic)}` }],
      },
      extensions: named({ mode: row.mode, level: row.level, concept: row.concept, team: row.team }),
    },
    timestamp: row.answered_at,
  };
}

/** In pieces of one line each. */
export function* renderXapi(rows: Iterable<AnswerRow>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(xapiStatement(row))}\n`;
}

/** Extensions have addresses for names; what is not known is left out. */
function named(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [`${HOME}/extensions/${name}`, value]));
}

/** A name-based UUID (version 8, RFC 9562, section 5.8: the maker's own hash) of twenty hexadecimal digits. */
function uuidOf(answerId: string): string {
  const hex = answerId.padEnd(32, answerId);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** As the specification writes them: `a[,]b`, `a[.]x[,]b[.]y`. What was typed only where the row holds it. */
function responseOf({ chosen, response, type }: AnswerRow): string | null {
  if (chosen !== null) return chosen.join('[,]');
  if (response === undefined || response === null) return null;
  if (typeof response === 'string') return response;
  if (Array.isArray(response)) return response.map(String).join('[,]');
  if (type === 'open') return String(Reflect.get(Object(response), 'text') ?? '');
  return Object.entries(Object(response))
    .map(([from, to]) => `${from}[.]${to}`)
    .join('[,]');
}
