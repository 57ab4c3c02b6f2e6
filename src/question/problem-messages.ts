// Problem codes in English: what is wrong and what to write instead.

import { safeLine } from '../text/safe.js';
import type { Problem } from './problem.js';

const MESSAGES: Readonly<Record<string, string>> = {
  'file-too-large': 'the file is larger than {limit} bytes; split it, one question a file',
  'file-not-regular':
    'not a regular file inside the pack (a link, a pipe or a device); copy the text into a file',
  'file-unreadable': 'cannot be read ({reason}); check its permissions',
  'file-not-text': 'is not UTF-8 text; save it as UTF-8',
  'front-matter-missing': 'the first line must be exactly ---; put the fields between two such lines',
  'front-matter-unclosed': 'the front matter has no closing --- line; add one before the stem',
  'front-matter-empty': 'there are no fields between the two --- lines; start with "id:"',
  'front-matter-not-fields': 'the front matter must be fields ("name: value"), not a list or a single value',
  'yaml-syntax': 'YAML: {reason}; a text with ": " or a leading special character needs quotes',
  'yaml-alias': 'YAML anchors and aliases (&name, *name) are not allowed; write the text out, or quote it',
  'field-missing': 'the field "{field}" is missing; add it',
  'field-unknown': 'there is no field "{field}" here; remove it or correct its name',
  'field-wrong-shape': '"{field}" must be {expected}',
  'field-not-allowed': '"{field}" must be one of: {allowed}',
  'field-too-small': '"{field}" is too small or too short; at least {minimum}',
  'field-too-big': '"{field}" is too big or too long; at most {maximum}',
  'identifier-malformed':
    '"{field}" must be lower-case letters, digits and single hyphens, such as retry-after',
  'number-malformed': '"{field}" must be a plain number such as 8.76',
  'date-malformed': '"{field}" must be a day such as 2026-11-20',
  'link-malformed': '"{field}" must be a whole https: or http: address',
  'id-differs': 'the id "{id}" must equal the file name "{name}"; rename one of them',
  'id-device-name': 'the id "{id}" is a device name on Windows; choose another',
  'id-taken': 'the id "{id}" is also used by {other}; ids are unique in a pack',
  'ids-repeat': 'the id "{id}" is used twice in this question; give each its own',
  'topic-unknown': 'there is no topic "{topic}" in pack.yaml; {hint}',
  'concept-unknown': 'there is no concept "{concept}" in pack.yaml; {hint}',
  'stem-missing': 'there is no question before the first ## heading; write the stem there',
  'section-missing': 'the section "## {section}" is missing; add it to the body',
  'section-unknown':
    'there is no section "{section}"; use Hint, Explanation, Follow-up, Interviewer or Model answer',
  'section-repeated': 'the section "{section}" stands here twice; join the two',
  'choices-no-key': 'no choice is marked right; add "correct: true" to one',
  'choices-many-keys': '{keys} choices are marked right; keep one, or use type: multiple-choice',
  'choices-all-keys': 'every choice is marked right; add a wrong one',
  'options-repeat': 'this option reads the same as "{other}"; reword one',
  'partial-is-right': 'this partial answer is also a right one; remove it from one list',
  'pairs-same-right': 'two pairs have the same right side; reword one so that the match is unique',
  'answers-orphan': 'no question file stands beside these answers; rename one of them, or remove this file',
  'answers-not-open': 'the question "{id}" is not of type open; answers beside it are never used',
  'answers-item-differs': 'the item "{id}" must equal the question beside it, "{name}"',
  'answers-id-unknown': 'the question has no "{id}" that {field} could name; correct the id',
  'lines-malformed': '"{field}" must be a line number or a range of them, such as 3 or 3-5',
  'lines-outside': 'the snippet has {count} lines, there is no {lines}; count again from 1',
  'lines-blank': 'the lines {lines} begin or end with a blank one, which cannot be marked; narrow the range',
  'lines-overlap': 'the line {line} is named twice; each line belongs to one flaw, or is sound',
  'lines-all-flawed': 'every line is flawed; add lines that are not, or ask something else',
  'snippet-too-long': 'the snippet has more than {limit} lines; show only what matters',
  'blank-places':
    'the blank "{id}" must stand once in the snippet as two braces around its id, not {places} times',
  'blank-kind': 'a blank has either "answers" (words) or "answer" (a figure); write one of them',
  'blank-field': '"{field}" does not belong to this kind of blank; remove it',
  'test-subject':
    'name exactly one of: method, target, query, header, cookie, field, body (or a list "any" of such tests)',
  'test-values':
    'with "{subject}" stand neither both of "is" and "begins" nor, for method, target and body, any of them',
  'request-part-missing': 'no part looks at the {subject}; add one with its why',
  'answer-unreadable': 'this right answer cannot be read: {reason}',
  'answer-not-right': 'this right answer does not earn full credit (see "{part}"); correct it or the parts',
  'answer-json-unannounced':
    'the body is JSON but its Content-Type does not say so; use --json or the header',
  'pack-file-malformed': 'pack.yaml: {reason}',
  'pack-too-many-files': 'more than {limit} files; split the pack',
};

