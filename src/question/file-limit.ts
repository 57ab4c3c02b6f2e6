// How large a question file may be.

/** Bytes; YAML readers are quadratic in places, so the cap comes before any parsing. */
export const MAX_FILE_BYTES = 64 * 1024;
