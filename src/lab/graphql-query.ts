// The text of a GraphQL query -> its fields. One operation; fields, aliases, arguments, variables; no fragments.

export interface Field {
  name: string;
  alias: string;
  args: Record<string, unknown>;
  fields: Field[] | null;
}

/** What is wrong with a query, in words for its author. */
export class GraphqlProblem extends Error {}

const MOST_FIELDS = 500;
const DEEPEST = 12;
const TOKEN =
  /\s*(?:#[^\n]*\s*)*([A-Za-z_]\w*|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|\$[A-Za-z_]\w*|[{}()[\]:,!=])/y;

/** The fields asked for at the root; throws GraphqlProblem. */
export function parseGraphql(query: string, variables: Record<string, unknown>): Field[] {
  return new Reader(tokensOf(query), variables).operation();
}

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  const end = query.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(query)?.[1];
    if (token === undefined) throw new GraphqlProblem(`Syntax Error at character ${at + 1}.`);
    if (token !== ',') tokens.push(token);
  }
  return tokens;
}

class Reader {
  private at = 0;
  private count = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly variables: Record<string, unknown>,
  ) {}

  operation(): Field[] {
    const first = this.tokens[0];
    if (first === 'mutation' || first === 'subscription')
      throw new GraphqlProblem('This API has queries only.');
    // Name and variables of the operation say nothing that is needed here.
    if (first === 'query') while (this.at < this.tokens.length && this.tokens[this.at] !== '{') this.at += 1;
    return this.selection(1);
  }

  private take(wanted?: string): string {
    const token = this.tokens[this.at];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new GraphqlProblem(`Syntax Error: expected ${wanted ?? 'more'}, found ${token ?? 'the end'}.`);
    this.at += 1;
    return token;
  }

  private selection(depth: number): Field[] {
    if (depth > DEEPEST) throw new GraphqlProblem('The query is nested too deeply.');
    this.take('{');
    const fields: Field[] = [];
    while (this.tokens[this.at] !== '}') fields.push(this.field(depth));
    this.take('}');
    if (fields.length === 0) throw new GraphqlProblem('Syntax Error: an empty selection.');
    return fields;
  }

  private field(depth: number): Field {
    this.count += 1;
    if (this.count > MOST_FIELDS) throw new GraphqlProblem('The query has too many fields.');
    const alias = this.take();
    if (!/^[A-Za-z_]/.test(alias)) throw new GraphqlProblem(`Syntax Error: unexpected ${alias}.`);
    let name = alias;
    if (this.tokens[this.at] === ':') {
      this.take(':');
      name = this.take();
    }
    const args = this.args();
    return { name, alias, args, fields: this.tokens[this.at] === '{' ? this.selection(depth + 1) : null };
  }

  private args(): Record<string, unknown> {
    const given: Record<string, unknown> = {};
    if (this.tokens[this.at] !== '(') return given;
    this.take('(');
    while (this.tokens[this.at] !== ')') {
      const name = this.take();
      this.take(':');
      given[name] = this.value();
    }
    this.take(')');
    return given;
  }

  private value(): unknown {
    const token = this.take();
    if (token.startsWith('$')) return this.variables[token.slice(1)] ?? null;
    if (/^["\d-]/.test(token)) {
      try {
        return JSON.parse(token);
      } catch {
        throw new GraphqlProblem(`Syntax Error: ${token.slice(0, 40)}.`);
      }
    }
    return token === 'true' ? true : token === 'false' ? false : token;
  }
}
