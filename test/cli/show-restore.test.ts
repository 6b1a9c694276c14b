import { expect, test } from 'vitest';
import type { HostFlags } from '../../src/cli/flags.ts';
import { Output } from '../../src/cli/output.ts';
import { showRestore } from '../../src/cli/show-restore.ts';
import type { RestoreResult } from '../../src/operations/restore/options.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';
import { FakeTerminal } from './terminal.ts';

const RESULT: RestoreResult = {
  snapshotId: '4bd21c8a'.repeat(8) as SnapshotId,
  dryRun: false,
  target: 'its original place',
  files: 1,
  folders: 1,
  others: 0,
  bytes: 1,
  unchangedFiles: 0,
  unchangedBytes: 0,
  leftFiles: 0,
  resumedFiles: 0,
  sentFiles: 1,
  sentBytes: 1,
  created: 0,
  replaced: 1,
  removed: 0,
  replacedFolders: 1,
  undoFolders: ["/srv/it's/.holdfast-undo-20261121T115906Z-4bd21c8a-aa82c186"],
  finishedEarlierRun: false,
  durationMs: 1,
};
const LOCAL: HostFlags = { on: 'local', jump: [], sshClient: 'ssh2' };

async function shown(result: Partial<RestoreResult>, flags: HostFlags = LOCAL): Promise<string> {
  const terminal = new FakeTerminal({});
  await showRestore({ flags, output: new Output(terminal, 'text', 1) }, { ...RESULT, ...result });
  return terminal.stdout.text;
}

test('a restore that left an undo folder prints the command that takes it back, quoted', async () => {
  expect(await shown({})).toContain(
    String.raw`holdfast restore --undo --target '/srv/it'\''s/.holdfast-undo-20261121T115906Z-4bd21c8a-aa82c186'`,
  );
});

test('the command that takes a restore back reaches the host in the same way', async () => {
  const flags = {
    on: 'ssh://root@wiki.example',
    identity: '/my key',
    jump: ['ssh://a@b'],
    become: 'sudo',
    sshClient: 'ssh2',
    container: 'docker:root@db',
  };
  expect(await shown({ undoFolders: ['/u'] }, flags)).toContain(
    "holdfast restore --undo --on ssh://root@wiki.example --identity '/my key' --jump ssh://a@b --become sudo --container docker:root@db --target /u\n",
  );
});

test('without an undo folder there is no command to take anything back', async () => {
  expect(await shown({ undoFolders: [] })).not.toContain('--undo');
});

test('what moves along with replaced folders is told, also by a dry run', async () => {
  expect(await shown({})).toContain('does not hold, if any, moved into the undo folder');
  expect(await shown({ dryRun: true, undoFolders: [] })).toContain('does not hold, if any, would move into');
  expect(await shown({ replacedFolders: 0 })).not.toContain('does not hold');
});

test('a file that stood there otherwise and stayed is not told as one that is as saved', async () => {
  expect(await shown({ unchangedFiles: 4, leftFiles: 1 })).toContain(
    '; 4 already there as saved, 1 there otherwise and left as they are.\n',
  );
  expect(await shown({ unchangedFiles: 4 })).toContain('; 4 already there as saved.\n');
});
