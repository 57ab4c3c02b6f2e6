// Keys about notation: addresses, negotiated types, dates and timings, read from the stems and taken apart by Node.

import { expect, it } from 'vitest';
import { codeBlock, expectFigure, expectText, readQuestion } from './question-key.js';

it('full-address-from-the-docs: base, path and required parameter make one URL', () => {
  const question = readQuestion('full-address-from-the-docs', 'short-answer');
  const docs = codeBlock(question);
  const base = (name: string) => new RegExp(`${name}\\s+(https:\\S+)`).exec(docs)?.[1] ?? '';
  const path = /^GET (\S+)/m.exec(docs)?.[1] ?? '';
  const required = [...docs.matchAll(/^\s+(\w+)\s+\w+, required/gm)].map(([, name]) => name as string);
  expect(required).toEqual(['city']);
  const address = (from: string) => {
    const url = new URL(`${from}${path}`);
    for (const name of required) url.searchParams.set(name, 'Bath');
    return url.href;
  };
  const resolved = new URL(path, base('Sandbox')).href;
  expectText(question, address(base('Sandbox')), address(base('Production')), `${resolved}?city=Bath`);
});

/** The weight of a media type by the most specific range that matches (RFC 9110, section 12.5.1). */
function weight(type: string, accept: string): number {
  const [family] = type.split('/');
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    return { rank: [`*/*`, `${family}/*`, type].indexOf(name), q: q === undefined ? 1 : Number(q.slice(2)) };
  });
  const matching = ranges.filter(({ rank }) => rank >= 0).sort((one, other) => other.rank - one.rank);
  return matching[0]?.q ?? 0;
}

it('media-type-picked-from-accept: the weights of what is available', () => {
  const rfcExample = 'text/*;q=0.3, text/html;q=0.7, text/plain;q=0.4, */*;q=0.5';
  const weights = ['text/html', 'text/plain', 'text/css', 'image/jpeg'].map((type) => weight(type, rfcExample));
  expect(weights).toEqual([0.7, 0.4, 0.3, 0.5]);
  const question = readQuestion('media-type-picked-from-accept', 'short-answer');
  const accept = codeBlock(question).replace('Accept: ', '').trim();
  const available = [...(question.stem.split('```')[0] as string).matchAll(/`([^`]+)`/g)].map(([, type]) => type as string);
  const ranked = available
    .filter((type) => weight(type, accept) > 0)
    .sort((one, other) => weight(other, accept) - weight(one, accept));
  const refused = available.filter((type) => type !== ranked[0]);
  expectText(question, ranked[0] ?? '', ...refused);
});

it('curl-timings-of-a-slow-call: from the start of the transfer to the first byte', () => {
  const question = readQuestion('curl-timings-of-a-slow-call', 'numeric');
  const seconds = (name: string) => Number(new RegExp(`^${name}\\s+([\\d.]+)`, 'm').exec(codeBlock(question))?.[1]);
  const between = (from: string, to: string) => (seconds(to) - seconds(from)) * 1000;
  expectFigure(
    question,
    between('time_pretransfer', 'time_starttransfer'),
    seconds('time_starttransfer') * 1000,
    between('time_pretransfer', 'time_total'),
  );
});

it('median-minutes-to-first-call: the log of the stem, up to the first 200', () => {
  const question = readQuestion('median-minutes-to-first-call', 'numeric');
  const minute = (time: string | undefined) => {
    const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
    return hours * 60 + minutes;
  };
  const medianTo = (answer: RegExp) => {
    const waits = codeBlock(question)
      .trim()
      .split('\n')
      .map((line) => minute(answer.exec(line)?.[1]) - minute(/sign-up (\S+)/.exec(line)?.[1]))
      .sort((one, other) => one - other);
    expect(waits).toHaveLength(5);
    return waits[2] as number;
  };
  expectFigure(question, medianTo(/200 at (\S+)/), medianTo(/\d{3} at (\S+)/));
});

it('yen-price-in-minor-units: as many decimals as the currency has', () => {
  const question = readQuestion('yen-price-in-minor-units', 'numeric');
  const minor = (amount: number, currency: string) => {
    const { maximumFractionDigits = 0 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return Math.round(amount * 10 ** maximumFractionDigits);
  };
  expect(minor(19.99, 'USD')).toBe(1999);
  const price = Number(/([\d,]+) yen/.exec(question.stem)?.[1]?.replace(',', ''));
  expectFigure(question, minor(price, 'JPY'), minor(price, 'USD'));
});
