// Keys about JSON: parsed by Node, patched and pointed into as RFC 7396, RFC 6902 and RFC 6901 write it down.

import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { exchangeBytes, messageBytes, serveBytes, serveHttp } from './local-server.js';
import {
  codeBlock,
  codeBlocks,
  expectChosen,
  expectFigure,
  expectText,
  expectTruth,
  inlineCode,
  readQuestion,
} from './question-key.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

it('order-number-off-by-one-in-browser: digits beyond 2^53', () => {
  const question = readQuestion('order-number-off-by-one-in-browser', 'single-choice');
  const sent = codeBlock(question);
  const digits = /\d+/.exec(sent)?.[0] ?? '';
  const read = (bytes: Buffer, encoding: BufferEncoding) =>
    String(JSON.parse(bytes.toString(encoding)).orderNumber);
  const shown = read(Buffer.from(sent), 'utf8');
  expect(question.stem).toContain(`\`${shown}\``);
  const quoted = Buffer.from(sent.replace(digits, '"$&"'));
  const nearestDouble = new Float64Array([Number(BigInt(digits))])[0];
  expectChosen(question, {
    server: !sent.includes(digits) || digits === shown,
    arbitrary: String(nearestDouble) !== shown,
    string: read(quoted, 'utf8') === digits && !Number.isSafeInteger(Number(digits)),
    // Formatting comes after parsing; the parsed value itself is what differs.
    display: BigInt(JSON.parse(sent).orderNumber) === BigInt(digits),
  });
});

it('bare-number-as-json-text: a number at the top', async () => {
  const question = readQuestion('bare-number-as-json-text', 'true-false');
  const body = inlineCode({ text: question.stem.replace('`Content-Type: application/json`', '') });
  const url = await serveBytes(messageBytes(`HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`));
  expect(body).toHaveLength(2);
  const valid = await (await fetch(url)).json().then(
    (value) => value === 42,
    () => false,
  );
  expectTruth(question, valid);
});

it('duplicate-amount-in-transfer: two parsers make different things of the same bytes', () => {
  const question = readQuestion('duplicate-amount-in-transfer', 'single-choice');
  const sent = codeBlock(question);
  const amountBy = (parse: (text: string) => { amount: number }) => {
    try {
      return parse(sent).amount;
    } catch {
      return 'refused';
    }
  };
  // YAML 1.2 takes in all of JSON, and leaves its parser the same choice made differently.
  const found = [amountBy(JSON.parse), amountBy(parseYaml)];
  expectChosen(question, {
    invalid: found.every((amount) => amount === 'refused'),
    last: found.every((amount) => amount === 9000),
    unpredictable: new Set(found).size > 1,
    first: found.every((amount) => amount === 10),
  });
});

it('reading-a-loan-response: zero, null, absent, and one page', async () => {
  const question = readQuestion('reading-a-loan-response', 'multiple-choice');
  const response = await fetch(await serveBytes(messageBytes(codeBlock(question))));
  const { loans, nextPageToken } = (await response.json()) as { loans: JsonObject[]; nextPageToken?: string };
  const loan = loans.find(({ id }) => id === 7002) ?? {};
  const more = Boolean(nextPageToken);
  expectChosen(question, {
    'call-ok': response.ok,
    more,
    'not-returned': 'returnedAt' in loan && loan.returnedAt === null,
    'two-total': loans.length === 2 && !more,
    'fee-zero': loan.fee === 0,
  });
});

/** RFC 7396, section 2. */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

it('merge-patch-null-and-array: null removes, an array replaces', () => {
  const rfcCases = [
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ] as const;
  for (const [target, patch, result] of rfcCases) {
    expect(mergePatch(JSON.parse(target), JSON.parse(patch))).toEqual(JSON.parse(result));
  }
  const question = readQuestion('merge-patch-null-and-array', 'single-choice');
  const [stored = '', request = ''] = codeBlocks(question);
  const patched = mergePatch(JSON.parse(stored), JSON.parse(request.split('\n\n')[1] as string));
  expectChosen(question, (choice) => isDeepStrictEqual(JSON.parse(inlineCode(choice)), patched));
});

