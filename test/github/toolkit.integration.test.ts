import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

// What of the process itself no store shows: the ways in which it ends.

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-toolkit-'));
  execFileSync('mkfifo', [join(folder, 'wiki')]);
});
afterEach(() => rm(folder, { recursive: true }));

const ENTRY = fileURLToPath(new URL('../../src/github/toolkit.ts', import.meta.url));

/** One of whose threads waits for somebody who opens the pipe: nobody does, since there is no service to send it to. */
async function withThreadThatWaits() {
  const child = fork(ENTRY, [], { execArgv: [], stdio: ['pipe', 'ignore', 'ignore', 'ipc'], env: {} });
  child.send({ do: 'upload-artifact', name: 'wiki', folder, isPipe: true, retentionDays: null });
  const [answer] = await once(child, 'message');
  expect(answer).toHaveProperty('failure');
  return child;
}

test('it ends at once with who asked it, although a thread of it waits', async () => {
  const child = await withThreadThatWaits();
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([null, 'SIGKILL']);
});

test('it ends at once by a fault of its own, too', async () => {
  const child = await withThreadThatWaits();
  const exited = once(child, 'exit');
  child.send('no request');
  expect(await exited).toEqual([null, 'SIGKILL']);
});
