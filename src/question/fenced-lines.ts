// Which lines of a Markdown text are fenced code: told line by line, without a parser.

export interface FencedLine {
  text: string;
  /** Within a fence, or one of the fences themselves. */
  code: boolean;
}

/** The lines of a text; a fence that is never closed goes on to its end. */
export function fencedLines(markdown: string): FencedLine[] {
  let fence = '';
  return markdown.split('\n').map((text) => {
    const before = fence;
    fence = openFence(fence, text);
    return { text, code: before !== '' || fence !== '' };
  });
}

/** The fence that is open behind a line, given the one that was open before it; empty for none. */
function openFence(fence: string, line: string): string {
  // Backticks that close on the same line are inline code.
  const [, mark, info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (!mark || (mark.startsWith('`') && info.includes('`'))) return fence;
  if (fence === '') return mark;
  return mark.startsWith(fence) && line.trim() === mark ? '' : fence;
}