/** RFC 6901: the reference tokens of a pointer, and what it points at. */
function resolve(document: Json, pointer: string): Json | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce<Json | undefined>((value, token) => {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined;
    return isObject(value) ? value[name] : undefined;
  }, document);
}

interface Operation {
  op: 'replace' | 'test';
  path: string;
  value: Json;
}

/** RFC 6902 for the two operations of the question: a failing one leaves the document as it was (RFC 5789, section 2). */
function jsonPatch(
  document: JsonObject,
  operations: readonly Operation[],
): { status: number; document: JsonObject } {
  const draft = structuredClone(document);
  for (const { op, path, value } of operations) {
    const current = resolve(draft, path);
    if (op === 'test' && !isDeepStrictEqual(current, value)) return { status: 409, document };
    if (op === 'replace' && current === undefined) return { status: 409, document };
    if (op === 'replace') draft[path.slice(1)] = value;
  }
  return { status: 204, document: draft };
}

it('json-patch-failed-test: the whole patch or nothing', () => {
  const question = readQuestion('json-patch-failed-test', 'numeric');
  const stored = JSON.parse(inlineCode({ text: question.stem }));
  const operations = JSON.parse(codeBlock(question)) as Operation[];
  const { status, document } = jsonPatch(stored, operations);
  expect(status).toBe(409);
  const tested = operations.map((one) => (one.op === 'test' ? { ...one, value: stored.version } : one));
  const passing = jsonPatch(stored, tested).document;
  expect(passing).toEqual({ stock: 55, version: 9 });
  expectFigure(question, document.stock as number, passing.stock as number);
});

it('pointer-to-second-passenger-email: the pointer that finds the invalid value', () => {
  const question = readQuestion('pointer-to-second-passenger-email', 'short-answer');
  const document = JSON.parse(codeBlock(question)) as Json;
  const pointers = (value: Json, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => pointers(inner, `${path}/${name}`))
      : [path];
  const all = pointers(document, '');
  const emails = all.filter((pointer) => pointer.endsWith('/email'));
  const invalid = emails.filter((pointer) => !String(resolve(document, pointer)).includes('@'));
  expect(invalid).toHaveLength(1);
  for (const { text } of question.partial ?? []) expect(resolve(document, text)).toBeUndefined();
  expectText(question, invalid[0] ?? '', ...all.filter((pointer) => pointer !== invalid[0]));
});

it('json-rpc-notification-member: which added member draws an answer', async () => {
  const question = readQuestion('json-rpc-notification-member', 'short-answer');
  // JSON-RPC 2.0, sections 4 and 4.1: no answer to a request object without an id, in case of an error either.
  const url = await serveHttp(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const call = JSON.parse(text) as JsonObject;
    if (!('id' in call)) return void response.writeHead(204).end();
    const outcome =
      call.method === 'lights.dim' ? { result: 'ok' } : { error: { code: -32601, message: 'no' } };
    response.end(JSON.stringify({ jsonrpc: '2.0', ...outcome, id: call.id }));
  });
  const shown = JSON.parse(codeBlock(question)) as JsonObject;
  const answerTo = async (member: JsonObject) => {
    const body = JSON.stringify({ ...shown, ...member });
    return exchangeBytes(url, messageBytes(`POST / HTTP/1.1\nHost: localhost\n\n${body}`));
  };
  expect(await answerTo({})).toMatch(/^HTTP\/1\.1 204/);
  const names = ['id', 'reply', 'params', 'correlationId', 'version'];
  const drawing: string[] = [];
  for (const name of names) if ((await answerTo({ [name]: 'a1' })).includes('"result"')) drawing.push(name);
  expect(drawing).toHaveLength(1);
  expectText(question, drawing[0] ?? '', ...names.filter((name) => name !== drawing[0]));
});
