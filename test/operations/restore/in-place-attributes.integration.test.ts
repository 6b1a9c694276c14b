import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type RestoreOptions, restore } from '../../../src/operations/restore.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { alteredHost, unprivilegedHost } from '../../files/altered-host.ts';
import { fingerprint } from '../backup/fixture.ts';
import { Bench } from './harness.ts';

// `overwrite: if-changed` of files whose contents, sizes and times are as they were saved, and of which one attribute
// isn't.

/** What is done to the entry, and without what on the host nobody can see it. */
const CHANGES: Readonly<Record<string, readonly [script: string, needs: 'root' | 'getfattr' | null]>> = {
  mode: ['chmod 600 mode', null],
  setuid: ['chmod u+s setuid', null],
  closed: ['chmod 000 closed', null],
  owner: ['chown 12 owner', 'root'],
  group: ['chgrp 34 group', 'root'],
  'owner-of-link': ['chown -h 12:34 owner-of-link', 'root'],
  'target-of-link': ['ln -sfn elsewhere target-of-link', null],
  time: ['touch -d @2.5 time', null],
  'value-of-xattr': ['setfattr -n user.note -v other value-of-xattr', null],
  'lost-xattr': ['setfattr -x user.note lost-xattr', null],
  'added-xattr': ['setfattr -n user.more -v x added-xattr', null],
  'only-xattr': ['setfattr -n user.first -v x only-xattr', 'getfattr'],
  acl: ['setfacl -m u:12:r acl', null],
  'lost-acl': ['setfacl -b lost-acl; chmod 664 lost-acl', null],
  'added-acl': ['setfacl -m u:12:r,m::r added-acl', 'getfattr'],
  capability: ['setcap cap_net_raw+ep capability', 'root'],
  'lost-capability': ['setcap -r lost-capability', 'root'],
  trusted: ['setfattr -n trusted.note -v other trusted', 'root'],
};
const NAMES = Object.keys(CHANGES);

let bench: Bench;
let local: Host;
let saved: string;
let options: RestoreOptions;

beforeAll(async () => {
  bench = await Bench.make();
  local = localHost();
  await bench.sh(`chmod 755 .; mkdir -p saved/folder; cd saved; for n in ${NAMES.join(' ')} same; do echo $n > $n; done
    rm owner-of-link target-of-link; ln -s to owner-of-link; ln -s to target-of-link
    setfattr -n user.note -v note value-of-xattr; setfattr -n user.note -v note lost-xattr
    setfattr -n user.note -v note added-xattr; setfattr -n trusted.note -v note trusted
    setfacl -m u:12:rw acl; setfacl -m u:12:rw lost-acl; setcap cap_chown+ep capability
    setcap cap_chown+ep lost-capability; ln same linked; setfattr -n user.note -v note same; echo x > other; setfattr -n user.note -v note other
    touch -h -d @1.5 *; touch -d @1.5 .`);
  saved = await treeOf('saved');
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  options = await bench.options({ target: fromText(target()), overwrite: 'if-changed' });
});
afterAll(async () => {
  await local.close();
  await bench[Symbol.asyncDispose]();
});
beforeEach(async () => {
  bench.messages.length = 0;
  await bench.sh('rm -rf target; cp -a saved target');
});

const target = () => bench.path('target');
/** All but the undo folder, and the times of the folder that it stands in. */
async function treeOf(folder: string): Promise<string> {
  await bench.sh(`mkdir -p aside; mv ${folder}/.holdfast-* aside 2>/dev/null || true`);
  const tree = await fingerprint(bench.path(folder));
  await bench.sh(`mv aside/.holdfast-* ${folder} 2>/dev/null || true`);
  return tree.replace(/^d .* $\n/m, '');
}
const now = () => treeOf('target');
const never = new AbortController().signal;
const restoreBy = async (host: Host) =>
  restore(host, await bench.repository(), options, bench.reporter, never);
const change = (names: readonly string[]) =>
  bench.sh(
    names
      .map((name) => `cd ${target()}; ${CHANGES[name]?.[0]}; [ ${name} = time ] || touch -h -d @1.5 ${name}`)
      .join('\n'),
  );

test('what is as it was saved stays', async () => {
  expect(await restoreBy(local)).toMatchObject({ sentFiles: 0, replaced: 0, undoFolders: [] });
  expect(bench.messages).toEqual([]);
});

test('each file of which one attribute differs is put right, no other is, and it can be undone', async () => {
  await change(NAMES);
  await bench.sh('cd target; setfattr -n user.note -v other linked');
  const before = await now();
  const result = await restoreBy(local);
  expect(result).toMatchObject({ replaced: NAMES.length + 'same linked'.split(' ').length, created: 0 });
  expect(await now()).toBe(saved);
  await undoRestore(local, { path: fromText(target()), dryRun: false }, bench.reporter, never);
  expect(await now()).toBe(before);
});

test('on a host without getfattr all but what nobody saved', async () => {
  const seen = NAMES.filter((name) => CHANGES[name]?.[1] !== 'getfattr');
  await change(seen);
  const host = alteredHost(local, 'getfattr() { return 127; }');
  expect(await restoreBy(host)).toMatchObject({ replaced: seen.length });
  expect(await now()).toBe(saved);
});

test('without root all that its user can see and set', async () => {
  await bench.sh('chown -hR 65534:65534 target; setfattr -x trusted.note target/trusted');
  // A change of owner takes them away.
  await bench.sh(
    'cd target; for n in capability lost-capability; do setcap cap_chown+ep $n; touch -d @1.5 $n; done',
  );
  const before = await now();
  const seen = NAMES.filter((name) => CHANGES[name]?.[1] !== 'root');
  await change(seen);
  expect(await now()).not.toBe(before);
  expect(await restoreBy(unprivilegedHost(local))).toMatchObject({ replaced: seen.length });
  expect(await now()).toBe(before);
});

describe('of a folder that stays', () => {
  test('mode, owner and time are put right', async () => {
    await bench.sh('chmod 700 target/folder; chown 12:34 target/folder; touch -d @7 target/folder');
    expect(await restoreBy(local)).toMatchObject({ replaced: 0 });
    expect(await now()).toBe(saved);
    expect(bench.messages).toEqual([]);
  });

  test('extended attributes are not, and that is said', async () => {
    await bench.sh('setfattr -n user.more -v x target/folder');
    await restoreBy(local);
    expect(bench.messages).toEqual([
      expect.stringMatching(/^Extended .* of folders that stay .*\(folders: 1\).*target\/folder" on/),
    ]);
  });
});
