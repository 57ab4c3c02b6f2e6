// Untrusted text made harmless for a terminal: nothing in it may move the cursor, recolour or reorder the line.

// C0 and C1 controls (ESC included), DEL, and the bidirectional overrides, isolates and marks.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LINE_CONTROLS = /[\n\u2028\u2029]+/g;

/** Text of one or more lines without control characters; CRLF becomes LF, a tab two spaces. */
export function safeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '');
}

/** The same on one line: line breaks and runs of blanks become one blank. */
export function safeLine(text: string): string {
  return safeText(text).replace(LINE_CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
}
