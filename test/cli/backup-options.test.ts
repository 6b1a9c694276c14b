import { expect, test } from 'vitest';
import type { BackupFlags } from '../../src/cli/backup-flags.ts';
import { backupOptions } from '../../src/cli/backup-options.ts';
import type { GlobalFlags } from '../../src/cli/flags.ts';

const FLAGS = {
  on: 'local',
  exclude: [],
  iexclude: [],
  excludeFile: [],
  iexcludeFile: [],
  excludeIfPresent: [],
  database: [],
  databaseOn: 'host',
  tag: [],
  before: [],
  after: [],
  onUnreadable: 'fail',
  onChanged: 'auto',
  groupBy: 'host,paths',
  filesFrom: [],
  filesFromVerbatim: [],
  filesFromRaw: [],
} as unknown as BackupFlags & GlobalFlags;

test.each([
  [undefined, undefined],
  ['0', null],
  ['2h', 7_200_000],
])('--checkpoint-interval %s reaches the backup', async (checkpointInterval, everyMs) => {
  const flags = checkpointInterval === undefined ? FLAGS : { ...FLAGS, checkpointInterval };
  expect((await backupOptions(flags, ['/srv'], { stdin: process.stdin, env: {} })).checkpointEveryMs).toBe(
    everyMs,
  );
});
