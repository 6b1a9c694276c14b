import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import { decodeAcl, encodeAcl, largestAclId } from '../../../src/files/tar/acl-text.ts';

const ACCESS = 'system.posix_acl_access' as ByteString;
const id = fc.nat({ max: 2 ** 32 - 2 });
const permissions = fc.constantFrom('rwx', 'r-x', '-w-', '---');
const entries = fc.uniqueArray(fc.tuple(fc.constantFrom('user', 'group'), id, permissions), {
  selector: ([kind, number]) => `${kind}${number}`,
  maxLength: 20,
});

it('an access list is the same after it was text, with numbers of users and groups up to the largest', () => {
  fc.assert(
    fc.property(entries, (named) => {
      const lines = named.map(([kind, number, letters]) => `${kind}:${number}:${letters}`);
      const list = decodeAcl(
        Buffer.from(['user::rw-', ...lines, 'group::r--', 'mask::rwx', 'other::---'].join()),
      );
      expect(decodeAcl(encodeAcl(list) as Buffer)).toEqual(list);
      expect(largestAclId({ name: ACCESS, value: list })).toBe(
        Math.max(0, ...named.map(([, number]) => number)),
      );
    }),
  );
});

it('what is no access list becomes no text, which would be another list', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = encodeAcl(bytes);
      if (text !== null) expect(decodeAcl(text).length).toBe(bytes.length);
      expect(largestAclId({ name: ACCESS, value: bytes })).toBeGreaterThanOrEqual(0);
    }),
  );
  const list = decodeAcl(Buffer.from('user::rw-,group::r--,other::---'));
  list[6] = 8; // a permission that there isn't
  expect(encodeAcl(list)).toBe(null);
  expect(encodeAcl(list.subarray(0, 9))).toBe(null);
});
