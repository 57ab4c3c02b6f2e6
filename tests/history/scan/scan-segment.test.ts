// A segment read from its bytes is the one that JSON.parse and the checks give, or is left to them.

import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnswerStore } from '../../../src/history/answer-store.js';
import { decodeSegment } from '../../../src/history/decode-segment.js';
import type { Answer, Segment, Step } from '../../../src/history/records.js';
import { SegmentScan } from '../../../src/history/scan/scan-segment.js';
import { openSealed, renderSealed, sealedFrom } from '../../../src/history/sealed-json.js';
import { slimSegment } from '../../../src/history/slim-segment.js';
import type { OpenResponse } from '../../../src/question/response.js';
import { questionAndResponse } from '../../question/arbitrary-questions.js';
import { anyCharacter } from '../../support/any-character.js';
import { runs } from '../../support/thorough.js';
import { arbitraryStep } from '../arbitrary-records.js';
import { answered, event, header, NOW, planned, segment, segmentId } from '../sample-records.js';

interface BothWays {
  /** Undefined: left to the other way. */
  quick: Segment | undefined;
  /** Undefined: refused. */
  whole: Segment | undefined;
}

function bothWays(bytes: Buffer, scan = newScan()): BothWays {
  const opened = openSealed(bytes);
  const decoded = 'value' in opened ? decodeSegment(opened.value) : opened;
  const start = sealedFrom(bytes);
  return {
    quick: start === 0 ? undefined : plain(scan.segment(bytes, start)),
    whole: 'value' in decoded ? plain(slimSegment(decoded.value, new AnswerStore(true))) : undefined,
  };
}

const newScan = () => new SegmentScan(new AnswerStore(true));

const plain = (one: Segment | undefined): Segment | undefined =>
  one?.kind === 'sitting' ? { ...one, steps: one.steps } : one;

const sealed = (record: object): Buffer => Buffer.from(renderSealed(record));

/** A record's text behind its brace, whatever it says, with a seal that is right. */
function resealed(rest: Buffer): Buffer {
  const seal = crc32(rest).toString(16).padStart(8, '0');
  return Buffer.concat([Buffer.from(`{"crc32":"${seal}",`), rest]);
}

const restOf = (record: object): Buffer => Buffer.from(JSON.stringify(record).slice(1));

const words = fc.oneof(
  fc.constantFrom('long '.repeat(150), `${'é"'.repeat(400)}\\`),
  fc.string(),
  fc.string({ unit: anyCharacter }),
  fc.constant('so "said" \\ the\nother 🙂'),
);

/** Answers as sittings write them, to questions of every type, and with what is seldom there. */
const anyAnswer: fc.Arbitrary<Partial<Answer>> = questionAndResponse.chain(([question, response]) =>
  fc.record(
    {
      type: fc.constant(question.type),
      response:
        question.type === 'open'
          ? words.map((text) => ({ ...(response as OpenResponse), text }))
          : fc.constantFrom(response, null),
      item: fc.constantFrom('core/a', 'core/b', 'own/é'),
      concept: words,
      order: fc.array(words, { maxLength: 3 }),
      credit: fc.constantFrom(0, 1, 0.5, 1 / 3, 1e-7),
      guess: fc.constantFrom(0, 0.25, 1 / 3),
      elapsedMs: fc.constantFrom(0, 12_000, 12_000.25, 1e21),
      markedBy: fc.constantFrom('key', 'self', undefined),
      counts: fc.constantFrom(true, false, undefined),
      confidence: fc.constantFrom(null, 'guess', 'sure'),
      outcome: fc.constantFrom('answered', 'skipped', 'expired'),
      hinted: fc.boolean(),
      round: fc.nat(3),
      suggested: fc.constantFrom(undefined, {
        ...{ met: ['a'], half: [], unsure: [], look: [], flags: [] },
        ...{ credit: 0.5, clear: 0, most: 1 },
      }),
    },
    { requiredKeys: ['type', 'response'] },
  ),
) as fc.Arbitrary<Partial<Answer>>;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  arbitraryStep,
  fc
    .tuple(fc.constantFrom('answered', 'retried'), fc.nat(3), fc.nat(3_600_000), anyAnswer, fc.boolean())
    .map(([kind, entry, ms, change, usual]) => {
      const at = NOW + ms;
      const id = usual ? `${segmentId(1)}#${entry}@${at}` : `other#${entry}@${at}`;
      return { ...answered(entry, at, { id, ...change }), kind } as Step;
    }),
  fc.record({
    kind: fc.constant('drafted'),
    at: fc.constant(NOW),
    entry: fc.nat(3),
    response: words,
  }) as fc.Arbitrary<Step>,
);

