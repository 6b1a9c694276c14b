import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { Application } from '../../hosts/lease/application.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  // On a disk: a tmpfs writes nothing back.
  fixture = await BackupFixture.create(tmpdir());
});
afterEach(() => fixture.remove());

test('what a program writes through a mapping after a backup is in the next one, although its file’s times need not move then', async () => {
  await map();
  const host = watched('sync');
  await fixture.backup({}, { host });
  expect(host.syncs).toHaveLength(1);
  await fixture.sh(WRITE_AGAIN);
  await fixture.settle();
  await fixture.backup();
  expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/mapped`])).toMatch(/^second/);
});

test('the same, between the passes of one', async () => {
  const app = await Application.create();
  await map();
  const host = watched('sync');
  await fixture.backup(
    {
      quiesce: {
        stop: [`cd ${fixture.folder}; ${WRITE_AGAIN}`, `${app.folder}/app stop`],
        start: [`${app.folder}/app start`],
        status: `${app.folder}/app status`,
        leaseMs: 20_000,
        longestMs: 60_000,
        holder: 'a test',
        folder: fromText(app.leases),
        connect: async () => localHost(),
      },
    },
    { host },
  );
  await app.remove();
  // Others may have had it all written back meanwhile: then the file alone doesn't tell.
  expect(host.syncs).toHaveLength(1);
  expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/mapped`])).toMatch(/^second/);
});

test('where the host can not write back, what changed in the five minutes before is read once more', async () => {
  await fixture.sh('echo young >source/young');
  await fixture.settle();
  const host = watched('false');
  expect((await fixture.backup({}, { host })).bytesRead).toBe(6);
  expect(fixture.infos.join()).toContain('can’t write its files back');
  expect((await fixture.backup()).bytesRead).toBe(6);
  expect((await fixture.backup()).bytesRead).toBe(0);
});

test('it is asked once for many files, and not where there is nothing to be read', async () => {
  await fixture.sh('for i in $(seq 300); do echo $i >source/$i; done');
  await fixture.settle();
  const host = watched('true');
  await fixture.backup({ parent: 'none' }, { host });
  expect(host.syncs).toHaveLength(1);
  await fixture.backup({}, { host });
  expect(host.syncs).toHaveLength(1);
});

test('before an application is held, and not while it is', async () => {
  await fixture.sh('echo it >source/it');
  await fixture.settle();
  const host = watched('true');
  const before = [`echo later >${fixture.source}/later; echo held >>${fixture.folder}/order`];
  const result = await fixture.backup({ before }, { host });
  expect(result).toMatchObject({ complete: true, bytesRead: 9 });
  expect(host.syncs).toEqual(['unheld']);
  // What was written while it was held has no such proof.
  await fixture.settle();
  expect((await fixture.backup()).bytesRead).toBe(6);
});

/** This machine, where `sync` is another command. */
function watched(instead: string): Host & { readonly syncs: string[] } {
  const host = localHost();
  const syncs: string[] = [];
  return {
    name: host.name,
    syncs,
    close: () => Promise.resolve(),
    start: async (script, options) => {
      const isSync = /(^|\|\| )sync$/.test(script);
      if (isSync) syncs.push(await fixture.sh('test ! -e order && echo -n unheld || echo -n held'));
      return host.start(isSync ? instead : script, options);
    },
  };
}

/** Has a page of a file written through a mapping, and lets two seconds pass. */
async function map(): Promise<void> {
  await fixture.sh(`
    truncate -s 4096 source/mapped
    setsid python3 -c '${MAPPER}' source/mapped go </dev/null >/dev/null 2>&1 &
    until grep -q first source/mapped; do sleep 0.05; done`);
  await fixture.settle();
}

const WRITE_AGAIN = 'touch go; until [ -e went ]; do sleep 0.05; done';

/** Writes to a page that is dirty already when the file `go` is there: that alone moves no time of the file. */
const MAPPER = `
import mmap, os, sys, time
file = os.open(sys.argv[1], os.O_RDWR)
page = mmap.mmap(file, 4096)
page[:6] = b"first "
for _ in range(3000):
    if os.path.exists(sys.argv[2]): break
    time.sleep(0.02)
page[:6] = b"second"
open("went", "w").close()
`;
