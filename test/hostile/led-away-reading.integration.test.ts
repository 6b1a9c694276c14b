import { chmod, chown, mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { findNode } from '../../src/repository/find-node.ts';
import { resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import { permissionsOf } from '../../src/repository/format/mode.ts';
import { BackupFixture } from '../operations/backup/fixture.ts';

// A backup by root reads a folder of a user without rights, who puts a symlink in its place between the listing and the
// reading, and the folder back afterwards: tar reads a file of root's by the name of the user's. Restored, the user must
// not come to own what was in it.

const BOB = 65_534;
const SECRET = 'root’s alone';

let fixture: BackupFixture;
let host: Host;

beforeEach(async () => {
  fixture = await BackupFixture.create();
  host = localHost();
  await mkdir(join(fixture.folder, 'secrets'));
  await writeFile(join(fixture.folder, 'secrets', 'file'), SECRET, { mode: 0o600 });
  const data = join(fixture.source, 'data');
  await mkdir(data);
  // As long and as old as the secret, to the second.
  await writeFile(
    join(data, 'file'),
    SECRET.replaceAll(/./gu, (character) => (character === '’' ? '’' : 'x')),
  );
  const { mtime } = await stat(join(fixture.folder, 'secrets', 'file'));
  await utimes(join(data, 'file'), mtime, mtime);
  await chmod(join(data, 'file'), 0o644);
  await chown(join(data, 'file'), BOB, BOB);
});
afterEach(async () => {
  await host.close();
  await fixture.remove();
});

/** `host`, on which bob leads the tar of one run away, and leads back before the look behind it. */
function raced(prelude: string): Host {
  const data = join(fixture.source, 'data');
  return {
    name: host.name,
    start: async (script, options) => {
      if (!/^cd .*tar -c /m.test(script)) return host.start(script, options);
      await rename(data, `${data}.aside`);
      await symlink(join(fixture.folder, 'secrets'), data);
      const command = await host.start(`${prelude}\n${script}`, options);
      const back = async () => {
        await rm(data);
        await rename(`${data}.aside`, data);
      };
      return {
        ...command,
        stdin: command.stdin,
        stdout: command.stdout,
        stderr: command.stderr,
        exited: command.exited.then(async (exit) => {
          await back();
          return exit;
        }),
      };
    },
    close: async () => {},
  };
}

async function savedFile() {
  return fixture.withRepository(async (repository) => {
    await repository.loadIndex();
    const { snapshot } = await resolveSnapshot(repository, 'latest');
    const node = await findNode(repository, snapshot.tree, fromText(join(fixture.source, 'data', 'file')));
    const blobs = await Array.fromAsync(repository.loadBlobs('data', node?.content ?? []));
    return { node, content: Buffer.concat(blobs).toString() };
  });
}

const USTAR_ALONE = `tar() {
  for word; do
    shift
    case $word in --format=* | --pax-option=* | --xattrs* | --sparse) ;; *) set -- "$@" "$word" ;; esac
  done
  command tar --format=ustar "$@"
}`;

describe.each([
  ['GNU tar', ''],
  ['a tar that tells owners and whole seconds alone', USTAR_ALONE],
])('%s', (_, prelude) => {
  test('led to a secret: it is saved as what it is, or not at all, and never taken over', async () => {
    await fixture.backup({}, { host: raced(prelude) });
    const { node, content } = await savedFile();
    if (content === SECRET) expect([node?.uid, permissionsOf(node?.mode ?? 0)]).toEqual([0, 0o600]);
    expect(fixture.warnings.join()).toContain('another stood in its place');

    await fixture.settle();
    await fixture.backup({}, { host });
    const next = await savedFile();
    expect(next.node).toMatchObject({ uid: BOB });
    expect(next.content).toContain('xxxx');
  });
});
