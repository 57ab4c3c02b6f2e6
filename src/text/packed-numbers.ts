// Many numbers as one text that goes through JSON without losing a bit, and back.

/** Base64 of their 64 bits each, in the machine's order. */
export function packNumbers(numbers: readonly number[] | Float64Array): string {
  const values = numbers instanceof Float64Array ? numbers : new Float64Array(numbers);
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

export function unpackNumbers(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  const numbers = new Float64Array(bytes.length / Float64Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}