const anySegment = fc
  .tuple(fc.array(anyStep, { maxLength: 6 }), fc.array(words, { maxLength: 3 }), words)
  .map(([steps, items, title]) =>
    segment(1, steps, { sitting: header({ title, plan: items.map((item) => planned(item)) }) }),
  );

it('reads what this program writes, and reads it as the whole', () => {
  const scan = newScan();
  fc.assert(
    fc.property(anySegment, (record) => {
      const { quick, whole } = bothWays(sealed(record), scan);
      expect(whole).toBeDefined();
      expect(quick).toEqual(whole);
    }),
    runs(400),
  );
});

it('reads events, which are small', () => {
  const { quick, whole } = bothWays(sealed(event(3, { kind: 'unflagged', item: 'core/a' })));
  expect(quick).toEqual(whole);
  expect(quick).toMatchObject({ kind: 'event' });
});

it('believes nothing that the checks refuse, wherever a byte is another', () => {
  const scan = newScan();
  // What is right is known by then.
  for (const number of [1, 2]) scan.segment(sealed(segment(number, [])), SEAL);
  fc.assert(
    fc.property(anySegment, fc.nat(), byte, fc.constantFrom(0, 1), (record, at, other, taken) => {
      const rest = restOf(record);
      const place = at % rest.length;
      const end = rest.subarray(place + taken);
      const bytes = resealed(Buffer.concat([rest.subarray(0, place), Buffer.from([other]), end]));
      const { quick, whole } = bothWays(bytes, scan);
      if (quick !== undefined) expect(quick).toEqual(whole);
    }),
    runs(3000),
  );
});

const SEAL = '{"crc32":"00000000",'.length;
/** Bytes that mean something in JSON most often. */
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('"\\{}[],:0123456789-+.eEtfn ua')),
  fc.integer({ min: 0, max: 255 }),
);

const one = segment(1, [answered(0, NOW + 1000), { kind: 'ended', at: NOW + 2000, reason: 'finished' }]);
const text = JSON.stringify(one).slice(1);

const LONG = 'é "so" \\ '.repeat(100);
function longAnswer(type: string, response: unknown): string {
  return text
    .replace('"single-choice","order":["new","same"],"id"', `"${type}","order":[],"id"`)
    .replace('"response":"same"', `"response":${JSON.stringify(response)}`);
}

