// Colours and signs of the screens. Nothing is said by colour alone.

import { type ColorSupportLevel, coloursOf } from './colours.js';

export type Paint = (text: string) => string;

export interface Glyphs {
  pointer: string;
  right: string;
  wrong: string;
  partly: string;
  /** A right option that was not chosen. */
  omitted: string;
  rule: string;
  full: string;
  empty: string;
  ticked: string;
  unticked: string;
  bullet: string;
  gutter: string;
  enter: string;
  upDown: string;
  ellipsis: string;
  marked: string;
  above: string;
  below: string;
  arrow: string;
  dash: string;
  between: string;
}

export interface Theme {
  accent: Paint;
  strong: Paint;
  dim: Paint;
  right: Paint;
  wrong: Paint;
  warn: Paint;
  /** Inline code; without colours it keeps its backticks. */
  code: Paint;
  /** A text that leads to an address where the terminal has links; the text alone elsewhere. */
  link(text: string, address: string): string;
  glyphs: Glyphs;
}

export interface ThemeRequest {
  /** 0 none, 1 sixteen colours, 2 256, 3 millions. */
  level: ColorSupportLevel;
  ascii: boolean;
  /** A light background needs darker tones. */
  light: boolean;
  /** The terminal has links (OSC 8). */
  links?: boolean;
}

const UNICODE: Glyphs = {
  pointer: '❯',
  right: '✔',
  wrong: '✖',
  partly: '◐',
  omitted: '○',
  rule: '─',
  full: '█',
  empty: '░',
  ticked: '◼',
  unticked: '◻',
  bullet: '•',
  gutter: '│',
  enter: '⏎',
  upDown: '↑↓',
  ellipsis: '…',
  marked: '⚑',
  above: '↑',
  below: '↓',
  arrow: '→',
  dash: '–',
  between: '·',
};

const ASCII: Glyphs = {
  pointer: '>',
  right: '[+]',
  wrong: '[-]',
  partly: '[~]',
  omitted: '[o]',
  rule: '-',
  full: '#',
  empty: '.',
  ticked: '[x]',
  unticked: '[ ]',
  bullet: '*',
  gutter: '|',
  enter: 'enter',
  upDown: 'up/down',
  ellipsis: '...',
  marked: '[!]',
  above: '^',
  below: 'v',
  arrow: '->',
  dash: '-',
  between: '-',
};

const same: Paint = (text) => text;
const COLOURLESS = { accent: same, strong: same, dim: same, right: same, wrong: same, warn: same };

/** The theme for a terminal; with level 0 every paint returns its text unchanged, but code keeps its backticks. */
export function makeTheme({ level, ascii, light, links = false }: ThemeRequest): Theme {
  const colours = level === 0 ? COLOURLESS : coloursOf(level, light);
  return {
    ...colours,
    link: links ? linked : (text) => text,
    code: level === 0 ? (text) => `\`${text}\`` : colours.accent,
    glyphs: ascii ? ASCII : UNICODE,
  };
}

/** The theme from the environment: NO_COLOR and FORCE_COLOR win over what the terminal can do. */
export function themeFor(
  env: Readonly<Record<string, string | undefined>>,
  stream: { isTTY?: boolean; getColorDepth?: (env?: object) => number },
  ascii: boolean,
): Theme {
  const light = /;(7|15)$/.test(env.COLORFGBG ?? '');
  return makeTheme({ level: colourLevel(env, stream), ascii, light, links: hasLinks(env, stream) });
}

function colourLevel(
  env: Readonly<Record<string, string | undefined>>,
  stream: { isTTY?: boolean; getColorDepth?: (env?: object) => number },
): ColorSupportLevel {
  const force = env.FORCE_COLOR;
  if (force !== undefined) {
    if (force === '0' || force === 'false') return 0;
    if (force === '2' || force === '3') return Number(force) as ColorSupportLevel;
    return 1;
  }
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  if (!stream.isTTY || env.TERM === 'dumb') return 0;
  const depth = stream.getColorDepth?.(env) ?? 1;
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

/** OSC 8. An address that is none, or of another kind than the web's, is no link. */
function linked(text: string, address: string): string {
  const href = webAddress(address);
  return href === null ? text : `\u001b]8;;${href}\u0007${text}\u001b]8;;\u0007`;
}

/** The address with everything that is not plain ASCII encoded; null where it is none of the web. */
export function webAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    // Not an address: that is the answer.
    return null;
  }
}

const LINKING_PROGRAMS = /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio|mintty)$/;
const LINKING_TERMS = /^(xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/;

/** FORCE_HYPERLINK decides; else the terminals that are known to have links. A pipe has none. */
export function hasLinks(
  env: Readonly<Record<string, string | undefined>>,
  stream: { isTTY?: boolean },
): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return !/^(0|false|)$/.test(env.FORCE_HYPERLINK);
  if (!stream.isTTY || env.TERM === 'dumb' || env.CI !== undefined) return false;
  // What tmux and screen pass on depends on their version and on the terminal around them.
  if (/^(tmux|screen)/.test(env.TERM ?? '') || env.TMUX !== undefined) return false;
  return (
    LINKING_PROGRAMS.test(env.TERM_PROGRAM ?? '') ||
    LINKING_TERMS.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    ['WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM'].some((name) => env[name] !== undefined)
  );
}
