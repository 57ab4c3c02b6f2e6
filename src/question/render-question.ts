// Question -> text of a question file: the way of every import, and the inverse of parse-question.

import type { Question } from './question.js';
import { headingsIn, mayStayOpen, SECTION_FIELDS, type SectionField } from './sections.js';
import { TYPE_RULES } from './type-rules.js';
import { dumpYamlText } from './yaml-text.js';

/** Common fields in the order of the documentation: above those of the type, and below. */
export const FIELDS_BEFORE: readonly string[] = [
  'id',
  'topic',
  'concepts',
  'type',
  'level',
  'roles',
  'tags',
  'seconds',
  'apart',
  'variantOf',
];
export const FIELDS_AFTER: readonly string[] = ['sources', 'reviewed'];
/** The pack says what is a draft, and the sections stand below the fields. */
const NOT_IN_FRONT: ReadonlySet<string> = new Set<SectionField | 'draft'>([
  'draft',
  'stem',
  ...Object.values(SECTION_FIELDS),
]);

/**
 * The file of a question: parsed again it is the same question, its texts as `fitSection` leaves them. Common fields come
 * in the order of the documentation, what is empty or equals its default is left out.
 */
export function renderQuestion(question: Question): string {
  const values = new Map<string, unknown>(Object.entries(question));
  if (question.seconds === TYPE_RULES[question.type].seconds[question.level]) values.delete('seconds');
  const own = [...values.keys()].filter(
    (name) => !FIELDS_BEFORE.includes(name) && !FIELDS_AFTER.includes(name) && !NOT_IN_FRONT.has(name),
  );
  const front = [...FIELDS_BEFORE, ...own, ...FIELDS_AFTER]
    .map((name) => renderField(name, values.get(name)))
    .join('');
  return `---\n${front}---\n${renderBody(values)}`;
}

function renderField(name: string, value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  return dumpYamlText({ [name === 'variantOf' ? 'variant-of' : name]: asText(value) }, isNames(value));
}

/** Every scalar as the text that is read back; members without a value are left out. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== '');
    return Object.fromEntries(members.map(([name, member]) => [name, asText(member)]));
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A list of plain words is written on one line. */
const isNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every((member) => typeof member === 'string' && /^[\w.-]+$/.test(member));

function renderBody(values: ReadonlyMap<string, unknown>): string {
  const sections = Object.entries(SECTION_FIELDS).flatMap(([heading, field]) => {
    const text = fitSection(String(values.get(field) ?? ''));
    return text === '' ? [] : [`## ${heading}\n${text}\n`];
  });
  return [`${fitSection(String(values.get('stem') ?? ''))}\n`, ...sections].join('\n');
}

/** The text as a section can hold it: trimmed, an open fence closed, a heading of two hashes one level down. */
export function fitSection(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  for (const { line } of headingsIn(lines.join('\n'))) lines[line] = `#${lines[line]?.trimStart()}`;
  const fitted = lines.join('\n');
  if (!mayStayOpen(fitted)) return fitted;
  const closed = ['', ...CLOSERS].map((closer) => `${fitted}${closer}`).find(endsClosed);
  // A block of HTML without end: as text it ends with the text.
  return closed ?? fitted.replace(/^( {0,3})</gm, '$1\\<');
}

/** What may close a block that would go on to the end of the file: fences of every length, and HTML. */
const CLOSERS = [
  ...['`', '~'].flatMap((mark) => [3, 4, 5, 6, 8, 12, 20].map((count) => `\n${mark.repeat(count)}`)),
  ...['-->', '?>', ']]>', '>', '</pre>', '</script>', '</style>', '</textarea>'].map((end) => `\n${end}`),
];

/** True where a heading behind the text would be one. */
function endsClosed(text: string): boolean {
  const lines = text.split('\n').length;
  return headingsIn(`${text}\n\n## Explanation`).some(({ line }) => line === lines + 1);
}
