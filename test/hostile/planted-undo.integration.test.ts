import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { encodeJournalLine } from '../../src/operations/restore/journal.ts';
import { restoreKey, stagingName, UNDO_PREFIX } from '../../src/operations/restore/workspace-name.ts';
import { undoRestore } from '../../src/operations/restore-undo.ts';
import { resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import { Bench, DEFAULT_OPTIONS } from '../operations/restore/harness.ts';

// Whoever can write a snapshot, or files of a host that is backed up, could have a folder restored that passes for one of a
// restore's own: its journal says what is renamed where, by root.

let bench: Bench;
let host: Host;

beforeEach(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(
    'mkdir good bad victim target; echo good > good/file; echo bad > bad/file; echo precious > victim/passwd',
  );
  await bench.restic(['backup', '.'], undefined, bench.path('good'));
  return async () => {
    await host.close();
    await bench[Symbol.asyncDispose]();
  };
});

const target = () => fromText(bench.path('target'));

/** The key of a restore of `snapshot` to the target as `Bench.restore` does it. */
function keyOf(snapshot: Parameters<typeof restoreKey>[0]): string {
  const { overwrite, owners, includeOwn } = DEFAULT_OPTIONS;
  return restoreKey(snapshot, [null, target(), [], [], [], [], overwrite, false, owners, includeOwn]);
}

/** Saves a snapshot with a folder whose journal has the victim's file exchanged. @returns Of the good one. */
async function plant(state: 'open' | 'done') {
  const good = await resolveSnapshot(await bench.repository(), 'latest');
  const key = keyOf(good.id);
  const name = `${UNDO_PREFIX}29991231T000000.000Z-${key}`;
  const identity = (await bench.sh('stat -c %d:%i victim')).trim();
  // An undo asks for journals that name its path, or something below it.
  const parent = fromText(`${bench.path('target')}/../victim`);
  const journal = [
    encodeJournalLine({
      is: 'head',
      head: { snapshotId: good.id, timeNs: 0n, workspaces: [fromText(bench.path('target', name))], at: null },
    }),
    encodeJournalLine({
      is: 'swap',
      batch: { kind: 'place', parent, parentIdentity: identity, group: 'g', names: [fromText('passwd')] },
    }),
    encodeJournalLine({ is: 'end', lines: 3 }),
  ].join('');
  await bench.sh(`
mkdir -m 700 bad/${name} && cd bad/${name}
mkdir -p new/g old/g; echo ${key} > key; echo 1 > run; echo forged > ${state === 'open' ? 'new' : 'old'}/g/passwd
${state === 'open' ? ':' : ': > done'}
cat > journal <<'END'
${journal}END
`);
  await bench.restic(['backup', '.'], undefined, bench.path('bad'));
  return good;
}

test('a snapshot’s folder that looks like a swap that was cut off is not restored: another restore does not end it', async () => {
  const good = await plant('open');
  await bench.restore(host, { target: target() });
  const result = await bench.restore(host, { target: target(), spec: good.id });
  expect(await readFile(bench.path('victim', 'passwd'), 'utf8')).toBe('precious\n');
  expect(result.finishedEarlierRun).toBe(false);
  expect(await readFile(bench.path('target', 'file'), 'utf8')).toBe('good\n');
  expect(bench.messages.join('\n')).toMatch(/\.holdfast-undo-2999\S* .*not restored/);
});

test('nor does an undo go by it', async () => {
  await bench.sh('echo before > target/file');
  await plant('done');
  await bench.restore(host, { target: target() });
  await undoRestore(host, { path: target(), dryRun: false }, bench.reporter, new AbortController().signal);
  expect(await readFile(bench.path('victim', 'passwd'), 'utf8')).toBe('precious\n');
  expect(await readFile(bench.path('target', 'file'), 'utf8')).toBe('before\n');
});

test('a snapshot’s staging folder is not restored either', async () => {
  const good = await resolveSnapshot(await bench.repository(), 'latest');
  const name = stagingName(keyOf(good.id));
  await bench.sh(`mkdir -m 700 bad/${name}; echo ${keyOf(good.id)} > bad/${name}/key`);
  await bench.restic(['backup', '.'], undefined, bench.path('bad'));
  await bench.restore(host, { target: target() });
  expect(await bench.sh('ls -A target')).not.toContain(name);
});
