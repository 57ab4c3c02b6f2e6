// A question that is imported again: what the source has changed is taken over, what a person has edited is kept.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../question/canonical-json.js';
import type { Question } from '../question/question.js';

/** Hash of each field as it was imported last. */
export type FieldHashes = Readonly<Record<string, string>>;

export interface Merged {
  question: Question;
  /** Fields that both have changed; the person's stand. */
  conflicts: string[];
}

/** Hash of each field that is there, 10 hexadecimal digits. */
export function hashFields(question: Question): Record<string, string> {
  const fields = Object.entries(question).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([name, value]) => [name, hashOf(value)]));
}

/** Field by field, three ways: as imported last (`base`), as it is in the file, as it comes now. */
export function mergeQuestion(base: FieldHashes, mine: Question, theirs: Question): Merged {
  // Another type has other fields: what a person made of the old ones cannot be fitted to them.
  if (mine.type !== theirs.type) {
    const edited = hashOf(mine.type) !== base.type || isEdited(base, mine);
    return edited ? { question: mine, conflicts: ['type'] } : { question: theirs, conflicts: [] };
  }
  const ours = hashFields(mine);
  const incoming = hashFields(theirs);
  const conflicts: string[] = [];
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].flatMap(
    (name): [string, unknown][] => {
      const keepMine = ours[name] !== base[name];
      if (keepMine && incoming[name] !== base[name] && incoming[name] !== ours[name]) conflicts.push(name);
      const value: unknown = Reflect.get(keepMine ? mine : theirs, name);
      return value === undefined ? [] : [[name, value]];
    },
  );
  // Both were questions of this type, and every field comes from one of the two.
  return { question: Object.fromEntries(fields) as unknown as Question, conflicts };
}

const isEdited = (base: FieldHashes, mine: Question) =>
  Object.entries(hashFields(mine)).some(([name, hash]) => base[name] !== hash);

const hashOf = (value: unknown) =>
  createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 10);
