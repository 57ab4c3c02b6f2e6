// Problem codes of the file format in English: what is wrong and what to write instead. Lint rules bring their own message.

export const PROBLEM_MESSAGES = {
  'file-too-large': 'the file is larger than {limit} bytes; split it, one question a file',
  'file-not-regular':
    'not a regular file inside the pack (a link, a pipe or a device); copy the text into a file',
  'file-unreadable': 'cannot be read ({reason}); check its permissions',
  'file-not-text': 'is not UTF-8 text; save it as UTF-8',
  'file-missing': 'cannot be found ({reason})',
  'file-ending': 'not read: its ending is not .md; rename it',
  'file-name-not-text': 'not read: its name is not UTF-8; rename it',
  'folder-too-deep': 'not read: it lies more than four folders deep; move it up',
  'folder-is-link': 'not read: links are not followed; put the folder itself here, or name it as a pack',
  'pack-file-name': 'not read: the file of topics is called pack.yaml; rename it',
  'pack-empty': 'there is no question here: question files end in .md',
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
  'profile-topic-unknown': 'the profile of {role} names a topic "{topic}" that no pack has; {hint}',
  'pack-too-many-files': 'more than {limit} files; split the pack',
};

export type ProblemCode = keyof typeof PROBLEM_MESSAGES;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_MESSAGES, text);
}
