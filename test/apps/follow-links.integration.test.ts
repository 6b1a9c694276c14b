import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApplicationFixture } from './fixture.ts';

let fixture: ApplicationFixture;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
});
afterEach(() => fixture.remove());

test('a path of a profile that is a symlink is saved with what it leads to, link by link, and comes back', async () => {
  await fixture.sh(`
    mkdir -p 'disk/real one/cache' srv; echo page >'disk/real one/page'; echo junk >'disk/real one/cache/junk'
    ln -s 'real one' disk/now; ln -s ../disk/now/ srv/wiki`);
  const paths = [`${fixture.folder}/srv/wiki`];
  const settings = { paths, exclude: [`${fixture.folder}/srv/wiki/cache`] };
  expect(await fixture.save('generic', settings, { held: 'stopped already' })).toMatchObject({
    complete: true,
  });
  expect((await fixture.saved()).toSorted()).toEqual(
    ['disk', 'disk/now', 'disk/real one', 'disk/real one/page', 'srv', 'srv/wiki'].toSorted(),
  );
  expect(fixture.messages.join()).toContain('what it leads to is saved, too');
  expect(fixture.backups.warnings).toEqual([]);
  await fixture.sh('rm -r disk srv');
  await fixture.putBack();
  expect(await fixture.sh('cat srv/wiki/page')).toBe('page\n');
});

test('one that leads to nothing makes the backup incomplete; one to the root of all, or to a device, is not followed', async () => {
  await fixture.sh(
    'mkdir wiki; echo it >wiki/it; ln -s ../gone/deep lost; ln -s /dev/null masked; ln -s / all; ln -s loop loop',
  );
  const { folder } = fixture;
  const settings = { paths: ['wiki', 'lost', 'masked', 'loop'].map((name) => `${folder}/${name}`) };
  const { complete, problems } = await fixture.save('generic', settings, { held: 'stopped already' });
  expect([complete, problems.map(({ path, kind }) => [kind, path])]).toEqual([
    false,
    [['missing', `${folder.replace(/\/[^/]+$/, '')}/gone/deep`]],
  ]);
  expect((await fixture.saved()).toSorted()).toEqual(['loop', 'lost', 'masked', 'wiki', 'wiki/it']);
  await expect(fixture.plan('generic', { paths: [`${folder}/all`] })).rejects.toMatchObject({
    code: 'application-unfit',
    message: expect.stringContaining('a symlink to the root of all'),
  });
});
