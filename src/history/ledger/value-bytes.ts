// A value of a checkpoint as bytes: its columns of numbers as they lie in memory, all else as JSON. In text a long history's would be there thrice.

/** In the place of a column: how many numbers it has. They follow the JSON in the order in which they were met. */
interface ColumnHere {
  column: number;
}

const LENGTH_BYTES = 4;

/** Columns are looked for in objects within objects, not in lists. */
export function renderValue(value: unknown): Buffer {
  const columns: Float64Array[] = [];
  const json = Buffer.from(
    JSON.stringify(
      replaced(value, (member) => {
        if (!(member instanceof Float64Array)) return undefined;
        columns.push(member);
        return { column: member.length } satisfies ColumnHere;
      }),
    ),
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const bytes = columns.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength));
  return Buffer.concat([length, json, ...bytes]);
}

/** What was rendered, of bytes that are known to be whole. */
export function openValue(bytes: Buffer): unknown {
  let at = LENGTH_BYTES + bytes.readUInt32LE(0);
  return replaced(JSON.parse(bytes.toString('utf8', LENGTH_BYTES, at)), (member) => {
    if (!isColumnHere(member)) return undefined;
    const column = new Float64Array(member.column);
    at += bytes.copy(new Uint8Array(column.buffer), 0, at, at + column.byteLength);
    return column;
  });
}

const isColumnHere = (member: object): member is ColumnHere => 'column' in member;

/** A copy in which `other` has put something in the place of objects; undefined: it stays. */
function replaced(value: unknown, other: (member: object) => object | undefined): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return (
    other(value) ??
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, other)]))
  );
}
