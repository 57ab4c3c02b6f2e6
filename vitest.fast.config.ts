// `npm run test:fast`: what needs no pseudo-terminal, browser, packaging or built program; the loop while writing.

import { configDefaults, defineConfig } from 'vitest/config';
import whole from './vitest.config.js';

export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    globalSetup: ['tests/support/pack-once.ts', 'tests/support/temporary-in-memory.ts'],
    exclude: [
      ...configDefaults.exclude,
      'tests/pty/**',
      'tests/packaging/**',
      'tests/report/browser.test.ts',
      'tests/commands/packs.test.ts',
    ],
  },
});
