import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { OWN_PROCESS } from './own-process.ts';

const NEEDS_OWN = /\bvi\.(do)?mock\(|\bmemoryUsage\b|\bresourceUsage\b|\bmask\(|\/target-issue\.ts/i;

test('what measures its process, replaces modules or looks for secrets has a process of its own, and nothing else has', async () => {
  const needing: string[] = [];
  for await (const file of glob('test/**/*.test.ts', {
    exclude: ['test/e2e/**', 'test/own-process.test.ts'],
  })) {
    if (file.endsWith('.integration.test.ts')) continue;
    if (NEEDS_OWN.test(await readFile(file, 'utf8'))) needing.push(file.replace(/test\.ts$/, ''));
  }
  expect(needing.sort()).toEqual([...OWN_PROCESS]);
});
