// What lies in which file of dist: the starts that are made most often, the others, and where a file ends (docs/decisions/0012-few-chunks.md).

/** The starts that are made most often. What one of them needs lies in its file, what several need in one they share, and nothing else there. */
export const FRONT = {
  main: ['src/main.ts'],
  program: ['src/program.ts', 'src/app/options.ts'],
  bank: verbs('list', 'topics'),
  recall: ['src/app/recall/recall.ts', 'src/app/recall/fold-history.ts', 'src/history/sittings.ts'],
  store: [
    'src/history/segment-store.ts',
    'src/history/items.ts',
    'src/history/conf-store.ts',
    'src/disk/lock.ts',
  ],
  segments: ['src/history/decode-segment.ts', 'src/history/decode-item.ts'],
  show: [...verbs('show'), 'src/look/theme.ts'],
  practice: [
    ...verbs('practice'),
    'src/look/theme.ts',
    'src/players/plain/plain-player.ts',
    'src/players/lines-in.ts',
  ],
  report: [
    ...verbs('report'),
    'src/look/theme.ts',
    'src/app/summary-of-history.ts',
    'src/report/render-text.ts',
    'src/report/outline.ts',
  ],
};

/** The others, in this order: each file holds what its starts need and no file above it has. What no line names goes with exactly those that use it. */
export const BACK = {
  types: ['src/question/type-rules.ts'],
  lab: [...verbs('lab'), 'src/players/plain/plain-lab.ts', 'src/players/open-lab.ts'],
  'hands-on': [
    ...['request', 'spot', 'cloze', 'lab'].map((type) => `src/question/types/${type}.ts`),
    'src/question/request/read-request.ts',
    'src/question/request/request-test.ts',
    'src/question/request/compare-request.ts',
  ],
  reading: verbs('search', 'flags'),
  sitting: [
    ...verbs('drill', 'exam', 'diagnose', 'interview', 'resume'),
    ...[
      'session/conduct-paper',
      'session/converse',
      'session/interview-review',
      'players/plain/mark-by-line',
    ].map((file) => `src/${file}.ts`),
  ],
  figures: verbs('stats', 'plan', 'history', 'items'),
  authoring: verbs('lint', 'new', 'import', 'export', 'pack', 'schema'),
};

/** What every start has read before: whatever they need lies there. */
export const FIRST = ['main', 'program', 'bank'];

/** What all of these need lies in one file, whatever else needs it. */
export const COMMON = ['show', 'practice', 'report'];

function verbs(...names) {
  return names.map((name) => `src/commands/${name}.ts`);
}

/**
 * Where a file ends although a static import leads on: what lies behind is read when one of its functions is called. Doors of libraries,
 * and what most starts do without.
 */
export const CUTS = [
  'src/disk/write-whole.ts',
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
  ...['request', 'spot', 'cloze', 'lab'].map((type) => `src/question/types/${type}.ts`),
  'src/question/request/read-request.ts',
  'src/question/request/request-test.ts',
  'src/question/request/compare-request.ts',
  'src/session/conduct-paper.ts',
  'src/session/converse.ts',
  'src/session/interview-review.ts',
  'src/players/plain/mark-by-line.ts',
  'src/app/edit-question.ts',
  'src/history/decode-item.ts',
  'src/text/stem.ts',
  'src/look/theme.ts',
  'src/look/colours.ts',
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
  'src/history/ledger/read-every.ts',
  'src/history/items.ts',
  'src/players/marked-hands-on.ts',
  'src/players/marked-lab.ts',
];

/** What starts need of files behind a cut: read without it. */
export const BEFORE_CUTS = [
  'src/session/no-recollection.ts',
  'src/session/today.ts',
  'src/session/next.ts',
  'src/history/ledger/ledger.ts',
  'src/learner/response-model.ts',
  'src/question/types/numeric.ts',
  'src/question/types/short-answer.ts',
];

/** The script of the threads that parse packs. */
export const THREAD = 'src/bank/parse-worker.ts';
