// Where the time of a start goes: a profile of it, each sample counted for the nearest frame that says what is going on.

export const STAGES = [
  'Node',
  'its modules',
  'files',
  'commander',
  'index',
  'history',
  'verb',
  'saving',
  'output',
  'memory',
] as const;
export type Stage = (typeof STAGES)[number];

/** Of a V8 profile, as `--cpu-prof` writes it. */
export interface Profile {
  nodes: readonly ProfileNode[];
  /** Ids of nodes. */
  samples: readonly number[];
  /** Microseconds before each sample. */
  timeDeltas: readonly number[];
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number };
  children?: readonly number[];
}

/** Functions of Node and of V8. */
const THEIRS: Readonly<Record<string, Stage>> = {
  '(garbage collector)': 'memory',
  compileForInternalLoader: 'its modules',
  compileForPublicLoader: 'its modules',
  requireBuiltin: 'its modules',
  getStdout: 'output',
  wrapSafe: 'files',
  'Module._load': 'files',
  Script: 'files',
};

/** Functions of ours, by the names they have in dist. */
export const OURS: Readonly<Record<string, Stage>> = {
  programFiles: 'files',
  load: 'files',
  runProgram: 'commander',
  openBank: 'index',
  loadCompiledPack: 'index',
  makeBank: 'index',
  recall: 'history',
  openSettings: 'history',
  runPaged: 'verb',
  run: 'verb',
  main: 'verb',
  openSegment: 'saving',
  saveSegment: 'saving',
  saveRecord: 'saving',
  saveItem: 'saving',
  prepareStore: 'saving',
  alignColumns: 'output',
  printEntries: 'output',
  printJson: 'output',
  printLines: 'output',
  renderMarkdown: 'output',
  renderReport: 'output',
};

/** Milliseconds by stage. What stands under no mark is Node's: its start and its end. */
export function stagesOf({ nodes, samples, timeDeltas }: Profile): Record<Stage, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const known = new Map<number, Stage>();
  const stageOf = (id: number | undefined): Stage => {
    if (id === undefined) return 'Node';
    const found = known.get(id) ?? markOf(byId.get(id)!) ?? stageOf(above.get(id));
    known.set(id, found);
    return found;
  };
  const spent = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  samples.forEach((id, index) => {
    // What follows a sample until the next one is its own.
    spent[stageOf(id)] += (timeDeltas[index + 1] ?? 0) / 1000;
  });
  return spent;
}

function markOf({
  callFrame: { functionName, url, lineNumber, columnNumber },
}: ProfileNode): Stage | undefined {
  if (functionName.includes('/commander/')) return 'commander';
  if (!url.includes('/dist/')) return Object.hasOwn(THEIRS, functionName) ? THEIRS[functionName] : undefined;
  // A file as a whole: what it does when it is read. The wrapper of one that is read by name stands before its first column.
  if (lineNumber === 0 && columnNumber <= 0) return 'files';
  return Object.hasOwn(OURS, functionName) ? OURS[functionName] : undefined;
}
