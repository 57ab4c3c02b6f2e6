// What lies in which file of dist: the starts that are made most often, the others, and where a file ends (docs/decisions/0012-few-chunks.md).

/** The starts that are made most often. What one of them needs lies in its file, what several need in one they share, and nothing else there. */
export const FRONT = {
  main: ['src/main.ts'],
  program: ['src/program.ts', 'src/app/options.ts'],
  bank: verbs('list', 'topics'),
  recall: ['src/app/recall/recall.ts', 'src/app/recall/fold-history.ts', 'src/history/sittings.ts'],
  store: ['src/history/segment-store.ts', 'src/history/conf-store.ts', 'src/disk/lock.ts'],
  show: verbs('show'),
  practice: [...verbs('practice'), 'src/players/plain/plain-player.ts'],
  report: [...verbs('report'), 'src/app/summary-of-history.ts', 'src/report/render-text.ts'],
};

/** The others, in this order: each file holds what its starts need and no file above it has. What no line names goes with exactly those that use it. */
export const BACK = {
  types: ['src/question/type-rules.ts'],
  items: ['src/history/items.ts'],
  reading: verbs('search', 'flags'),
  sitting: verbs('drill', 'exam', 'diagnose', 'interview', 'resume', 'lab'),
  figures: verbs('stats', 'plan', 'history', 'items'),
  authoring: verbs('lint', 'new', 'import', 'export', 'pack', 'schema'),
};

/** What every start has read before: whatever they need lies there. */
export const FIRST = ['main', 'program', 'bank'];

function verbs(...names) {
  return names.map((name) => `src/commands/${name}.ts`);
}

/**
 * Where a file ends although a static import leads on: what lies behind is read when one of its functions is called. Doors of libraries,
 * and what most starts do without.
 */
export const CUTS = [
  'src/text/markdown-parser.ts',
  'src/learner/schedule.ts',
  'src/question/request/split-words.ts',
  'src/question/schema.ts',
  'src/bank/parse-file.ts',
  'src/question/front-matter.ts',
  'src/question/yaml-text.ts',
  'src/question/locate.ts',
  'src/question/problem-messages.ts',
  'src/question/type-rules.ts',
  'src/text/stem.ts',
  'src/look/theme.ts',
  'src/text/nearest.ts',
  'src/app/recall/recall.ts',
  'src/app/recall/fold-history.ts',
  'src/history/sittings.ts',
  'src/history/segment-store.ts',
  'src/history/conf-store.ts',
  'src/disk/lock.ts',
  'src/players/lines-in.ts',
  'src/app/options.ts',
  'src/text/failure-line.ts',
  'src/history/decode-segment.ts',
  'src/history/items.ts',
  'src/players/marked-hands-on.ts',
  'src/players/marked-lab.ts',
];

/** What starts need of files behind a cut: read without it. */
export const BEFORE_CUTS = ['src/session/no-recollection.ts', 'src/history/ledger/ledger.ts'];

/** The script of the threads that parse packs. */
export const THREAD = 'src/bank/parse-worker.ts';
