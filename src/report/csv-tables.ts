// The tables a CSV report can be; apart from their rendering, so that naming them loads nothing.

export const CSV_TABLES = ['answers', 'topics'] as const;
