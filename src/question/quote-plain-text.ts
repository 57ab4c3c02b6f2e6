// Text that YAML cannot read because it is not quoted, in quotes: a colon within, or a sign in front that means something to YAML.

import { cutFile } from './front-matter.js';

/** More lines than this are not mended. */
const MOST = 100;

/** The file with quotes on each line that keeps it from being read; as it was where something else does, too. */
export function quotePlainText(text: string): string {
  let mended = text;
  for (let turn = 0; turn < MOST; turn += 1) {
    const cut = cutFile(mended);
    if (!('problems' in cut)) return mended;
    const [problem] = cut.problems;
    if (problem?.code !== 'yaml-syntax' && problem?.code !== 'yaml-alias') return text;
    const quoted = quoteNear(mended, problem.line - 1);
    if (quoted === undefined) return text;
    mended = quoted;
  }
  return text;
}

/** The line named, or the one above it: a parser may see only there that something was wrong. */
function quoteNear(text: string, line: number): string | undefined {
  const lines = text.split('\n');
  for (const at of [line, line - 1]) {
    const quoted = quoteLine(lines[at] ?? '', lines[at + 1] ?? '');
    if (quoted !== undefined) return lines.map((kept, place) => (place === at ? quoted : kept)).join('\n');
  }
  return undefined;
}

const MEMBER = /^(?<lead>\s*(?:- +)?(?:[A-Za-z][\w-]*: +)?)(?<value>\S.*?)[ \t]*$/;
/** What opens something that is no plain text. */
const OPENS = /^['"[{|>#]/;
/** What a plain text cannot begin with, or have within. */
const WANTS_QUOTES = /^[*&!%@`?]|: |:$/;

/** An anchor, or an alias by itself: somebody means something by it. */
const REFERS = /^&\S|^\*[\w-]+$/;

/** Undefined where the line is no single plain text behind a name or a hyphen, or goes on below. */
function quoteLine(line: string, below: string): string | undefined {
  const { lead = '', value = '' } = MEMBER.exec(line)?.groups ?? {};
  if (
    lead.trim() === '' ||
    OPENS.test(value) ||
    REFERS.test(value) ||
    !WANTS_QUOTES.test(value) ||
    value.includes(' #')
  )
    return undefined;
  const indent = (of: string) => of.search(/\S/);
  const goesOn =
    below.trim() !== '' && indent(below) > indent(line) && !/^\s*(- |[A-Za-z][\w-]*:)/.test(below);
  return goesOn ? undefined : `${lead}'${value.replaceAll("'", "''")}'`;
}
