// The line editor below a prompt, held to the line that counts.

export interface ReadLine {
  line: string;
  clearLine(direction: 0): void;
  write(text: string): void;
}

/** Puts the line that counts back into the line editor. */
export function restoreLine(rl: ReadLine, line: string): void {
  if (rl.line === line) return;
  rl.clearLine(0);
  if (line !== '') rl.write(line);
}
