// `npm test`: everything but what needs kill -9 and full disks (vitest.faults.config.ts).

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    // No test measures by the clock; this only ends one that hangs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Colours and home folders of the person who runs the tests must not matter.
    env: { NO_COLOR: '', FORCE_COLOR: '', API_QUIZ_HOME: '' },
  },
});
