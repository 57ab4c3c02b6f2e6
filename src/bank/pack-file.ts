// pack.yaml: the name of a pack, its topics and concepts, and what each role is asked about.

import { identifier, number, text, truth, type Zod } from '../question/parts.js';
import { type Problem, problemAt } from '../question/problem.js';
import { decodeAs, jsonSchemaOf } from '../question/schema.js';
import { LEVELS, type Level, ROLES, type Role } from '../question/vocabulary.js';
import { parseYamlText, YamlTextError } from '../question/yaml-text.js';
import { safeLine } from '../text/safe.js';
import { placeInPackFile } from './lint/place.js';

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
  /** Imported or unfinished: what its questions lack is a warning, and they are asked with a mark. */
  draft?: true | undefined;
  /** Per role the share of each topic in its interviews; the shares of a role sum to 1, topics left out have none. */
  roles?: RoleProfiles | undefined;
}

export type RoleProfiles = { [R in Role]?: Record<string, number> | undefined };

/** How far the shares of a role may be from 1 in sum: thirds are written with two or three digits. */
const SUM_SLACK = 0.011;

/** Names are printed everywhere, so they are made harmless here, once. */
const line = (z: Zod) => text(z).transform(safeLine).pipe(z.string().min(1));

const packFile = (z: Zod) =>
  z.strictObject({
    id: identifier(z),
    title: line(z),
    draft: truth(z).optional(),
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
    roles: z
      .strictObject({
        developer: shares(z),
        tester: shares(z),
        architect: shares(z),
        product: shares(z),
        analyst: shares(z),
        support: shares(z),
        writer: shares(z),
        solutions: shares(z),
      } satisfies { [R in Role]: unknown })
      .optional(),
  });

/** JSON Schema (draft 2020-12) of pack.yaml. */
export function packJsonSchema(): Record<string, unknown> {
  return { title: 'pack.yaml of api-quiz', ...jsonSchemaOf(packFile) };
}

/** Shares by topic. */
const shares = (z: Zod) => z.record(identifier(z), number(z).pipe(z.number().min(0).max(1))).optional();

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
  const { id, title, draft, topics = [], roles } = decoded.value;
  const wrong = roles === undefined ? [] : wrongSums(roles);
  if (wrong.length > 0)
    return {
      problems: wrong.map(({ role, sum }) => ({
        ...malformed(`the shares of ${role} sum to ${sum.toFixed(2)}, not to 1`),
        ...placeInPackFile(source, ['roles', role]),
      })),
    };
  return {
    pack: {
      id,
      title,
      ...(draft ? { draft } : {}),
      topics: topics.map((topic) => ({ ...topic, concepts: topic.concepts ?? [] })),
      ...(roles === undefined ? {} : { roles }),
    },
  };
}

function wrongSums(roles: RoleProfiles): { role: Role; sum: number }[] {
  return ROLES.flatMap((role) => {
    const profile = roles[role];
    if (profile === undefined) return [];
    const sum = Object.values(profile).reduce((total, share) => total + share, 0);
    return Math.abs(sum - 1) > SUM_SLACK ? [{ role, sum }] : [];
  });
}
