import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { DEFAULT_SCRYPT, deriveKey } from '../../src/crypto/kdf.ts';
import { scryptInLanes, worthLanes } from '../../src/crypto/scrypt-lanes.ts';

/** RFC 7914, section 12. */
const VECTOR = {
  password: 'password',
  parameters: { N: 1024, r: 8, p: 16, salt: Buffer.from('NaCl') },
  derived:
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
    '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
};

test.each([1, 2, 5])('in %i threads the lanes give the vector of the standard', async (threads) => {
  const { password, parameters, derived } = VECTOR;
  const bytes = await scryptInLanes(password, parameters, { lengthBytes: 64, threads });
  expect(bytes.toString('hex')).toBe(derived);
});

test.each([
  { N: 2, r: 1, p: 1 },
  { N: 4, r: 32, p: 3 },
  { N: 256, r: 3, p: 2 },
  { N: 16, r: 8, p: 9 },
])('the lanes of N $N, r $r, p $p give what OpenSSL does', async (cost) => {
  const salt = Buffer.from('a salt');
  const bytes = await scryptInLanes('pass', { ...cost, salt }, { lengthBytes: 40, threads: 2 });
  expect(bytes).toEqual(scryptSync('pass', salt, 40, cost));
});

test("keys of restic's cost are derived in lanes where there are cores for it", () => {
  expect(worthLanes(DEFAULT_SCRYPT, 2)).toBe(true);
  expect(worthLanes(DEFAULT_SCRYPT, 1)).toBe(false);
  expect(worthLanes({ ...DEFAULT_SCRYPT, p: 5 }, 2)).toBe(true);
  expect(worthLanes({ ...DEFAULT_SCRYPT, p: 4 }, 2)).toBe(false);
});

test('a planted key file makes lanes take no more memory than 64 MiB each', () => {
  expect(worthLanes({ N: 2 ** 16, r: 8, p: 8 }, 2)).toBe(true);
  expect(worthLanes({ N: 2 ** 17, r: 8, p: 8 }, 2)).toBe(false);
});

test('a thread that has no room is an error, and no other is left running', async () => {
  const tooLarge = { N: 2 ** 17, r: 8, p: 2, salt: Buffer.from('s') };
  await expect(scryptInLanes('x', tooLarge, { lengthBytes: 64, threads: 2 })).rejects.toThrow(
    'Maximum memory size exceeded',
  );
});

test('one thread and several derive the same key', async () => {
  const parameters = { N: 2 ** 13, r: 8, p: 7, salt: Buffer.alloc(64, 7) };
  const [one, several] = await Promise.all([
    deriveKey('x', parameters, { threads: 1 }),
    deriveKey('x', parameters, { threads: 2 }),
  ]);
  expect(several).toEqual(one);
});
