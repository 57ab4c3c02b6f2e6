// How a hint is told, as Markdown.

export const hintWords = (hint: string): string => `**Hint** ${hint}`;
