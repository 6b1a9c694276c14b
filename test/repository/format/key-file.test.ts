import { describe, expect, test } from 'vitest';
import {
  decodeKeyFile,
  decodeMasterKey,
  encodeKeyFile,
  encodeMasterKey,
} from '../../../src/repository/format/key-file.ts';

const SALT = Buffer.alloc(64, 0xab);
const DATA = Buffer.from('sealed master key');
const key = {
  createdNs: 1_795_254_474_627_524_309n,
  username: 'root',
  hostname: 'db<1>',
  N: 32768,
  r: 8,
  p: 7,
  salt: SALT,
  data: DATA,
};
const JSON_TEXT =
  '{"created":"2026-11-21T09:47:54.627524309Z","username":"root","hostname":"db\\u003c1\\u003e","kdf":"scrypt",' +
  `"N":32768,"r":8,"p":7,"salt":"${SALT.toString('base64')}","data":"${DATA.toString('base64')}"}`;

describe('a key file', () => {
  test('is written and read as restic does it', () => {
    expect(encodeKeyFile(key).toString()).toBe(JSON_TEXT);
    expect(decodeKeyFile(Buffer.from(JSON_TEXT))).toEqual(key);
  });

  test('needs no host name', () => {
    const json = encodeKeyFile({ ...key, hostname: '' });
    expect(json.toString()).not.toContain('hostname');
    expect(decodeKeyFile(json).hostname).toBe('');
  });

  test('of another KDF is unsupported', () => {
    expect(() => decodeKeyFile(Buffer.from(JSON_TEXT.replace('scrypt', 'argon2id')))).toThrow(
      expect.objectContaining({ code: 'repository-unsupported' }),
    );
  });

  test.each([
    ['N of 0', JSON_TEXT.replace('32768', '0')],
    ['a negative p', JSON_TEXT.replace('"p":7', '"p":-7')],
    ['an r without end', JSON_TEXT.replace('"r":8', '"r":1e300')],
    ['no N', JSON_TEXT.replace('"N"', '"M"')],
    ['a short salt', JSON_TEXT.replace(SALT.toString('base64'), 'qw==')],
    ['a salt that is not base64', JSON_TEXT.replace('"salt":"q', '"salt":"*')],
    ['cut off', JSON_TEXT.slice(0, 100)],
  ])('with %s is damage', (_, json) => {
    expect(() => decodeKeyFile(Buffer.from(json), 'key 0123')).toThrow(
      expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/key 0123/) }),
    );
  });
});

describe('the master key', () => {
  const master = { encrypt: Buffer.alloc(32, 1), macK: Buffer.alloc(16, 2), macR: Buffer.alloc(16, 0xff) };
  const json = encodeMasterKey(master).toString();

  test('is written and read as restic does it', () => {
    expect(json).toBe(
      '{"mac":{"k":"AgICAgICAgICAgICAgICAg==","r":"/////////////////////w=="},' +
        '"encrypt":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}',
    );
    expect(decodeMasterKey(Buffer.from(json))).toEqual(master);
  });

  test.each([
    ['cut off', json.slice(0, -1)],
    ['of a short part', json.replace('AgICAgICAgICAgICAgICAg==', 'AgIC')],
    ['without MAC', json.replace('mac', 'cam')],
    ['of numbers', json.replace('"AgICAgICAgICAgICAgICAg=="', '[2,2]')],
  ])('%s is damage, and the message shows no byte of it', (_, damaged) => {
    try {
      decodeMasterKey(Buffer.from(damaged));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'repository-damaged' });
      for (let e: unknown = error; e instanceof Error; e = e.cause)
        expect(e.message).not.toMatch(/AgIC|AQEB|\/\/\//);
    }
  });
});
