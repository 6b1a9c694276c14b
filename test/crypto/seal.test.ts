import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poly1305 } from '../../src/crypto/poly1305.ts';
import {
  newRepositoryKey,
  open,
  type RepositoryKey,
  SEAL_OVERHEAD_BYTES,
  seal,
  tryOpen,
} from '../../src/crypto/seal.ts';
import { base64, hex, readVectors } from '../vectors/read.ts';
import { RESTIC } from '../vectors/restic.ts';

interface MacVector {
  readonly r: string;
  readonly k: string;
  readonly nonce: string;
  readonly message: string;
  readonly tag: string;
}

describe('Poly1305-AES, the paper of 2005', () => {
  test.each(readVectors<{ vectors: MacVector[] }>('poly1305-aes').vectors)(
    'r $r',
    ({ r, k, nonce, message, tag }) => {
      const key = { encrypt: Buffer.alloc(32), macK: hex(k), macR: hex(r) };
      const sealed = Buffer.concat([hex(nonce), hex(message), hex(tag)]);
      expect(tryOpen(key, sealed)).toHaveLength(message.length / 2);
      sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1;
      expect(tryOpen(key, sealed)).toBeNull();
    },
  );
});

test('AES-256-CTR, NIST SP 800-38A F.5.5', () => {
  const key = withEncryptKey('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
  const sealed = authenticate(
    key,
    hex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff'),
    hex(
      '601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5' +
        '2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6',
    ),
  );
  expect(open(key, sealed, 'a vector').toString('hex')).toBe(
    '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51' +
      '30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710',
  );
});

test('the counter wraps from ones to zero', () => {
  const key = newRepositoryKey();
  const ecb = createCipheriv('aes-256-ecb', key.encrypt, null).setAutoPadding(false);
  const stream = ecb.update(Buffer.concat([Buffer.alloc(16, 0xff), Buffer.alloc(16)]));
  expect(open(key, authenticate(key, Buffer.alloc(16, 0xff), stream), 'a vector')).toEqual(Buffer.alloc(32));
});

describe('objects of restic', () => {
  const key: RepositoryKey = {
    encrypt: base64(RESTIC.masterKey.encrypt),
    macK: base64(RESTIC.masterKey.mac.k),
    macR: base64(RESTIC.masterKey.mac.r),
  };

  test('the config opens', () => {
    expect(open(key, base64(RESTIC.config), 'the config').toString()).toBe(RESTIC.configJson);
  });

  test("restic's own test vector opens", () => {
    const own: RepositoryKey = {
      encrypt: hex('303e8687b1d7db18421bdc6bb8588ccadac4d59ee87b8ff70c44e635790cafef'),
      macK: hex('ef4d8824cb80b2bcc5fbff8a9b12a42c'),
      macR: hex('cc8d4b948ee0ebfe1d415de921d10353'),
    };
    const sealed = hex(
      '69fb41c62d12def4593bd71757138606338f621aeaeb39da0fe4f99233f8037a54ea63338a813bcf3f75d8c3cc75dddf8750',
    );
    expect(open(own, sealed, 'a vector').toString()).toBe('Dies ist ein Test!');
  });
});

test('what was sealed opens, of any length', () => {
  const key = newRepositoryKey();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      const sealed = seal(key, plain);
      expect(sealed).toHaveLength(plain.length + SEAL_OVERHEAD_BYTES);
      expect(open(key, sealed, 'it')).toEqual(Buffer.from(plain));
    }),
  );
  const large = Buffer.alloc(1_000_003, 'large');
  expect(open(key, seal(key, large), 'it').equals(large)).toBe(true);
});

test('a flipped bit anywhere is found', () => {
  const key = newRepositoryKey();
  const sealed = seal(key, Buffer.from('sixteen and a few'));
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const altered = Buffer.from(sealed);
    altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(tryOpen(key, altered)).toBeNull();
  }
});

test('a cut-off object is found, at every length', () => {
  const key = newRepositoryKey();
  const sealed = seal(key, Buffer.from('sixteen and a few'));
  for (let length = 0; length < sealed.length; length++) {
    expect(tryOpen(key, sealed.subarray(0, length))).toBeNull();
  }
  expect(() => open(key, sealed.subarray(0, 31), 'pack 1234')).toThrow(
    /pack 1234: 31 bytes, expected 32 at least/,
  );
});

test.each(['encrypt', 'macK', 'macR'] as const)('another key in %s gives other bytes or none', (part) => {
  const key = newRepositoryKey();
  const other: RepositoryKey = { ...key, [part]: newRepositoryKey()[part] };
  const plain = Buffer.from('a secret');
  const opened = tryOpen(other, seal(key, plain));
  // The MAC covers the ciphertext alone: with another AES key it still holds.
  if (part === 'encrypt') expect(opened).not.toEqual(plain);
  else expect(opened).toBeNull();
});

test('an IV of zeros is refused although its MAC is right', () => {
  const key = newRepositoryKey();
  expect(tryOpen(key, authenticate(key, Buffer.alloc(16, 1), Buffer.from('x')))).not.toBeNull();
  expect(tryOpen(key, authenticate(key, Buffer.alloc(16), Buffer.from('x')))).toBeNull();
});

test('an IV never comes twice, across refills of the pool', () => {
  const key = newRepositoryKey();
  const ivs = new Set(Array.from({ length: 2000 }, () => seal(key, Buffer.alloc(0)).toString('hex', 0, 16)));
  expect(ivs.size).toBe(2000);
});

test('a damaged object is named, with a code', () => {
  const sealed = seal(newRepositoryKey(), Buffer.from('x'));
  expect(() => open(newRepositoryKey(), sealed, 'snapshot 1234')).toThrow(
    expect.objectContaining({
      code: 'repository-damaged',
      message: expect.stringContaining('snapshot 1234'),
    }),
  );
});

function withEncryptKey(encrypt: string): RepositoryKey {
  return { ...newRepositoryKey(), encrypt: hex(encrypt) };
}

/** IV ‖ ciphertext ‖ MAC for a ciphertext that somebody else made. */
function authenticate(key: RepositoryKey, iv: Buffer, ciphertext: Buffer): Buffer {
  const s = createCipheriv('aes-128-ecb', key.macK, null).setAutoPadding(false).update(iv);
  return Buffer.concat([iv, ciphertext, poly1305(Buffer.concat([key.macR, s]), ciphertext)]);
}
