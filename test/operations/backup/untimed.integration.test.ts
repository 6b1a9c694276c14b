import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

const run = promisify(execFile);

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(async () => {
  await run('umount', ['-l', fixture.source]).catch(() => {}); // only if it is mounted
  await fixture.remove();
});

test('another image in the place of one that was built as reproducibly is read: its files have the same inodes, sizes and times', async ({
  skip,
}) => {
  for (const version of ['1.0.1', '1.0.2']) {
    if (!(await mountImage(version))) return skip('this kernel mounts no squashfs');
    await fixture.backup();
    expect(await fixture.sh(`stat -c '%i %s %.9Y %.9Z' source/VERSION`)).toBe(
      '1 14 1700000000.000000000 1700000000.000000000\n',
    );
    expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/VERSION`])).toBe(
      `version-${version}\n`,
    );
    await fixture.sh('umount source');
  }
  expect(fixture.infos.join()).toContain('Files on squashfs are read each time');
  await mountImage('1.0.2');
  // Who says so is believed.
  expect((await fixture.backup({ ignore: 'ctime' })).bytesRead).toBe(0);
});

/** A file `VERSION` with `version-1.0.1`: mksquashfs -nopad -mkfs-time 0. */
const IMAGE =
  'H4sIAAAAAAACA8soLixmYoABJgZGIMnIIMhwAEiyANkKUJmPUPollP4PBXlQ/jQofRhK34bSZalFxZn5ebqGegZ6hlxqDBW3kpMiDp1gYJJvDlbkYXnAnOTWtr2g' +
  'Um2FRcc05qQ0BTaG4ymsspIgdQkNDG4aZ48cOCbwTErkzcv37Ayc8kwGAg0JUKP5GMCuZdgI50M0sWrwMjAKMCiehoqzNIDIx1BPAgBDLvA68QAAAA==';

async function mountImage(version: string): Promise<boolean> {
  const image = Buffer.alloc(4096);
  image.set(gunzipSync(Buffer.from(IMAGE, 'base64')));
  image.write(version, image.indexOf('1.0.1'));
  await writeFile(`${fixture.folder}/image`, image);
  return run('mount', ['-t', 'squashfs', '-o', 'loop,ro', `${fixture.folder}/image`, fixture.source]).then(
    () => true,
    () => false,
  );
}
