// A program and its arguments as people write them into EDITOR and PAGER, cut into words without a shell.

/** Words; blanks separate, quotes hold blanks together. */
export function commandWords(text: string): string[] {
  return (text.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ''));
}
