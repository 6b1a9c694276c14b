import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  envelop,
  isSignedBy,
  keyIdOf,
  parseSigningKey,
  parseVerifyingKeys,
  preAuthEncoding,
} from '../../src/drills/dsse.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519').publicKey;
const payload = Buffer.from('{"a":1}');

describe('an envelope', () => {
  test('is signed over DSSE’s own encoding (protocol.md’s example)', () => {
    expect(preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
  });

  test('is believed by its key alone, and only as it was signed', () => {
    const envelope = envelop('a/b', payload, privateKey);
    expect(envelope.signatures[0]?.keyid).toBe(keyIdOf(publicKey));
    expect(isSignedBy(envelope, [publicKey])).toBe(true);
    expect(isSignedBy(envelope, [other])).toBe(false);
    expect(isSignedBy({ ...envelope, payload: Buffer.from('{"a":2}').toString('base64') }, [publicKey])).toBe(
      false,
    );
    expect(isSignedBy({ ...envelope, payloadType: 'a/c' }, [publicKey])).toBe(false);
    expect(isSignedBy(envelop('a/b', payload, null), [publicKey])).toBe(false);
    // What the envelope says of its key proves nothing.
    const claimed = { keyid: keyIdOf(publicKey), sig: Buffer.alloc(64).toString('base64') };
    expect(isSignedBy({ ...envelope, signatures: [claimed] }, [publicKey])).toBe(false);
  });

  test('takes Ed25519 keys in PEM and no others, and shows none of them', () => {
    const pemOf = (key: typeof privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(keyIdOf(createPublicKey(parseSigningKey(pemOf(privateKey), 'k')))).toBe(keyIdOf(publicKey));
    const [old, own] = [other, publicKey].map((key) =>
      key.export({ type: 'spki', format: 'pem' }).toString(),
    );
    expect(parseVerifyingKeys(own as string, 'k').map(keyIdOf)).toEqual([keyIdOf(publicKey)]);
    // After a change of keys both.
    const both = parseVerifyingKeys(`# since 2026\n${own}# before\n${old}`, 'k');
    expect(both.map(keyIdOf)).toEqual([publicKey, other].map(keyIdOf));
    expect(isSignedBy(envelop('a/b', payload, privateKey), both.toReversed())).toBe(true);
    expect(() => parseVerifyingKeys(`${own}${pemOf(rsa)}`, 'k')).toThrow('of type rsa');
    for (const text of [pemOf(rsa), 'secret text', '']) {
      expect(() => parseSigningKey(text, 'the file "k"')).toThrow(/the file "k": it is (no key|of type rsa)/);
      expect(() => parseSigningKey(text, 'k')).not.toThrow(/secret text/);
    }
  });
});