it.each([
  ['white space', JSON.stringify(one, null, 1).slice(1)],
  ['a line feed behind it', `${text}\n`],
  ['members in another order', text.replace(/("kind":"answered"),("at":\d+)/, '$2,$1')],
  [
    'steps in front',
    `"steps":${JSON.stringify(one.steps)},${JSON.stringify({ ...one, steps: undefined }).slice(1)}`,
  ],
  ['steps twice', text.replace('"steps":', '"steps":[],"steps":')],
  ['steps twice, one name with an escape', text.replace('"steps":', '"st\\u0065ps":[],"steps":')],
  ['a plan twice', text.replace('"plan":', '"plan":[],"plan":')],
  ['a sitting twice', text.replace('"sitting":', '"sitting":{},"sitting":')],
  ['a member of an answer twice', text.replace('"round":0', '"round":0,"round":1')],
  ['a visit with a member too many', text.replace('"leftAt":', '"shownAt":7,"shownAt":8,"leftAt":')],
  [
    'a visit with one thrice',
    text.replace(/"shownAt":\d+,"leftAt":\d+/, '"shownAt":7,"shownAt":8,"shownAt":9'),
  ],
  ['a member nobody knows', text.replace('"round":0', '"round":0,"later":{"a":[1]}')],
  [
    'one that is nested too deeply',
    text.replace('"round":0', `"round":0,"later":${'['.repeat(40)}${']'.repeat(40)}`),
  ],
  ['an id with an escape', text.replace(/"id":"(\d)/, '"id":"\\u003$1')],
  ['another id behind', text.replace(/}$/, `,"id":"${segmentId(2)}"}`)],
  ['an id of an answer with a zero in front', text.replace(/"id":"[^"]*:0:/, `"id":"${segmentId(1)}#00@`)],
  ['a number with a zero in front', text.replace('"round":0', '"round":00')],
  ['a negative zero', text.replace('"round":0', '"round":-0')],
  ['a number like an instant, written in parts', text.replace('"round":0', '"round":0.0e0')],
  ['a newer version', text.replace('"version":2', '"version":3')],
  ['the version before', text.replace('"version":2', '"version":1')],
  ['an event with steps', text.replace('"kind":"sitting"', '"kind":"event"')],
  ['a key that is none', text.replace('fedcba9876543210', 'fedcba987654321x')],
  ['a response to another type', text.replace('"response":"same"', '"response":["same"]')],
  [
    'more steps than a list may have',
    text.replace('"steps":[', `"steps":[${'{"kind":"left","at":1},'.repeat(5000)}`),
  ],
  ['a long open answer', longAnswer('open', { text: LONG, met: ['a'], flags: [] })],
  [
    'a long one with something half said',
    longAnswer('open', { text: LONG, met: [], flags: [], half: ['b'], late: [] }),
  ],
  ['a long one with what nobody knows', longAnswer('open', { text: LONG, met: [], flags: [], more: 1 })],
  ['a long one without flags', longAnswer('open', { text: LONG, met: [] })],
  [
    'a long one with too many points',
    longAnswer('open', { text: LONG, met: Array(101).fill('a'), flags: [] }),
  ],
  ['too long a one', longAnswer('open', { text: 'x'.repeat(20_001), met: [], flags: [] })],
  ['a long one that is no object', longAnswer('open', [LONG])],
  ['a long one to another type', longAnswer('spot', { text: LONG, met: [], flags: [] })],
  ['a long request', longAnswer('request', LONG)],
  ['too long a text', text.replace('"concept":"', `"concept":"${'x'.repeat(20_001)}`)],
  ['a seal within', text.replace('"app":', '"crc32":"00000000","app":')],
])('says the same of %s, or leaves it to the whole', (_, rest) => {
  expect(rest).not.toBe(text);
  const { quick, whole } = bothWays(resealed(Buffer.from(rest)));
  if (quick !== undefined) expect(quick).toEqual(whole);
});

it('keeps the row of an answer under its own id, whatever that is', () => {
  const at = NOW + 1000;
  const ids = [`${segmentId(1)}#0@${at}`, `${segmentId(1)}#1@${at}`, `${segmentId(2)}#0@${at}`, 'é"', ''];
  const steps = ids.map((id) => answered(0, at, { id }));
  expect(bothWays(sealed(segment(1, steps))).quick).toMatchObject({
    steps: ids.map((id) => ({ answer: { id } })),
  });
});

it('takes long answers, too', () => {
  for (const rest of [
    longAnswer('open', { text: LONG, met: ['a'], flags: [], half: [], late: ['b'] }),
    longAnswer('request', LONG),
  ])
    expect(bothWays(resealed(Buffer.from(rest))).quick).toMatchObject({ steps: [{ kind: 'answered' }, {}] });
});
