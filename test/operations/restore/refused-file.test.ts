import { expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { refusedFile, type Workspace } from '../../../src/operations/restore/workspace.ts';

test.each([
  ['ENOSPC', 'no-space', /its filesystem is full/],
  ['EROFS', 'no-permission', /or restore elsewhere/],
  ['ENOENT', 'command-failed', /Another run of the same restore has taken it over/],
  ['EMFILE', 'command-failed', /Allow more \(ulimit -n 1024\)/],
  ['EIO', 'command-failed', /Look at that filesystem \(dmesg, df\)/],
])('a file that could not be written: %s', async (code, kind, advice) => {
  const host = localHost();
  const refusal = { path: fromText('new/1f0c/srv/a'), code, text: `so it is (${code})` };
  const error = refusedFile({ host } as Workspace, refusal);
  await host.close();
  expect(error).toMatchObject({ code: kind, message: expect.stringMatching(advice) });
  expect(error.message).toContain(`new/1f0c/srv/a: so it is (${code})`);
});
