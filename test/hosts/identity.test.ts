import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureText } from '../../src/failure-text.ts';
import { readIdentity } from '../../src/hosts/identity.ts';
import { isCertainlyPath } from '../../src/hosts/key-text.ts';
import { loginAs } from '../../src/hosts/ssh-login.ts';

const BODY = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW';

async function failureOf(identity: string): Promise<string> {
  return loginAs('root', { identity }).then(
    () => '',
    (error: unknown) => failureText(error),
  );
}

test.each([
  ['in base64', Buffer.from(`-----BEGIN X-----\n${BODY}`).toString('base64')],
  ['without its first line', `${BODY}\n${BODY}\n`],
  ['without its line ends', `${BODY} ${BODY}`],
  ['that is a passphrase instead', 'hunter2-is-my-passphrase'],
  ['that is longer than a name can be', BODY.repeat(80)],
])('a key %s is not repeated by the error, nor by its cause', async (_what, identity) => {
  const text = await failureOf(identity);
  expect(text).toMatch(/^Cannot (read|use) the private key/);
  for (const word of identity.split(/\s+/)) {
    if (word !== '') expect(text).not.toContain(word.slice(0, 20));
  }
});

test('a path that is one for sure is named', async () => {
  expect(await failureOf('/no/such/key')).toContain('"/no/such/key": there is no such file');
  expect(isCertainlyPath('./key')).toBe(true);
  expect(isCertainlyPath('~/key')).toBe(true);
  expect(isCertainlyPath(`/${BODY}\n${BODY}`)).toBe(false);
});

test('a file is read by a relative name too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-identity-'));
  const here = process.cwd();
  try {
    await writeFile(join(folder, 'key'), 'x');
    process.chdir(folder);
    expect(await readIdentity('key')).toMatchObject({ pem: 'x', path: 'key' });
  } finally {
    process.chdir(here);
    await rm(folder, { recursive: true });
  }
});
