import { expect, test } from 'vitest';
import { applicationOutcome, bucketsOutcome } from '../../src/operations/restore-outcome.ts';

const BUCKET = {
  snapshotId: 'a',
  record: { name: 'wiki-files', location: 's3:https://h/wiki', objects: 3, size_bytes: 30, renamed: 0 },
  into: 's3:https://h/copy',
  written: { objects: 3, bytes: 30, unchanged: 1, replaced: 2, others: 7 },
  durationMs: 1,
} as never;

const TOLD = 'bucket wiki-files to s3:https://h/copy: 3 objects, 30 bytes; 1 there already, 2 replaced';

test('the record of a restore names each bucket, where it went, and what of it was written', () => {
  expect(bucketsOutcome([BUCKET])).toEqual({ done: [TOLD], verified: true });
  const application = {
    record: { profile: 'kestra' },
    steps: ['stop', 'objects'],
    files: [],
    databases: [],
    buckets: [BUCKET],
    durationMs: 1,
  } as never;
  expect(applicationOutcome(application, true)).toEqual({ done: ['kestra, 2 steps', TOLD], verified: true });
});
