import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readStorageInputs } from '../../src/actions/storage-inputs.ts';

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);

let printed: string;

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('without inputs all is AWS’s own', () => {
  expect(readStorageInputs()).toEqual({ credentials: undefined, objectLock: undefined });
});

test('a key, its secrets masked; options; a lock', () => {
  give('aws-access-key-id', 'AKIAEXAMPLE');
  give('aws-secret-access-key', 'not to be seen');
  give('aws-session-token', 'nor this');
  give('aws-region', 'eu-west-1');
  give('storage-options', '# ours\ns3.storage-class=STANDARD_IA\n\ns3.connections=8\n');
  give('object-lock', 'compliance');
  give('object-lock-days', '60');
  expect(readStorageInputs()).toEqual({
    region: 'eu-west-1',
    storageClass: 'STANDARD_IA',
    connections: 8,
    credentials: {
      kind: 'keys',
      accessKeyId: 'AKIAEXAMPLE',
      secretAccessKey: 'not to be seen',
      sessionToken: 'nor this',
    },
    objectLock: { mode: 'COMPLIANCE', days: 60 },
  });
  expect(printed).toContain('::add-mask::not to be seen');
  expect(printed).toContain('::add-mask::nor this');
});

test.each<[Record<string, string>, string]>([
  [{ 'aws-access-key-id': 'AK' }, 'expected both the inputs'],
  [{ 'aws-session-token': 'some' }, 'expected both the inputs'],
  [{ 'aws-profile': 'a', 'aws-role': 'arn:aws:iam::1:role/a' }, 'expected one of them'],
  [{ 'aws-role': 'backup' }, 'expected a role’s ARN'],
  [{ 'aws-role': 'arn:aws:iam::1:role/a', 'aws-role-session-name': 'a b' }, '2 to 64 letters'],
  [{ 'aws-role-session-name': 'ab' }, '`aws-role` with it'],
  [{ 'aws-region': 'a', 'storage-options': 's3.region=b' }, 'they differ'],
  [{ 'storage-options': 's3.nonsense=b' }, 'the input `storage-options`'],
  [{ 'object-lock-days': '3' }, 'the input `object-lock`'],
])('%j is refused', (inputs, message) => {
  for (const [name, value] of Object.entries(inputs)) give(name, value);
  expect(() => readStorageInputs()).toThrow(message);
});
