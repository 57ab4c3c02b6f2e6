// A curl command -> the request it would send. Nothing is run, no file is read.

import { nearestNames } from '../../text/nearest.js';
import { buildRequest, type CurlDraft, newCurlDraft, takeOption } from './curl-draft.js';
import { CURL_OPTIONS, type CurlOption, UNSUPPORTED } from './curl-options.js';
import { type RequestProblem, type RequestReading, unreadable } from './http-request.js';
import { splitWords } from './split-words.js';

/** The request of a command that begins with `curl`. */
export function readCurl(text: string): RequestReading {
  if (/\^\s*$/m.test(text) || /\^"/.test(text)) return unreadable('curl-windows');
  const split = splitWords(text.replace(/^\s*\$\s+(?=curl\b)/, ''));
  if ('problem' in split) return split;
  const draft = newCurlDraft();
  const problem = takeWords(split.words.slice(1), draft);
  return problem === undefined ? buildRequest(draft) : { problem };
}

function takeWords(words: readonly string[], draft: CurlDraft): RequestProblem | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word === '' || word === '--') continue;
    if (!word.startsWith('-') || word === '-') {
      draft.addresses.push(word);
      continue;
    }
    const taken = word.startsWith('--') ? longOption(word) : shortOptions(word);
    if ('problem' in taken) return taken.problem;
    for (const { option, shown, value: attached } of taken.options) {
      let value = attached;
      if (option.takesValue && value === undefined) {
        at += 1;
        value = words[at];
        if (value === undefined) return unreadable('curl-value-missing', { option: shown }).problem;
      }
      const problem = takeOption(draft, option.effect, shown, value ?? '');
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

interface Taken {
  option: CurlOption;
  /** As typed: `-X`, `--request`. */
  shown: string;
  /** Stands in the same word; undefined: not there. */
  value?: string | undefined;
}

type TakenWord = { options: Taken[] } | { problem: RequestProblem };

function longOption(word: string): TakenWord {
  const option = CURL_OPTIONS.find(({ long }) => `--${long}` === word);
  return option === undefined ? unknownOption(word) : { options: [{ option, shown: word }] };
}

/** `-sSL`, `-XPOST`: letters until one takes a value, which is the rest of the word. */
function shortOptions(word: string): TakenWord {
  const options: Taken[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const option = CURL_OPTIONS.find(({ short }) => short === letter);
    if (option === undefined) return unknownOption(`-${letter}`);
    const rest = word.slice(at + 1);
    if (option.takesValue) {
      options.push({ option, shown: `-${letter}`, value: rest === '' ? undefined : rest });
      break;
    }
    options.push({ option, shown: `-${letter}` });
  }
  return { options };
}

function unknownOption(option: string): { problem: RequestProblem } {
  const reason = UNSUPPORTED[option];
  if (reason !== undefined) return unreadable('curl-option-unsupported', { option, reason });
  const bare = option.replace(/=.*$/s, '');
  if (bare !== option && CURL_OPTIONS.some(({ long }) => `--${long}` === bare))
    return unreadable('curl-option-unknown', { option, hint: `Write ${bare} and its value as two words.` });
  const near = option.startsWith('--')
    ? nearestNames(
        option.slice(2, 40),
        CURL_OPTIONS.map(({ long }) => long),
        1,
      )
    : [];
  return unreadable('curl-option-unknown', {
    option,
    hint: near[0] === undefined ? '' : `Did you mean --${near[0]}?`,
  });
}
