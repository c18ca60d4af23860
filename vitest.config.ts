import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: './tests/setup/find-chromium.ts',
    setupFiles: './tests/setup/seed-properties.ts',
    reporters: ['default', './tests/setup/summary-reporter.ts'],
    // the long ones wait for browsers and databases most of the time
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // a machine that judges changes is busy: a test may stumble once, and the summary names it
    retry: process.env.CI ? 1 : 0,
    // how long a page or a database may take on a machine that is busy
    expect: { poll: { timeout: 20_000 } },
  },
})
