// YAML read with every scalar as text, aliases refused. The only file that knows js-yaml.

import yaml from 'js-yaml';

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
  if (PERHAPS_ALIAS.test(text) && usesAlias(text)) {
    throw new YamlTextError({ code: 'yaml-alias', line: 1, column: 1, reason: 'anchor or alias' });
  }
  try {
    return yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const mark = error.mark as { line: number; column: number } | undefined;
    throw new YamlTextError({
      code: 'yaml-syntax',
      line: (mark?.line ?? 0) + 1,
      column: (mark?.column ?? 0) + 1,
      reason: error.reason,
    });
  }
}

function usesAlias(text: string): boolean {
  let found = false;
  try {
    yaml.load(text, {
      schema: yaml.FAILSAFE_SCHEMA,
      listener(_event, state) {
        if (Object.keys((state as { anchorMap?: object }).anchorMap ?? {}).length > 0) found = true;
      },
    });
  } catch {
    // A syntax error is reported by the real parse, with its place; what was seen before it still counts.
  }
  return found;
}
