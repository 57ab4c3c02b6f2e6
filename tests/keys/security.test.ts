// Keys about signatures and trust: tokens forged, cursors changed and deliveries replayed with node:crypto.

import {
  createHash,
  createHmac,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { expect, it } from 'vitest';
import { codeBlock, expectChosen, expectFigure, expectTruth, readQuestion, runCode } from './question-key.js';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64url');

function sign(header: { alg: string; kid?: string }, claims: object, key: string): string {
  const input = `${encode(header)}.${encode(claims)}`;
  const signature =
    header.alg === 'HS256' ? hmac(key, input) : createSign('RSA-SHA256').update(input).sign(key, 'base64url');
  return `${input}.${signature}`;
}

/** A library as a stem describes it: RSA and HMAC, a key as a plain string, no `none`. */
const jwt = {
  verify(token: string, key: string, { algorithm }: { algorithm: string }): object {
    const [header, claims, signature = ''] = token.split('.');
    const input = `${header}.${claims}`;
    let valid = false;
    if (algorithm === 'HS256') valid = hmac(key, input) === signature;
    if (algorithm === 'RS256')
      valid = createVerify('RSA-SHA256').update(input).verify(key, signature, 'base64url');
    if (!valid) throw new Error('refused');
    return decode(claims);
  },
};

const rsaKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

it('jwt-verifier-trusts-header-alg: four forged tokens against the code of the stem', async () => {
  const question = readQuestion('jwt-verifier-trusts-header-alg', 'single-choice');
  const issuer = rsaKeys();
  const accepts = async (token: string) => {
    const scope = {
      token,
      jwt,
      ISSUER_PUBLIC_KEY_PEM: issuer.publicKey,
      decodeHeader: (text: string) => decode(text.split('.')[0]),
    };
    return runCode(`${codeBlock(question)}\nreturn claims;`, scope).then(
      () => true,
      () => false,
    );
  };
  const genuine = sign({ alg: 'RS256', kid: 'k1' }, { sub: 'kim' }, issuer.privateKey);
  expect(await accepts(genuine)).toBe(true);
  const altered = { sub: 'admin' };
  const [, , signature] = genuine.split('.');
  expectChosen(question, {
    'resign-rs': await accepts(sign({ alg: 'RS256', kid: 'k1' }, altered, rsaKeys().privateKey)),
    'hs-confusion': await accepts(sign({ alg: 'HS256' }, altered, issuer.publicKey)),
    'hs-empty': await accepts(sign({ alg: 'HS256' }, altered, '')),
    'swap-signature': await accepts(`${encode({ alg: 'RS256', kid: 'k1' })}.${encode(altered)}.${signature}`),
  });
});

it('signed-jwt-claims-are-readable: the payload without the key', () => {
  const claims = { sub: 'kim', salary: 52000 };
  const token = sign({ alg: 'HS256' }, claims, 'a secret nobody else has');
  const read = decode(token.split('.')[1]);
  expectTruth(
    readQuestion('signed-jwt-claims-are-readable', 'true-false'),
    JSON.stringify(read) === JSON.stringify(claims),
  );
});

it('seconds-until-jwt-is-refused: the clock moved on until the token is refused', () => {
  const question = readQuestion('seconds-until-jwt-is-refused', 'numeric');
  const { exp } = decode(Buffer.from(codeBlock(question)).toString('base64url')) as { exp: number };
  const now = Number(/clock reads `(\d+)`/.exec(question.stem)?.[1]);
  const leeway = Number(/leeway of (\d+) seconds/.exec(question.stem)?.[1]);
  const acceptedFor = (slack: number) => {
    let waited = 0;
    // RFC 7519, section 4.1.4: not accepted on or after `exp`.
    while (now + waited < exp + slack) waited += 1;
    return waited;
  };
  expectFigure(question, acceptedFor(leeway), acceptedFor(0), acceptedFor(-leeway));
});

it('intercepted-code-on-a-phone: what the thief would have to add to the code', () => {
  const s256 = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
  // RFC 7636, appendix B.
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const challenge = s256(verifier);
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  const issued = { code: 'c-1', challenge };
  const redirect = new URL(`com.example.health://callback?code=${issued.code}&state=x`);
  const redeems = (form: Record<string, string>) =>
    form.code === issued.code && s256(form.code_verifier ?? '') === issued.challenge;
  const code = redirect.searchParams.get('code') ?? '';
  expect(redeems({ code })).toBe(false);
  expectChosen(readQuestion('intercepted-code-on-a-phone', 'single-choice'), {
    secret: redeems({ code, client_secret: 'extracted from the app' }),
    challenge: redeems({ code, code_challenge: challenge }) || redeems({ code, code_verifier: challenge }),
    verifier: redeems({ code, code_verifier: verifier }),
    // The thief registered the same scheme, so this is the URI that was registered with the server.
    'redirect-check': redeems({ code, redirect_uri: `${redirect.protocol}//callback` }),
  });
});

it('hmac-versus-api-key: a reading changed, replayed and forged by the server', () => {
  const secret = randomUUID();
  const tagged = (reading: string) => ({ reading, tag: hmac(secret, `POST /readings ${reading}`) });
  const accepts = ({ reading, tag }: ReturnType<typeof tagged>) => tag === tagged(reading).tag;
  const sent = tagged('{"kWh":12}');
  const wire = JSON.stringify(sent);
  expect(accepts(sent)).toBe(true);
  const madeByServer = tagged('{"kWh":99}');
  expectChosen(readQuestion('hmac-versus-api-key', 'single-choice'), {
    secrecy: !wire.includes('kWh'),
    integrity: !accepts({ ...sent, reading: '{"kWh":1}' }) && !wire.includes(secret),
    replay: !accepts(sent),
    'proof-to-court': !accepts(madeByServer),
  });
});

it('review-of-webhook-handler: the handler of the stem, with deliveries genuine, forged and repeated', async () => {
  const question = readQuestion('review-of-webhook-handler', 'multiple-choice');
  const secret = 'whsec_1';
  const deliver = async (body: string, signature: string, code = codeBlock(question)) => {
    type Handle = (request: object, response: object) => void;
    let handle: Handle = () => {};
    let status = 0;
    await runCode(code, {
      app: {
        post: (_path: string, _parser: unknown, handler: Handle) => {
          handle = handler;
        },
      },
      express: { json: () => undefined },
      hmac,
      secret,
      enqueue: () => undefined,
    });
    const request = { body: JSON.parse(body), get: () => signature };
    handle(request, {
      sendStatus: (sent: number) => {
        status = sent;
      },
    });
    return status;
  };
  const compact = '{"id":1}';
  const spaced = '{ "id": 1 }';
  const first = await deliver(compact, hmac(secret, compact));
  expect(first).toBe(204);
  const unchecked = codeBlock(question).replace(/if \(mac[\s\S]*?\n {2}\}\n/, '');
  const forgedUnchecked = await deliver(compact, 'forged', unchecked);
  const forgedChecked = await deliver(compact, 'forged');
  expectChosen(question, {
    reserialised: (await deliver(spaced, hmac(secret, spaced))) === 401,
    compare: /mac !==/.test(codeBlock(question)) && !codeBlock(question).includes(timingSafeEqual.name),
    replay: (await deliver(compact, hmac(secret, compact))) === 204,
    https: forgedChecked === forgedUnchecked,
    secret: first === 401 || `${compact}${hmac(secret, compact)}`.includes(secret),
  });
});

it('profile-update-binds-the-body: four repairs of the handler, attacked', async () => {
  const question = readQuestion('profile-update-binds-the-body', 'single-choice');
  const flaw = 'Object.assign(employee, req.body);';
  const shown = codeBlock(question);
  expect(shown).toContain(flaw);
  /** What an attacker gets out of it: internal columns written, or read in the answer. */
  const isSafe = async (code: string) => {
    const row: Record<string, unknown> = {
      id: '7',
      displayName: 'Kim',
      phone: '1',
      role: 'staff',
      approver: false,
    };
    const record = { ...row, save: async () => {} };
    type Handle = (request: object, response: object) => Promise<void>;
    let handle: Handle = async () => {};
    let answer: Record<string, unknown> = {};
    await runCode(code, {
      app: {
        patch: (_path: string, handler: Handle) => {
          handle = handler;
        },
      },
      Employee: { find: async () => record },
    });
    const body = { displayName: 'Kim L.', phone: '2', role: 'admin', approver: true };
    await handle(
      { user: { id: '7' }, params: { id: '7' }, body },
      {
        json: (sent: Record<string, unknown>) => {
          answer = sent;
        },
      },
    );
    const { displayName, role, approver } = record as Record<string, unknown>;
    expect(displayName).toBe('Kim L.');
    return role === 'staff' && approver === false && !('role' in answer) && !('approver' in answer);
  };
  const repaired = (lines: string, answer = 'res.json(employee);') =>
    shown.replace(flaw, lines).replace('res.json(employee);', answer);
  expect(await isSafe(shown)).toBe(false);
  expectChosen(question, {
    // `approver` is the new column that nobody has put on the list yet.
    'delete-role': await isSafe(repaired(`delete req.body.role; delete req.body.salaryBand; ${flaw}`)),
    'pick-fields': await isSafe(
      repaired(
        'const { displayName, phone } = req.body; Object.assign(employee, { displayName, phone });',
        'res.json({ displayName: employee.displayName, phone: employee.phone });',
      ),
    ),
    types: await isSafe(
      repaired(`for (const [name, value] of Object.entries(req.body))
        if (typeof value !== typeof employee[name]) throw new Error('wrong type');
      ${flaw}`),
    ),
    'hide-fields': await isSafe(shown),
  });
});

it('tampered-base64-cursor: the tester tries again after each change', () => {
  const question = readQuestion('tampered-base64-cursor', 'single-choice');
  interface Cursor {
    tenant: number | string;
    after: number;
  }
  const shown = JSON.parse(/`(\{.+\})`/.exec(question.stem)?.[1] ?? '') as Cursor & { tenant: number };
  const issue = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64');
  const read = (cursor: string): Cursor => JSON.parse(Buffer.from(cursor, 'base64').toString());
  const forge = (cursor: string, tenant: Cursor['tenant']) => issue({ ...read(cursor), tenant });
  /** Whose invoices come back: those of the tenant in the cursor, unless the server looks elsewhere. */
  const served = (cursor: string) => read(cursor).tenant;
  const servedSummed = (cursor: string, sum: string) => (sha256(cursor) === sum ? served(cursor) : undefined);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const servedValid = (cursor: string) => {
    const { tenant, after } = read(cursor);
    return [tenant, after].every((value) => Number.isInteger(value)) ? served(cursor) : undefined;
  };
  const servedTo = (caller: number, cursor: string) => (read(cursor).after > 0 ? caller : undefined);
  const stranger = shown.tenant + 1;
  const forged = forge(issue(shown), stranger);
  expect(served(forged)).toBe(stranger);
  expect(servedSummed(forged, sha256(issue(shown)))).toBeUndefined();
  expect(servedValid(forge(issue(shown), 'eighteen'))).toBeUndefined();
  expect(servedTo(shown.tenant, issue(shown))).toBe(shown.tenant);
  const [own, strangers] = [randomUUID(), randomUUID()];
  expectChosen(question, {
    uuid: served(forge(issue({ ...shown, tenant: own }), strangers)) !== strangers,
    checksum: servedSummed(forged, sha256(forged)) !== stranger,
    verify: servedTo(shown.tenant, forged) !== stranger,
    schema: servedValid(forged) !== stranger,
  });
});