/** What the lint rules of item writing find; docs/item-writing.md says where each comes from. */
const FINDINGS: Readonly<Record<string, string>> = {
  'options-alike': 'this reads the same as "{other}" but for markup, case or a full stop; reword one',
  'options-nested': 'the option "{other}" contains this one word for word; make each stand for itself',
  'options-not-parallel':
    'the right option alone is written in another form ({form}); begin and end all alike',
  'all-of-the-above': 'an option about the other options; write a real option, or use type: multiple-choice',
  'key-longest':
    'the right option has {key} characters, the longest wrong one {longest}; move detail to "why"',
  'absolute-distractors':
    'only wrong options are absolute ("{word}"), which rules them out; soften them, or the contrast',
  'hedged-key':
    'only the right option qualifies its claim ("{word}"); say it plainly, or qualify a wrong one too',
  'stem-negative': 'easy to read over: "{sentence}"; ask for what holds, or write **not** in bold',
  'stem-article':
    'the stem ends in "{article}", which this option does not fit; move the article into the options',
  'stem-count-mismatch':
    '"{sentence}" announces another number of right options than the {keys} there are; reword it',
  'keys-conflict':
    'has the stem of {other} but another key; one of the two is wrong, or the stem lacks a condition',
  'stem-repeats': 'has the same stem as {other}; remove one, or ask something else',
  'stem-near-duplicate':
    '{percent} % of its word triples are those of {other}; change the scenario or the question',
  'stem-echo':
    'of the options only the right one takes up "{word}" from the stem; name it in a wrong one too, or in none',
  'bank-key-longest':
    'in {longest} % of {items} single-choice questions the longest option is right; chance explains {allowed} %',
  'bank-type-share': '{what} makes up {percent} % of the questions; between {from} and {to} % is balanced',
  'bank-level-share': '{what} makes up {percent} % of the questions; between {from} and {to} % is balanced',
  'bank-true-false':
    '{right} true-false statements are true and {wrong} false; chance would hardly do that: even them out',
  'concept-unasked': 'no question has "{concept}" first in its concepts; write one, or remove the concept',
};

/** The message of a problem without its place. */
export function problemMessage(problem: Problem): string {
  const message = MESSAGES[problem.code] ?? FINDINGS[problem.code];
  if (message === undefined) throw new Error(`no message for problem code ${problem.code}`);
  return message.replace(/\{(\w+)\}/g, (_, name: string) => safeLine(String(problem.args[name] ?? '')));
}

/** `questions/x/y.md:12:5  error  choices-no-key  no choice is marked right; …` */
export function problemLine(problem: Problem): string {
  const place = `${safeLine(problem.file)}:${problem.line}:${problem.column}`;
  return `${place}  ${problem.severity}  ${problem.code}  ${problemMessage(problem)}`;
}

/** Every code of what the format refuses. */
export function knownProblemCodes(): string[] {
  return Object.keys(MESSAGES);
}

/** Every code of what the lint rules of item writing find. */
export function knownFindingCodes(): string[] {
  return Object.keys(FINDINGS);
}
