// Text of an `<id>.answers.yaml` file -> exemplar answers, or every problem in it with its place. Never throws on bad content.

import { EXEMPLAR_KINDS, type Exemplar } from './exemplar.js';
import { MAX_FILE_BYTES } from './file-limit.js';
import { locator, type Path, type Place } from './locate.js';
import { identifier, text, type Zod } from './parts.js';
import { type Problem, problemAt } from './problem.js';
import type { ProblemCode } from './problem-messages.js';
import type { Question } from './question.js';
import { decodeAs } from './schema.js';
import { parseYamlText, YamlTextError } from './yaml-text.js';

const ids = (z: Zod) => z.array(identifier(z)).min(1).max(12);

const exemplarsFile = (z: Zod) =>
  z.strictObject({
    item: identifier(z),
    answers: z
      .array(
        z.strictObject({
          voice: identifier(z),
          kind: z.enum(EXEMPLAR_KINDS),
          sentences: z
            .array(
              z.strictObject({
                text: text(z),
                points: ids(z).optional(),
                half: ids(z).optional(),
                flags: ids(z).optional(),
              }),
            )
            .min(1)
            .max(60),
        }),
      )
      .min(1)
      .max(40),
  });

/** `file` names the file in problems; `question` is the one that the answers are to. */
export function parseExemplars(
  source: string,
  file: string,
  question: Question,
): { exemplars: Exemplar[]; problems: [] } | { problems: Problem[] } {
  const problem = (code: ProblemCode, place: Place, args: Problem['args'] = {}) =>
    problemAt(code, { file, ...place }, args);
  if (Buffer.byteLength(source) > MAX_FILE_BYTES)
    return { problems: [problem('file-too-large', { line: 1, column: 1 }, { limit: MAX_FILE_BYTES })] };
  let data: unknown;
  try {
    data = parseYamlText(source);
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    const { code, reason, ...place } = error.problem;
    return { problems: [problem(code, place, { reason })] };
  }
  const at = placesIn(source);
  const decoded = decodeAs(exemplarsFile, data);
  if ('issues' in decoded)
    return {
      problems: decoded.issues.map(({ code, path, atKey, args }) => problem(code, at(path, atKey), args)),
    };
  const { item, answers } = decoded.value;
  const problems = mismatches(item, answers, question).map(({ code, path, args }) =>
    problem(code, at(path), args),
  );
  return problems.length > 0 ? { problems } : { exemplars: answers, problems: [] };
}

/** The locator reads front matter, so the file is shown to it as one: everything stands a line lower. */
function placesIn(source: string): (path: Path, key?: string) => Place {
  const locate = locator(`---\n${source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')}\n---\n`);
  return (path, key) => {
    const { line, column } = locate(path, key);
    return { line: Math.max(1, line - 1), column };
  };
}

interface Mismatch {
  code: ProblemCode;
  path: Path;
  args: Problem['args'];
}

/** What does not fit the question: another id, another type, points and flags that it does not have. */
function mismatches(item: string, answers: readonly Exemplar[], question: Question): Mismatch[] {
  if (question.type !== 'open')
    return [{ code: 'answers-not-open', path: ['item'], args: { id: question.id } }];
  const found: Mismatch[] = [];
  if (item !== question.id)
    found.push({ code: 'answers-item-differs', path: ['item'], args: { id: item, name: question.id } });
  const points = new Set(question.rubric.map(({ id }) => id));
  const flags = new Set((question.avoid ?? []).map(({ id }) => id));
  const known = { points, half: points, flags };
  answers.forEach(({ sentences }, answer) => {
    sentences.forEach((sentence, at) => {
      for (const list of ['points', 'half', 'flags'] as const) {
        (sentence[list] ?? []).forEach((id, place) => {
          if (known[list].has(id)) return;
          const path = ['answers', answer, 'sentences', at, list, place];
          found.push({ code: 'answers-id-unknown', path, args: { id, field: list } });
        });
      }
    });
  });
  return found;
}
