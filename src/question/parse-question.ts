// Text of a question file -> Question, or every problem in it with its place. Never throws on bad content.

import { emptyDraft, fillDraft, isDraftIssue } from './draft.js';
import { MAX_FILE_BYTES } from './file-limit.js';
import { type CutFile, cutFile } from './front-matter.js';
import { locator, type Path, type Place } from './locate.js';
import { hasErrors, type Problem, problemAt } from './problem.js';
import type { ProblemCode } from './problem-messages.js';
import type { Question } from './question.js';
import type { FieldIssue } from './question-type.js';
import { decodeFields } from './schema.js';
import { cutSections, SECTION_FIELDS, type SectionField } from './sections.js';
import { checksOf, TYPE_RULES } from './type-rules.js';
import { LEVELS, QUESTION_TYPES, type QuestionType } from './vocabulary.js';

export interface ParsedFile {
  /** Missing when there is an error. */
  question?: Question;
  problems: Problem[];
}

/**
 * `file` names the file in problems; `name` is its base name without `.md`, which the id has to equal
 * (undefined: not checked, for text that is not a file). `draft`: what an import lacks (sources, reasons, explanation, day
 * of review) is a warning, and the question is marked as a draft.
 */
export function parseQuestion(text: string, file: string, name?: string, draft = false): ParsedFile {
  const problems: Problem[] = [];
  const report: Report = (code, { line, column }, args, severity = 'error') =>
    problems.push({ ...problemAt(code, { file, line, column }, args), severity });
  if (text.length * 3 > MAX_FILE_BYTES && Buffer.byteLength(text) > MAX_FILE_BYTES) {
    report('file-too-large', { line: 1, column: 1 }, { limit: MAX_FILE_BYTES });
    return { problems };
  }
  const cut = cutFile(text);
  if ('problems' in cut) {
    for (const found of cut.problems) report(found.code, found, found.args);
    return { problems };
  }
  let locate: ((path: Path, key?: string) => Place) | undefined;
  const at = (path: Path, key?: string) => {
    // A field that is not there stands at the head, which is known without reading the file once more: imports lack many.
    if (path.length === 1 && !Object.hasOwn(cut.data, path[0]!)) return HEAD;
    locate ??= locator(text);
    return locate(path, key);
  };
  const { texts, problems: sectionProblems } = cutSections(cut.body, cut.bodyLine);
  const fields = decodeByType(cut, report, at, draft);
  for (const found of sectionProblems) report(found.code, found, found.args);
  reportMissingSections(texts, cut, report, draft);
  if (name !== undefined && typeof cut.data.id === 'string' && cut.data.id !== name) {
    report('id-differs', at(['id']), { id: cut.data.id, name });
  }
  // With a wrong field elsewhere the checks across fields still run, on what can be read: all problems show at once.
  const question = assemble(fields ?? readableFields(cut.data), texts);
  for (const issue of checkQuestion(question)) report(issue.code, at(issue.path), issue.args);
  if (hasErrors(problems)) return { problems };
  return { question: draft ? { ...question, draft: true } : question, problems };
}

/** Where the front matter begins. */
const HEAD: Place = { line: 1, column: 1 };

type Report = (
  code: ProblemCode,
  place: Place,
  args?: Problem['args'],
  severity?: Problem['severity'],
) => unknown;
type At = (path: Path, key?: string) => Place;

function decodeByType(
  cut: CutFile,
  report: Report,
  at: At,
  draft: boolean,
): Record<string, unknown> | undefined {
  const type = QUESTION_TYPES.find((known) => known === cut.data.type);
  if (type === undefined) {
    const code = cut.data.type === undefined ? 'field-missing' : 'field-not-allowed';
    report(code, at(['type']), { field: 'type', allowed: QUESTION_TYPES.join(', ') });
    return undefined;
  }
  const result = decodeFields(type, cut.data);
  if ('fields' in result) return result.fields;
  const lacking = draft ? result.issues.filter(isDraftIssue) : [];
  const again = lacking.length > 0 && lacking.length === result.issues.length;
  for (const issue of result.issues) {
    report(
      issue.code,
      at(issue.path, issue.atKey),
      issue.args,
      lacking.includes(issue) ? 'warning' : 'error',
    );
  }
  if (!again) return undefined;
  const paths = lacking.map(({ path }) => path);
  const filled = decodeFields(type, fillDraft(cut.data, paths));
  return 'fields' in filled ? emptyDraft(filled.fields, paths) : undefined;
}

