// JSON with sorted keys: equal values give equal text.

/** Whatever order their fields were written in. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let json = '';
  if (Array.isArray(value)) {
    for (const member of value) json += json === '' ? canonicalJson(member) : `,${canonicalJson(member)}`;
    return `[${json}]`;
  }
  const fields: Record<string, unknown> = value as Record<string, unknown>;
  for (const name of Object.keys(value).sort()) {
    if (fields[name] === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(fields[name])}`;
  }
  return `{${json}}`;
}
