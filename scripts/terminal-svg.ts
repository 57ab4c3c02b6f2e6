// The cells of a terminal as an SVG picture in a calm window. Pure: the same cells give the same text.

/** A stretch of cells with one look. */
export interface Run {
  text: string;
  /** Colour of the palette, 0 to 15; null: the window's own. */
  colour: number | null;
  bold: boolean;
  dim: boolean;
}

const FONT_SIZE = 15;
/** Advance of DejaVu Sans Mono: 1233 of 2048 units. */
const CELL_WIDTH = (FONT_SIZE * 1233) / 2048;
const LINE_HEIGHT = 20;
const PADDING = 18;
const TITLE_HEIGHT = 44;

const BAR_HEIGHT = 25;

const INK = '#e4e6eb';
const DIM_INK = '#8b93a1';
const PAPER = '#171a21';
const BAR = '#20242d';
const PALETTE: Readonly<Record<number, string>> = {
  1: '#f07178',
  2: '#8fd48a',
  3: '#f2c76e',
  4: '#82aaff',
  5: '#c792ea',
  6: '#6fd0e8',
  8: DIM_INK,
};

/** Rows of runs as an SVG document, `columns` cells wide. */
export function terminalSvg(rows: readonly (readonly Run[])[], columns: number, title: string): string {
  const width = round(columns * CELL_WIDTH + 2 * PADDING);
  const height = TITLE_HEIGHT + rows.length * LINE_HEIGHT + PADDING;
  const lines = rows.flatMap((runs, row) => textOfRow(runs, TITLE_HEIGHT + 14 + row * LINE_HEIGHT));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="${width}" height="${height}" rx="9" fill="${PAPER}"/>`,
    `<path d="M0 9a9 9 0 0 1 9-9h${round(width - 18)}a9 9 0 0 1 9 9v${BAR_HEIGHT - 9}H0z" fill="${BAR}"/>`,
    ...['#f07178', '#f2c76e', '#8fd48a'].map(
      (colour, index) =>
        `<circle cx="${18 + index * 18}" cy="12.5" r="5" fill="${colour}" fill-opacity=".85"/>`,
    ),
    `<g font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="${FONT_SIZE}" xml:space="preserve">`,
    `<text x="${round(width / 2)}" y="17" font-size="12" text-anchor="middle" fill="${DIM_INK}">${escapeXml(title)}</text>`,
    ...lines,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

function textOfRow(runs: readonly Run[], y: number): string[] {
  let column = 0;
  return runs.flatMap((run) => {
    const x = round(PADDING + column * CELL_WIDTH);
    column += [...run.text].length;
    if (run.text.trim() === '') return [];
    const ink = run.colour === null ? (run.dim ? DIM_INK : INK) : (PALETTE[run.colour] ?? INK);
    const weight = run.bold ? ' font-weight="bold"' : '';
    return [`<text x="${x}" y="${y}" fill="${ink}"${weight}>${escapeXml(run.text)}</text>`];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );
}
