import { describe, expect, test } from 'vitest';
import { DEFAULT_SCRYPT, deriveKey, SALT_BYTES } from '../../src/crypto/kdf.ts';
import { open, tryOpen } from '../../src/crypto/seal.ts';
import { base64 } from '../vectors/read.ts';
import { RESTIC } from '../vectors/restic.ts';

const salt = Buffer.alloc(SALT_BYTES, 7);

test("restic's key file opens with its password, and not with another", async () => {
  const parameters = { ...RESTIC.scrypt, salt: base64(RESTIC.scrypt.salt) };
  const sealed = base64(RESTIC.keyData);
  const opened = open(await deriveKey(RESTIC.password, parameters), sealed, 'the key');
  expect(JSON.parse(opened.toString())).toEqual(RESTIC.masterKey);
  expect(tryOpen(await deriveKey(`${RESTIC.password} `, parameters), sealed)).toBeNull();
});

test('a password is taken as the bytes of its UTF-8', async () => {
  const cost = { N: 2, r: 1, p: 1, salt };
  const composed = await deriveKey('\u00e9', cost);
  const decomposed = await deriveKey('e\u0301', cost);
  expect(composed).not.toEqual(decomposed);
});

test("new keys cost no less than restic's own: N 32768, r 8, and p up to 8 by its calibration", () => {
  expect(DEFAULT_SCRYPT).toEqual({ N: 32_768, r: 8, p: 8 });
});

describe('parameters of a planted key file', () => {
  test.each([
    ['no power of two', { N: 32_767, r: 8, p: 1 }],
    ['N of 1', { N: 1, r: 8, p: 1 }],
    ['N of 0', { N: 0, r: 8, p: 1 }],
    ['a negative r', { N: 32_768, r: -8, p: 1 }],
    ['a fraction', { N: 32_768, r: 8, p: 1.5 }],
    ['not a number', { N: Number.NaN, r: 8, p: 1 }],
    ['infinity', { N: Number.POSITIVE_INFINITY, r: 8, p: 1 }],
    ['2 GiB of memory', { N: 2 ** 21, r: 8, p: 1 }],
    ['hours of work', { N: 2, r: 1, p: 2 ** 30 }],
    ['all at once', { N: 2 ** 40, r: 2 ** 20, p: 2 ** 20 }],
  ])('%s is refused at once', async (_name, cost) => {
    await expect(deriveKey('x', { ...cost, salt })).rejects.toMatchObject({
      code: 'repository-unsupported',
      message: expect.stringMatching(/scrypt: .*, expected .*/),
    });
  });

  test.each([0, 32, 63, 65])('a salt of %i bytes is refused', async (length) => {
    await expect(deriveKey('x', { N: 2, r: 1, p: 1, salt: Buffer.alloc(length) })).rejects.toMatchObject({
      code: 'repository-unsupported',
    });
  });
});

test("parameters past OpenSSL's own bound of 32 MiB work, as restic's do", async () => {
  const key = await deriveKey('x', { N: 2 ** 14, r: 32, p: 1, salt });
  expect(key.encrypt).toHaveLength(32);
});
