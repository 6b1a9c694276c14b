import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { idOf, type KeyId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import { addKey, changePassword, listKeys, removeKey } from '../../src/repository/keys.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';

describe('keys', () => {
  let backend: Backend;
  let repository: OpenRepository;

  beforeEach(async () => {
    backend = createMemoryBackend();
    repository = await initRepository(backend, PASSWORD, { key: FAST_KEY });
  });

  afterEach(() => repository.close());

  const keyNames = async () => [...(await listed(backend, 'key')).keys()];

  async function opensWith(password: string, onWarning?: (message: string) => void): Promise<boolean> {
    try {
      const opened = await openRepository(backend, password, onWarning === undefined ? {} : { onWarning });
      await opened.close();
      return opened.id === repository.id;
    } catch (error) {
      if (error instanceof HoldfastError && error.code === 'wrong-password') return false;
      throw error;
    }
  }

  it('opens with its password and no other, and says so without showing it', async () => {
    expect(await opensWith(PASSWORD)).toBe(true);
    const error = await failureOf(openRepository(backend, 'hunter2'));
    expect(error.code).toBe('wrong-password');
    expect(error.message).toContain('none of 1 key');
    expect(error.message).not.toContain('hunter2');
  });

  it('opens with each of several passwords, and lists them', async () => {
    await addKey(repository, 'second', { ...FAST_KEY, username: 'ann', hostname: 'db\u001b1' });
    expect(await opensWith(PASSWORD)).toBe(true);
    expect(await opensWith('second')).toBe(true);
    const keys = await listKeys(repository);
    expect(keys.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(keys.find(({ current }) => !current)).toMatchObject({ username: 'ann', hostname: 'db\\x1b1' });
    expect(await repository.keyCount()).toBe(2);
  });

  it('tries the key first that is hinted at, and all others when the hint is wrong', async () => {
    const seen: string[] = [];
    const second = await addKey(repository, 'second', FAST_KEY);
    const spying = watched(backend, ({ verb, file }) => {
      if (verb === 'load' && file.kind === 'key') seen.push(file.name);
    });
    for (const keyHint of [second.slice(0, 8), 'ffff']) {
      await (await openRepository(spying, 'second', { keyHint })).close();
    }
    expect(seen[0]).toBe(second);
    expect(seen.at(-1)).toBe(second);
  });

  it('takes no empty password', async () => {
    expect((await failureOf(addKey(repository, '', FAST_KEY))).code).toBe('bad-input');
    expect((await keyNames()).length).toBe(1);
  });

  it('removes a key by the beginning of its ID', async () => {
    const id = await addKey(repository, 'second', FAST_KEY);
    expect(await removeKey(repository, id.slice(0, 12))).toBe(id);
    expect(await opensWith('second')).toBe(false);
  });

  it('never removes the key in use, and so never the last one', async () => {
    expect((await failureOf(removeKey(repository, repository.keyId))).code).toBe('bad-input');
    expect(await opensWith(PASSWORD)).toBe(true);
  });

  it.each(['', 'xyz', 'f'.repeat(64)])('removes nothing for %j, which names no key', async (spec) => {
    await addKey(repository, 'second', FAST_KEY);
    expect((await failureOf(removeKey(repository, spec))).code).toBe('bad-input');
    expect((await keyNames()).length).toBe(2);
  });

  it('changes the password: the new key is there before the old one goes', async () => {
    const log: string[] = [];
    const recording = watched(backend, ({ verb, file }) => void log.push(`${verb} ${file.kind}`));
    const opened = await openRepository(recording, PASSWORD);
    log.length = 0;
    const id = await changePassword(opened, 'new', FAST_KEY);
    expect(log).toEqual(['save key', 'load key', 'remove key']);
    expect(opened.keyId).toBe(id);
    expect(await opensWith('new')).toBe(true);
    expect(await opensWith(PASSWORD)).toBe(false);
    expect((await failureOf(removeKey(opened, id))).code).toBe('bad-input');
  });

  it('keeps the old password when the new key can not be stored', async () => {
    const failing = watched(backend, ({ verb }) => {
      if (verb === 'save') throw new HoldfastError('no-space', 'Full.');
    });
    const opened = await openRepository(failing, PASSWORD);
    expect((await failureOf(changePassword(opened, 'new', FAST_KEY))).code).toBe('no-space');
    expect(await opensWith(PASSWORD)).toBe(true);
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['another KDF', Buffer.from('{"kdf":"argon2"}')],
    ['parameters that take all memory', hostileKey({ N: 2 ** 30, r: 8, p: 1 })],
    ['parameters that are no numbers', hostileKey({ N: 3, r: 0, p: -1 })],
  ])('is not locked out by a planted key file with %s', async (_, bytes) => {
    for (let i = 0; i < 25; i++) {
      const planted = Buffer.concat([bytes, Buffer.alloc(i, ' ')]);
      await backend.save({ kind: 'key', name: idOf(planted) }, [planted]);
    }
    expect(await opensWith(PASSWORD)).toBe(true);
    const warnings: string[] = [];
    expect(await opensWith('wrong', (message) => warnings.push(message))).toBe(false);
    expect(warnings.length).toBe(25);
  });

  it('is not locked out by a key file whose bytes were altered', async () => {
    await backend.save({ kind: 'key', name: '0'.repeat(64) }, [await keyBytes()]);
    const warnings: string[] = [];
    expect(await opensWith(PASSWORD, (message) => warnings.push(message))).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('0'.repeat(64))]);
  });

  it('says that the keys are damaged, not that the password is wrong, when none can be used', async () => {
    const bytes = await keyBytes();
    await backend.remove({ kind: 'key', name: repository.keyId });
    await backend.save({ kind: 'key', name: repository.keyId }, [bytes.subarray(0, 100)]);
    expect((await failureOf(openRepository(backend, PASSWORD))).code).toBe('repository-damaged');
    await backend.remove({ kind: 'key', name: repository.keyId });
    expect((await failureOf(openRepository(backend, PASSWORD))).code).toBe('repository-missing');
  });

  it('tries twenty keys at most: each takes time', async () => {
    for (let i = 0; i < 21; i++) await addKey(repository, `password ${i}`, FAST_KEY);
    const error = await failureOf(openRepository(backend, 'none of them'));
    expect(error.message).toContain('none of 20 keys, and 2 were not tried');
  });

  async function keyBytes(): Promise<Buffer> {
    return backend.load({ kind: 'key', name: repository.keyId as KeyId });
  }
});

function hostileKey(parameters: { N: number; r: number; p: number }): Buffer {
  const bytes = Buffer.alloc(64).toString('base64');
  return Buffer.from(
    JSON.stringify({
      created: '2024-01-01T00:00:00Z',
      username: 'x',
      kdf: 'scrypt',
      ...parameters,
      salt: bytes,
      data: bytes,
    }),
  );
}
