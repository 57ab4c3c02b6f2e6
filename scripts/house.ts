// `npm run house`: figures of the code in src, read from its syntax trees; exit 1 where the walls that CI holds are broken.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

interface House {
  path: string;
  lines: number;
  imports: string[];
  assertions: number;
  /** Names of exported declarations. */
  names: string[];
  longFunctions: string[];
}

const LONGEST_FUNCTION = 50;
const LONGEST_FILE = 250;

const files = pathsIn('src').map(look);
const lines = files.reduce((sum, file) => sum + file.lines, 0);
const cycles = cyclesOf(new Map(files.map(({ path, imports }) => [path, imports])));
const assertions = files.reduce((sum, file) => sum + file.assertions, 0);
const twice = namesInSeveralFiles();
const longFunctions = files.flatMap((file) => file.longFunctions);
const longFiles = files.filter((file) => file.lines > LONGEST_FILE).map(({ path }) => path);
const verbs = files.flatMap(({ path, imports }) =>
  path.startsWith('src/commands/')
    ? imports.filter((target) => target.startsWith('src/commands/')).map((target) => `${path} -> ${target}`)
    : [],
);

console.log(`${files.length} files, ${lines} lines`);
tell('import cycles, types included', cycles);
tell(`functions over ${LONGEST_FUNCTION} lines`, longFunctions);
tell(`files over ${LONGEST_FILE} lines`, longFiles);
tell('verbs importing verbs', verbs);
console.log(`type assertions per 1,000 lines: ${((1000 * assertions) / lines).toFixed(1)} (${assertions})`);
tell('exported names that stand in two files', twice);
if (cycles.length + longFunctions.length + longFiles.length + verbs.length > 0) process.exitCode = 1;

function tell(what: string, found: readonly string[]): void {
  console.log(`${what}: ${found.length}${found.length === 0 ? '' : `\n  ${found.join('\n  ')}`}`);
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsIn(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

function look(path: string): House {
  const code = readFileSync(path, 'utf8');
  const { program, module } = parseSync(path, code);
  const lineOf = (offset: number) => code.slice(0, offset).split('\n').length;
  const house: House = {
    path,
    lines: code.trimEnd().split('\n').length,
    imports: [],
    assertions: 0,
    names: [],
    longFunctions: [],
  };
  const measure = (node: { start: number; end: number }) => {
    const from = lineOf(node.start);
    const length = lineOf(node.end) - from + 1;
    if (length > LONGEST_FUNCTION) house.longFunctions.push(`${path}:${from} (${length})`);
  };
  new Visitor({
    TSAsExpression(node) {
      const constant = code.slice(node.typeAnnotation.start, node.typeAnnotation.end) === 'const';
      if (!constant) house.assertions += 1;
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    ImportExpression(node) {
      const text = code.slice(node.source.start + 1, node.source.end - 1);
      house.imports.push(...local(path, text));
    },
  }).visit(program);
  const targets = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value ?? ''),
    ),
  ];
  house.imports.push(...targets.flatMap((target) => local(path, target)));
  house.names = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.moduleRequest ? [] : (entry.exportName.name ?? []))),
  );
  return house;
}

function local(from: string, target: string): string[] {
  return target.startsWith('.') ? [normalize(join(dirname(from), target)).replace(/\.js$/, '.ts')] : [];
}

function namesInSeveralFiles(): string[] {
  const places = new Map<string, string[]>();
  for (const { path, names } of files)
    for (const name of new Set(names)) places.set(name, [...(places.get(name) ?? []), path]);
  return [...places]
    .flatMap(([name, paths]) => (paths.length > 1 ? [`${name}: ${paths.join(', ')}`] : []))
    .sort();
}

/** Strongly connected components of more than one file (Tarjan 1972). */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) {
        visit(next);
        low.set(path, Math.min(low.get(path)!, low.get(next)!));
      } else if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, index.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1) found.push(members.join(' <-> '));
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return found;
}
