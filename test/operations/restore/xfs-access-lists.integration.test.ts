import { afterEach, beforeEach, expect, test } from 'vitest';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from '../backup/fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.createOnTmpfs();
  // Of a file that came from XFS, where user 1234 had a right that was taken away since.
  await fixture.sh(`
    echo secret >source/file; chmod 600 source/file
    setfattr -n trusted.other -v kept source/file
    setfattr -n trusted.SGI_ACL_FILE -v 0sAAAABQAAAAH/////AAYAAAAAAAIAAATSAAYAAAAAAAT/////AAAAAAAAABD/////AAYAAAAAACD/////AAAAAA== source/file`);
});
afterEach(() => fixture.remove());

const OTHERS_ALONE =
  'getfattr -d -m - --only-values -n trusted.other file; ! getfattr -d -m - file | grep SGI';

test('XFS’ own form of an access list, which would bring back a right that was taken away, is in no backup', async () => {
  await fixture.backup();
  await restic(fixture.restic, [
    'restore',
    `latest:${fixture.source}`,
    '--target',
    `${fixture.folder}/there`,
  ]);
  expect(await fixture.sh(`cd there; ${OTHERS_ALONE}`)).toBe('kept');
});

test('and of a snapshot that has it isn’t restored', async () => {
  await restic(fixture.restic, ['backup', fixture.source]);
  await fixture.restore(fixture.path('there'));
  expect(await fixture.sh(`cd there/${fixture.source}; ${OTHERS_ALONE}`)).toBe('kept');
  await fixture.sh('setfattr -x trusted.SGI_ACL_FILE source/file');
  expect(await fingerprint(`${fixture.folder}/there${fixture.source}`)).toBe(
    await fingerprint(fixture.source),
  );
});
