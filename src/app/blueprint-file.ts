// A blueprint from a YAML file: `parts`, each with topic, level, type and count.

import type { Bank } from '../bank/bank.js';
import { readTextFile } from '../bank/read-folder.js';
import { identifier, number, type Zod } from '../question/parts.js';
import { decodeAs } from '../question/schema.js';
import { LEVELS, QUESTION_TYPES } from '../question/vocabulary.js';
import { parseYamlText, YamlTextError } from '../question/yaml-text.js';
import type { BlueprintPart } from '../session/choose/blueprint.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';

const blueprintFile = (z: Zod) =>
  z.strictObject({
    parts: z
      .array(
        z.strictObject({
          topic: identifier(z).optional(),
          level: z.enum(LEVELS).optional(),
          type: z.enum(QUESTION_TYPES).optional(),
          count: number(z).pipe(z.number().int().min(1).max(200)),
        }),
      )
      .min(1)
      .max(100),
  });

/** Throws Failure `blueprint-unreadable` or `blueprint-wrong`, with the place. */
export function readBlueprint(path: string, bank: Bank): BlueprintPart[] {
  const read = readTextFile(path);
  if ('code' in read) throw new Failure('blueprint-unreadable', { path, reason: read.reason });
  const wrong = (where: string, reason: string) => new Failure('blueprint-wrong', { path, where, reason });
  let data: unknown;
  try {
    data = parseYamlText(read.text);
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    throw wrong(`${error.problem.line}:${error.problem.column}`, error.problem.reason);
  }
  const decoded = decodeAs(blueprintFile, data);
  if ('issues' in decoded) {
    const [issue] = decoded.issues;
    throw wrong(
      [...(issue?.path ?? []), issue?.atKey ?? ''].filter((step) => step !== '').join('.') || 'top',
      issue?.code ?? '',
    );
  }
  const topics = bank.topics.map((topic) => topic.slug);
  for (const [index, { topic }] of decoded.value.parts.entries()) {
    if (topic !== undefined && !topics.includes(topic)) {
      throw wrong(
        `parts.${index}.topic`,
        `there is no topic ${topic}; near to it: ${nearestNames(topic, topics).join(', ')}`,
      );
    }
  }
  return decoded.value.parts;
}
