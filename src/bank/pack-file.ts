// pack.yaml: the name of a pack, its topics and concepts.

import { identifier, text, type Zod } from '../question/parts.js';
import { type Problem, problemAt } from '../question/problem.js';
import { decodeAs } from '../question/schema.js';
import { LEVELS, type Level } from '../question/vocabulary.js';
import { parseYamlText, YamlTextError } from '../question/yaml-text.js';
import { safeLine } from '../text/safe.js';

export interface Concept {
  slug: string;
  title: string;
  level?: Level | undefined;
  /** The one line a candidate must be able to say. */
  know?: string | undefined;
}

export interface Topic {
  slug: string;
  title: string;
  scope?: string | undefined;
  concepts: Concept[];
}

export interface PackFile {
  id: string;
  title: string;
  topics: Topic[];
}

/** Names are printed everywhere, so they are made harmless here, once. */
const line = (z: Zod) => text(z).transform(safeLine).pipe(z.string().min(1));

const packFile = (z: Zod) =>
  z.strictObject({
    id: identifier(z),
    title: line(z),
    topics: z
      .array(
        z.strictObject({
          slug: identifier(z),
          title: line(z),
          scope: line(z).optional(),
          concepts: z
            .array(
              z.strictObject({
                slug: identifier(z),
                title: line(z),
                level: z.enum(LEVELS).optional(),
                know: line(z).optional(),
              }),
            )
            .max(500)
            .optional(),
        }),
      )
      .max(200)
      .optional(),
  });

/** The pack, or every problem in it; `file` names it in problems. */
export function parsePackFile(source: string, file: string): { pack: PackFile } | { problems: Problem[] } {
  const malformed = (reason: string, line = 1, column = 1): Problem =>
    problemAt('pack-file-malformed', { file, line, column }, { reason });
  let data: unknown;
  try {
    data = parseYamlText(source);
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    return { problems: [malformed(error.problem.reason, error.problem.line, error.problem.column)] };
  }
  const decoded = decodeAs(packFile, data);
  if ('issues' in decoded) {
    return {
      problems: decoded.issues.map((issue) =>
        malformed(`${issue.code} at ${[...issue.path, issue.atKey ?? []].flat().join('.') || 'the top'}`),
      ),
    };
  }
  const { id, title, topics = [] } = decoded.value;
  return {
    pack: { id, title, topics: topics.map((topic) => ({ ...topic, concepts: topic.concepts ?? [] })) },
  };
}
