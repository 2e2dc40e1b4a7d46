import { mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** Tests in a real Chromium: `npx vitest run --config vitest.browser.config.ts`; CHROMIUM names another program. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  { test: { include: ['test/browser/**/*.browser.ts'], fileParallelism: false } },
);
