import { expect, test } from 'vitest';
import { archiveSummary } from '../../src/actions/archive-summary.ts';
import type { ArchiveResult } from '../../src/operations/archive.ts';

const ID = 'wiki-h.20261127T210742Z.50f1ba9c';
const RESULT: ArchiveResult = {
  ...{ id: ID, archiveFile: `${ID}.tar.zst.age`, storedSha256: 'c0ffee', complete: true },
  ...{ target: 'wiki', hostname: 'h', paths: ['/srv'], tags: [], dumps: [], problems: [] },
  ...{ files: 1, contentBytes: 5, storedBytes: 5, durationMs: 0, quiescedMs: null },
  problemCounts: { unreadable: 0, missing: 0, changed: 0, vanished: 0, unsupported: 0 },
} as unknown as ArchiveResult;
const AT = { location: '/srv/my archives', isByPassphrase: false };

test.each([
  ['by its key', RESULT, AT, ' --age-identity key.txt '],
  ['by its passphrase', RESULT, { ...AT, isByPassphrase: true }, ' --age-passphrase-file passphrase.txt '],
  ['by nothing, unencrypted', { ...RESULT, archiveFile: `${ID}.tar.zst` }, AT, ' '],
])('an archive is looked at %s, as it was encrypted', (_, result, way, key) => {
  expect(archiveSummary(result, way)).toContain(
    `holdfast restore ${ID} --archive-from '/srv/my archives'${key}--target /tmp/restored`,
  );
});

test('an artifact is looked at by the action: no command reaches it', () => {
  const summary = archiveSummary(RESULT, { ...AT, location: 'artifact:' });
  expect(summary).not.toContain('holdfast restore');
  expect(summary).toContain(`\`archive-from: 'artifact:'\`, \`artifact-token\` and \`snapshot: ${ID}\``);
});
