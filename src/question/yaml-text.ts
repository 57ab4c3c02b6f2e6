// YAML read and written with every scalar as text, aliases refused. The only file that knows js-yaml.

import yaml from 'js-yaml';
import { readPlainYaml } from './plain-yaml.js';

export interface YamlProblem {
  code: 'yaml-syntax' | 'yaml-alias';
  /** 1-based, in the text given. */
  line: number;
  column: number;
  reason: string;
}

/** A character that could start a YAML anchor or alias; only then is the slower, exact look taken. */
const PERHAPS_ALIAS = /(^|[\s[{,:-])[&*][^\s]/m;

/** Thrown by `parseYamlText`. */
export class YamlTextError extends Error {
  constructor(readonly problem: YamlProblem) {
    super(problem.reason);
  }
}

/** The value with text for every scalar (null where nothing stands); throws YamlTextError. */
export function parseYamlText(text: string): unknown {
  return readPlainYaml(text) ?? parseAnyYaml(text);
}

function parseAnyYaml(text: string): unknown {
  const anchorLine = PERHAPS_ALIAS.test(text) ? lineOfAnchor(text) : undefined;
  if (anchorLine !== undefined) throw aliasError(text, anchorLine);
  try {
    return yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const mark: { line: number; column: number } | undefined = error.mark;
    if (error.reason.startsWith('unidentified alias')) throw aliasError(text, mark?.line ?? 0);
    throw new YamlTextError({
      code: 'yaml-syntax',
      line: (mark?.line ?? 0) + 1,
      column: (mark?.column ?? 0) + 1,
      reason: error.reason,
    });
  }
}

/** Fields whose scalars are text already, each on lines of its own; `onOneLine`: lists as `[one, two]`. */
export function dumpYamlText(fields: Readonly<Record<string, unknown>>, onOneLine = false): string {
  return yaml.dump(fields, {
    schema: yaml.FAILSAFE_SCHEMA,
    lineWidth: -1,
    noRefs: true,
    flowLevel: onOneLine ? 1 : -1,
  });
}

function aliasError(text: string, line: number): YamlTextError {
  const column = text.split('\n')[line]?.search(/(?<=^|[\s[{,:-])[&*][^\s]/) ?? 0;
  return new YamlTextError({
    code: 'yaml-alias',
    line: line + 1,
    column: Math.max(0, column) + 1,
    reason: 'anchor or alias',
  });
}

/** 0-based line on which the first anchor was seen. */
function lineOfAnchor(text: string): number | undefined {
  let found: number | undefined;
  try {
    yaml.load(text, {
      schema: yaml.FAILSAFE_SCHEMA,
      listener(_event, state) {
        const { anchorMap, line }: { anchorMap?: object; line?: number } = state;
        if (Object.keys(anchorMap ?? {}).length > 0) found ??= line ?? 0;
      },
    });
  } catch {
    // A syntax error is reported by the real parse, with its place; what was seen before it still counts.
  }
  return found;
}
