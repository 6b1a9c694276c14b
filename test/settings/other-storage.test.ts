import { expect, test } from 'vitest';
import { otherStorage } from '../../src/settings/other-storage.ts';

const NONE = { accessKeyId: null, secretAccessKey: null, sessionToken: null, profile: null, region: null };
const named = (word: string) => word;

test('nothing given is nothing: it is reached as the first repository is', () => {
  expect(otherStorage(NONE, named)).toBeUndefined();
  expect(otherStorage({ ...NONE, accessKeyId: '', secretAccessKey: '' }, named)).toBeUndefined();
});

test('a key, a profile and a region are taken', () => {
  expect(otherStorage({ ...NONE, accessKeyId: 'a', secretAccessKey: 'b', region: 'r' }, named)).toEqual({
    region: 'r',
    credentials: { kind: 'keys', accessKeyId: 'a', secretAccessKey: 'b' },
  });
  expect(otherStorage({ ...NONE, profile: 'offsite' }, named)?.credentials).toEqual({
    kind: 'profile',
    name: 'offsite',
  });
});

test.each([
  [{ accessKeyId: 'a' }, /only a part of a key/],
  [{ secretAccessKey: 'b' }, /only a part of a key/],
  [{ sessionToken: 'c' }, /only a part of a key/],
  [{ accessKeyId: 'a', secretAccessKey: 'b', profile: 'p' }, /both access-key-id and profile/],
])('%j is refused: the first one’s key must not be taken instead', (given, message) => {
  expect(() => otherStorage({ ...NONE, ...given }, named)).toThrow(message);
});
