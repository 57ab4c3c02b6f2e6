// The fields of a front matter in the order of the documentation; comments go with the field below them.

import { FIELDS_AFTER, FIELDS_BEFORE } from './render-question.js';

interface FieldLines {
  name: string;
  lines: string[];
}

const FIELD = /^([A-Za-z][\w-]*)[ \t]*:/;

/** The text of a front matter, lines of a field together; what stands above the first field stays there. */
export function orderFields(front: string): string {
  const fields: FieldLines[] = [];
  const head: string[] = [];
  let comments: string[] = [];
  for (const line of front.replace(/\n$/, '').split('\n')) {
    const name = FIELD.exec(line)?.[1];
    const last = fields.at(-1);
    if (name !== undefined) {
      fields.push({ name: name === 'variant-of' ? 'variantOf' : name, lines: [...comments, line] });
      comments = [];
    } else if (last === undefined) head.push(line);
    else if (line.startsWith('#')) comments.push(line);
    else {
      // A comment within a field is a part of it.
      last.lines.push(...comments, line);
      comments = [];
    }
  }
  const ordered = [...fields].sort((a, b) => rankOf(a.name) - rankOf(b.name));
  return `${[...head, ...ordered.flatMap(({ lines }) => lines), ...comments].join('\n')}\n`;
}

/** Fields of a type keep the order they have, between the common ones. */
function rankOf(name: string): number {
  const before = FIELDS_BEFORE.indexOf(name);
  return before >= 0 ? before : FIELDS_BEFORE.length + 1 + FIELDS_AFTER.indexOf(name);
}
