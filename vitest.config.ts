// `npm test`: everything but what needs kill -9 and full disks (vitest.faults.config.ts).

import { defineConfig } from 'vitest/config';
import { ProcessesFirst } from './tests/support/processes-first.js';
import { MADE_SOURCE, sourceOnce } from './tests/support/source-once.js';

/** V8 renamed it after the one of Node 20. */
const COMPILE_LATE = process.version.startsWith('v20.')
  ? '--interrupt-budget=270000'
  : '--invocation-count-for-turbofan=12000';

export default defineConfig({
  plugins: [
    sourceOnce(),
    {
      // The libraries as they are shipped: the development builds of Markdown's check themselves at every character.
      name: 'libraries-as-shipped',
      // Set, not returned: what is returned would be added to the conditions that are there.
      configEnvironment(_name, environment) {
        environment.resolve = { ...environment.resolve, conditions: ['node'] };
      },
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts', 'tests/support/temporary-in-memory.ts'],
    // One registry of modules for each worker: loading the program again for each file took longer than most files.
    isolate: false,
    // One registry is a large heap: V8's helpers collect it sooner, and cost more CPU than they spare the thread that waits for them.
    // Much of the program runs a few hundred times: compiling that to the full cost a fifth of the CPU, and gained less. So V8 waits, and inlines little.
    execArgv: [
      '--single-threaded-gc',
      '--max-semi-space-size=64',
      COMPILE_LATE,
      '--max-inlined-bytecode-size-cumulative=300',
    ],
    sequence: { sequencer: ProcessesFirst },
    server: { deps: { external: [MADE_SOURCE] } },
    // No test measures by the clock; this only ends one that hangs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Colours and home folders of the person who runs the tests must not matter.
    env: { NO_COLOR: '', FORCE_COLOR: '', API_QUIZ_HOME: '' },
  },
});
