// What a thrown value says.

/** The message of an Error; anything else as text. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
