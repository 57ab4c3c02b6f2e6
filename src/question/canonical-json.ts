// JSON with sorted keys: equal values give equal text.

/** A text with any of these is not written as it is: quotes, backslashes, controls, and what may be half of a pair. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Whatever order their fields were written in. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let json = '';
  if (Array.isArray(value)) {
    for (const member of value) json += json === '' ? canonicalJson(member) : `,${canonicalJson(member)}`;
    return `[${json}]`;
  }
  const fields: Record<string, unknown> = value as Record<string, unknown>;
  for (const name of Object.keys(value).sort()) {
    if (fields[name] === undefined) continue;
    json += `${json === '' ? '' : ','}${quoted(name)}:${canonicalJson(fields[name])}`;
  }
  return `{${json}}`;
}
