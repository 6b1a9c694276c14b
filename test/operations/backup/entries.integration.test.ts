import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

/** Every kind of entry, with all that is hard about each. */
const EVERY_KIND = String.raw`
  cd source
  # names
  mkdir names; cd names
  for name in $'new\nline' $'end\n' $'\n' "quo'te" 'quo"te' '$(id)' '-rf' '--help' 'back\slash' '\n' $'\a\b\f\v\e\x01\x7f' $'\xff\xfe' \
    $'\xc3' $'e\u0301' $'\u00e9' $'\u202e' ' ' '*' '{a,b}' '#' '~' '%s' '@file' "$(printf 'n%.0s' $(seq 255))"; do
    echo "$name" > "$name"; ln -s "$name" "link to ${'$'}{name:0:100}"
  done
  mkdir $'dir\n\xff'; echo x > $'dir\n\xff/f'; cd ..
  # kinds
  mkdir kinds; cd kinds
  : > empty; mkfifo fifo; mknod block b 259 300000; mknod char c 1 3; mknod huge c 4095 1048575; ln -s fifo link
  ln -s "$(printf 'long/%.0s' $(seq 800))" long; ln -s $'\xff\n' bytes
  python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
  echo linked > one; ln one two; mkdir sub; ln one sub/three; cd ..
  # modes and owners
  mkdir modes; cd modes
  for mode in 0000 0001 0644 1644 2755 4755 6711 7777; do echo $mode > f$mode; mkdir d$mode; mkfifo p$mode; chown 1000:1000 ?$mode; chmod $mode ?$mode; done
  echo a > u1; chown 2097152:2097152 u1; echo b > u2; chown 4294967294:4294967294 u2; mkdir u3; chown 4294967294:3000000 u3
  ln -s x u4; chown -h 4294967294:2097152 u4; cd ..
  # times
  mkdir times; cd times
  for time in -1.5 -0.000000001 0 0.000000001 -2147483648.999999999 2147483648.1 4294967295.999999999 4294967296 9214646400.25; do
    echo t > "f$time"; touch -d "@$time" "f$time"; ln -s t "l$time"; touch -h -d "@$time" "l$time"; mkdir "d$time"; touch -d "@$time" "d$time"
  done; cd ..
  # attributes
  mkdir attributes; cd attributes
  echo x > file; mkdir dir; ln -s file link; mkfifo fifo; mknod dev c 1 3
  setfattr -n user.plain -v value file; setfattr -n user.binary -v 0x000a0d22ff file; setfattr -n user.empty file
  setfattr -n 'user.a=b%3D%c' -v x file; setfattr -n user.$'new\nline' -v x file; setfattr -n user.żółw -v y dir
  setfattr -n user.large -v "$(printf 'v%.0s' $(seq 2000))" file
  setfacl -m u:12345:r,g:4294967294:rwx file; setfacl -m u:12345:rx,d:u:777:rwx,d:g:778:--x dir; setfacl -m u:12345:w fifo dev
  for entry in file dir link fifo dev; do setfattr -h -n trusted.note -v "of $entry" $entry; setfattr -h -n security.note -v "of $entry" $entry; done
  cp /bin/true capable; setcap cap_net_bind_service,cap_sys_admin+ep capable; cd ..
  # holes
  mkdir holes; cd holes
  truncate -s 20M all; printf head > begin; truncate -s 9M begin; truncate -s 9M end; printf tail >> end
  for i in 1 3 5 7; do printf $i | dd of=islands bs=1M seek=$i conv=notrunc 2>/dev/null; done; printf x > odd; truncate -s 1000001 odd
  cd ..; touch -d '2001-02-03 04:05:06.789' names attributes .
`;

/** What stock restic saves, and doesn't restore: hard links of what is no file, and times after 2262. */
const BEYOND_RESTORING = String.raw`
  mkdir beyond; cd beyond; mkfifo pipe; ln pipe pipe2; ln -s to symlink; ln symlink symlink2
  echo t > late; touch -d @15032385535 late; cd ..
`;

const TIMEOUT_MS = 240_000;

describe.each(['this machine', 'a host over SSH'])('every kind of entry of %s', (where) => {
  let fixture: BackupFixture;
  let sshd: Sshd | null = null;
  let host: Host;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
    sshd = where === 'this machine' ? null : await startSshd();
    host = sshd === null ? localHost() : await connect(sshd);
  });
  afterEach(async () => {
    await host.close();
    await sshd?.stop();
    await fixture.remove();
  });

  test('is restored by stock restic as it was', { timeout: TIMEOUT_MS }, async () => {
    await fixture.sh(EVERY_KIND);
    const result = await fixture.backup({}, { host });
    expect(fixture.warnings).toEqual([]);
    expect(result).toMatchObject({ complete: true, problems: [] });
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    const restored = await fingerprint(`${fixture.folder}/restored${fixture.source}`);
    expect(restored).toBe(await fingerprint(fixture.source));
    expect(restored).toContain('security.capability=0x');
    expect(restored).toContain('trusted.note=0x');
  });

  test('makes the trees that stock restic makes of it', { timeout: TIMEOUT_MS }, async () => {
    await fixture.sh(EVERY_KIND + BEYOND_RESTORING);
    const first = await fixture.backup({}, { host });
    const said = await restic(fixture.restic, ['backup', fixture.source, '--host', 'theirs', '--json']);
    const { snapshot_id: theirs } = JSON.parse(said.trim().split('\n').at(-1) ?? '');
    expect(await treeOf(first.snapshotId)).toBe(await treeOf(theirs));
    // And against a parent, from which the attributes of what is unchanged are taken over.
    await fixture.settle();
    await fixture.backup({}, { host });
    const third = await fixture.backup({}, { host });
    expect(third).toMatchObject({ bytesRead: 0, summary: { dirsNew: 0, filesNew: 0, filesChanged: 0 } });
    expect(await treeOf(third.snapshotId)).toBe(await treeOf(theirs));
  });

  /** The tree of the source, which names those below it by their IDs. */
  function treeOf(snapshot: string | null): Promise<string> {
    return restic(fixture.restic, ['cat', 'tree', `${snapshot}:${fixture.source}`]);
  }
});

function connect({ address, hostKeyLine, identityFile }: Sshd): Promise<Host> {
  return connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
}
