// `npm run test:faults`: what kill -9, full disks and damaged files do. One file after the other: they measure by the clock.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.fault.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 30_000,
  },
});
