import { stat } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestUser, type TestUser } from '../services/user.ts';
import { ApplicationFixture } from './fixture.ts';

// A new host gives accounts the numbers that are free there. Owners are restored by root alone.

let fixture: ApplicationFixture;
let user: TestUser;
beforeEach(async () => {
  [fixture, user] = await Promise.all([ApplicationFixture.create(), createTestUser()]);
  await fixture.sh(`mkdir wiki; echo one >wiki/page; chown -R ${user.name}: wiki`);
});
afterEach(() => Promise.all([fixture.remove(), user.remove()]));

/** A number that no account has. */
const renumbered = () => user.uid + 40_000;

async function saveAndRenumber(): Promise<void> {
  const paths = [`${fixture.folder}/wiki`];
  const calls = { 'after-restore': [`touch ${fixture.folder}/begun`] };
  await fixture.save('generic', { paths, ...calls }, { held: 'stopped already' });
  await fixture.sh(`usermod -u ${renumbered()} ${user.name}; rm -r wiki`);
}

const ownerOfPage = async () => (await stat(`${fixture.folder}/wiki/page`)).uid;

test('an application whose account has another number there is refused before anything is touched', async () => {
  await saveAndRenumber();
  for (const dryRun of [true, false]) {
    await expect(fixture.putBack([], { dryRun })).rejects.toMatchObject({
      code: 'restore-blocked',
      message: expect.stringContaining(
        `the user ${user.name} was ${user.uid}, and is ${renumbered()} there, expected the same numbers`,
      ),
    });
  }
  expect(await fixture.sh('ls')).not.toMatch(/begun|wiki/);
});

test('it comes back by the names of accounts, or once they have their numbers', async () => {
  await saveAndRenumber();
  await fixture.putBack([], { owners: 'names' });
  expect(await ownerOfPage()).toBe(renumbered());
  await fixture.sh(`rm -r wiki; usermod -u ${user.uid} ${user.name}`);
  await fixture.putBack();
  expect(await ownerOfPage()).toBe(user.uid);
});

test('a restore of files alone goes by numbers, and says so', async () => {
  await saveAndRenumber();
  const target = fixture.backups.path('restored');
  const { warnings } = fixture.backups;
  await fixture.backups.restore(target, { owners: 'names' });
  expect(warnings.join()).not.toContain('other numbers');
  await fixture.backups.restore(target);
  expect(warnings.join()).toContain(`(the user ${user.name} was ${user.uid}, and is ${renumbered()} there)`);
});