function reportMissingSections(
  texts: Partial<Record<SectionField, string>>,
  cut: CutFile,
  report: Report,
  draft: boolean,
): void {
  const place = { line: cut.bodyLine, column: 1 };
  if (texts.stem === undefined) report('stem-missing', place);
  if (texts.explanation === undefined)
    report('section-missing', place, { section: 'Explanation' }, draft ? 'warning' : 'error');
  const type = typeOf(cut.data);
  for (const section of type === undefined ? [] : TYPE_RULES[type].sections) {
    if (texts[SECTION_FIELDS[section]] === undefined) report('section-missing', place, { section });
  }
}

/** What the checks across fields can work on: type, level and lists of raw front matter; what is missing or malformed is left out. */
function readableFields(data: Record<string, unknown>): Record<string, unknown> {
  const type = typeOf(data);
  const needed = type === undefined ? null : TYPE_RULES[type].needs;
  const names = [...listGroupsOf(type).flat(), ...(needed === null ? [] : [needed])];
  const lists = names.flatMap((name): [string, readonly unknown[]][] => {
    const list: unknown = data[name];
    if (!Array.isArray(list)) return [];
    if (list.every((member) => typeof member === 'string')) return [[name, list]];
    if (!list.every(isTextRecord)) return [];
    return [[name, list.map((member) => ({ ...member, correct: member.correct === 'true' }))]];
  });
  return { type, level: LEVELS.find((level) => level === data.level), ...Object.fromEntries(lists) };
}

const typeOf = (data: Partial<Record<string, unknown>>) => QUESTION_TYPES.find((type) => type === data.type);

/** Of a file without a known type the lists of all types are looked at. */
const listGroupsOf = (type: QuestionType | undefined): readonly (readonly string[])[] =>
  type === undefined ? Object.values(TYPE_RULES).flatMap(({ lists }) => [...lists]) : TYPE_RULES[type].lists;

const isTextRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'text', 'left', 'right'].every((name) =>
    ['string', 'undefined'].includes(typeof Reflect.get(value, name)),
  );

function assemble(fields: Record<string, unknown>, texts: Partial<Record<SectionField, string>>): Question {
  const question: Record<string, unknown> = {};
  // Field by field: to spread all but one of them takes as long as everything else here.
  for (const name of Object.keys(fields)) if (name !== 'variant-of') question[name] = fields[name];
  const { type, level } = fields as Pick<Question, 'type' | 'level'>;
  question.roles ??= [];
  question.tags ??= [];
  if (fields['variant-of'] !== undefined) question.variantOf = fields['variant-of'];
  question.seconds ??= TYPE_RULES[type]?.seconds[level];
  return Object.assign(question, { stem: '', explanation: '' }, texts) as unknown as Question;
}

function checkQuestion(question: Question): FieldIssue[] {
  const fields: Partial<Record<string, unknown>> = question as unknown as Record<string, unknown>;
  const type = typeOf(fields);
  const repeated = listGroupsOf(type).flatMap((group) => repeatedIds(group, fields));
  const rules = type === undefined ? undefined : TYPE_RULES[type];
  if (rules === undefined || (rules.needs !== null && fields[rules.needs] === undefined)) return repeated;
  return [...repeated, ...checksOf(question)];
}

const membersOf = (list: unknown): readonly { id?: string }[] => (Array.isArray(list) ? list : []);

/** In lists that share their ids. */
function repeatedIds(lists: readonly string[], fields: Partial<Record<string, unknown>>): FieldIssue[] {
  const seen = new Set<string>();
  const issues: FieldIssue[] = [];
  for (const list of lists)
    membersOf(fields[list]).forEach(({ id }, index) => {
      if (id === undefined) return;
      if (seen.has(id)) issues.push({ code: 'ids-repeat', path: [list, index, 'id'], args: { id } });
      seen.add(id);
    });
  return issues;
}
