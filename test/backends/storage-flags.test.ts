import { describe, expect, test } from 'vitest';
import { parseObjectLock, parseStorageOptions } from '../../src/backends/storage-flags.ts';
import { HoldfastError } from '../../src/errors.ts';

describe('parseStorageOptions', () => {
  test('takes restic’s own options for S3, and ours', () => {
    const options = [
      's3.region=eu-west-1',
      's3.bucket-lookup=dns',
      's3.connections=20',
      'S3.Storage-Class = standard_ia',
      's3.sse=aws:kms',
      's3.sse-kms-key-id=arn:aws:kms:eu-west-1:123456789012:key/1=2',
    ];
    expect(parseStorageOptions(options, '-o')).toEqual({
      region: 'eu-west-1',
      bucketLookup: 'dns',
      connections: 20,
      storageClass: 'STANDARD_IA',
      sse: 'aws:kms',
      sseKmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1=2',
    });
    expect(parseStorageOptions([], '-o')).toEqual({});
  });

  test.each([
    ['s3.retries=5', 'is absent here'],
    ['s3.nonsense=5', 'there is no option "s3.nonsense"'],
    ['s3.region', 'it is ""'],
    ['s3.connections=0', 'from 1 to 100'],
    ['s3.connections=1e9', 'from 1 to 100'],
    ['s3.sse=aes', 'expected AES256, aws:kms'],
    ['s3.sse-kms-key-id=k', 'without s3.sse=aws:kms'],
    ['s3.storage-class=glacier', 'GLACIER is an archive'],
    ['s3.region=a b', 'a region’s name'],
  ])('refuses %s', (option, message) => {
    expect(() => parseStorageOptions([option], '-o')).toThrow(HoldfastError);
    expect(() => parseStorageOptions([option], '-o')).toThrow(message);
  });

  test('refuses an option that is given twice: one of them would be ignored', () => {
    expect(() => parseStorageOptions(['s3.region=a', 's3.region=b'], '-o')).toThrow('given twice');
  });
});

describe('parseObjectLock', () => {
  const names = { mode: '--object-lock', days: '--object-lock-days' };

  test('takes both its parts, or none', () => {
    expect(parseObjectLock({ mode: 'compliance', days: '30' }, names)).toEqual({
      mode: 'COMPLIANCE',
      days: 30,
    });
    expect(parseObjectLock({ mode: 'governance', days: '1' }, names)?.mode).toBe('GOVERNANCE');
    expect(parseObjectLock({ mode: null, days: null }, names)).toBeUndefined();
  });

  test.each([
    [{ mode: 'compliance', days: null }, '--object-lock alone'],
    [{ mode: null, days: '3' }, '--object-lock-days alone'],
    [{ mode: 'COMPLIANCE', days: '3' }, 'expected compliance, governance'],
    [{ mode: 'compliance', days: '0' }, 'from 1 to 3650'],
    [{ mode: 'compliance', days: '36500' }, 'from 1 to 3650'], // nobody could take it back
  ])('refuses %j', (given, message) => {
    expect(() => parseObjectLock(given, names)).toThrow(message);
  });
});
