import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { alteredHost, unprivilegedHost } from '../../files/altered-host.ts';
import { ATTRIBUTES } from '../backup/every-kind.ts';
import { Bench, describeAttributes } from './harness.ts';

let bench: Bench;
let local: Host;

beforeAll(async () => {
  bench = await Bench.make();
  local = localHost();
  await bench.bash(`mkdir source; cd source; ${ATTRIBUTES}`);
  await bench.bash(
    "cd source/attributes; echo x > $'new\\nline\\\\=\\xff'; setfattr -n user.a -v b $'new\\nline\\\\=\\xff'",
  );
  await bench.restic(['backup', 'source']);
});
afterAll(async () => {
  await local.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('target');
const at = () => ({ target: fromText(target()) });

beforeEach(async () => {
  await bench.sh('rm -rf target; mkdir target');
  bench.messages.length = 0;
});

/** Alters the staged file before it is read again. */
function altering(script: string) {
  let isDone = false;
  return {
    onProgress: ({ phase }: Progress) => {
      if (phase !== 'verifying' || isDone) return;
      isDone = true;
      execFileSync('bash', ['-ec', `cd ${target()}/.holdfast-restore-*/new/*/source/attributes; ${script}`]);
    },
  };
}

const KINDS: [string, () => Host][] = [
  ['with getfattr', () => local],
  ['without getfattr', () => alteredHost(local, 'getfattr() { return 127; }')],
];

describe.each(KINDS)('on a host %s', (_, host) => {
  test('attributes, access lists and capabilities come back, and are read again', async () => {
    await bench.restore(host(), at());
    expect(await describeAttributes(`${target()}/source`)).toBe(
      await describeAttributes(bench.path('source')),
    );
    expect(bench.messages).toEqual([]);
  });

  test('what is missing or differs is a mismatch that names it', async () => {
    const altered = altering(`setfattr -x user.binary file; setfattr -n user.plain -v no file
      setfattr -h -x trusted.note link; setfattr -x user.a new*; setcap -r capable; setfacl -k dir`);
    const { message, code } = await bench.restore(host(), at(), altered).then(
      () => ({ message: 'restored', code: '' }),
      (error: { message: string; code: string }) => error,
    );
    expect(code).toBe('restore-mismatch');
    for (const fault of [
      /\/file": its extended attribute "user.binary" is missing/,
      /\/file": its extended attribute "user.plain" differs/,
      /\/capable": its extended attribute "security.capability" is missing/,
      /\/dir": its extended attribute "system.posix_acl_default" is missing/,
      /\/link": its extended attribute "trusted.note" is missing; and 1 more/,
    ])
      expect(message).toMatch(fault);
    await bench.sh('rm -rf target; mkdir target');
    const odd = bench.restore(host(), at(), altering('setfattr -x user.a new*'));
    await expect(odd).rejects.toMatchObject({
      message: expect.stringMatching(/attribute "user.a" is missing/),
    });
  });
});

test('what would be a large download only to verify it is said not to be verified', async () => {
  await bench.sh('mkdir large; truncate -s 70M large/file; setfattr -n user.a -v b large/file');
  await bench.restic(['backup', 'large']);
  const host = alteredHost(local, 'getfattr() { return 127; }');
  await bench.restore(host, at());
  expect(bench.messages).toEqual([
    expect.stringMatching(/^Not all extended attributes were verified \(files: 1\): .* no getfattr/),
  ]);
  await bench.restic(['forget', 'latest']);
});

test('without root, attributes that only root may set are named, and no mismatch', async () => {
  await bench.sh('chmod 755 .; chown 65534 target');
  await bench.restore(unprivilegedHost(local), { ...at(), excludes: ['dev'] });
  expect(bench.messages).toContainEqual(
    expect.stringMatching(
      /of the kinds security.capability, security.note, trusted.\* are not restored: only root/,
    ),
  );
  const kept = (await describeAttributes(`${target()}/source`))
    .split('\n')
    .filter((line) => line.startsWith('user.'));
  expect(kept).toContain('user.binary=0x000a0d22ff');
});

test.each([
  ['GNU tar', ''],
  ['bsdtar', 'tar() { bsdtar "$@"; }'],
])('a filesystem without attributes is named before anything is sent by %s', async (_, prelude) => {
  await bench.sh('mount -t ramfs ramfs target');
  try {
    await bench.restore(alteredHost(local, prelude), { ...at(), excludes: ['file'] });
    expect(bench.messages).toEqual([
      expect.stringMatching(
        /target on .* takes no extended attributes of the kinds security.capability, security.note, system.posix_acl_\*, trusted.\*, user.\*: they/,
      ),
    ]);
    expect(await bench.sh('cat target/source/attributes/new*')).toBe('x\n');
  } finally {
    await bench.sh('umount target');
  }
});
