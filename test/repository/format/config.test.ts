import { expect, test } from 'vitest';
import { decodeConfig, encodeConfig } from '../../../src/repository/format/config.ts';

const ID = '0f5e7f8d6c1b4a3928170655443322110f5e7f8d6c1b4a392817065544332211';
const JSON_TEXT = `{"version":2,"id":"${ID}","chunker_polynomial":"2bd7b45530738b"}`;

test('is written and read as restic does it', () => {
  const config = { version: 2, id: ID, chunkerPolynomial: 0x2bd7b45530738bn } as const;
  expect(encodeConfig(config).toString()).toBe(JSON_TEXT);
  expect(decodeConfig(Buffer.from(JSON_TEXT))).toEqual(config);
  expect(decodeConfig(Buffer.from(JSON_TEXT.replace(':2,', ':1,'))).version).toBe(1);
});

test.each([
  ['version 3', JSON_TEXT.replace(':2,', ':3,')],
  ['version 0', JSON_TEXT.replace(':2,', ':0,')],
  ['a polynomial of another degree', JSON_TEXT.replace('2bd7', '4bd7')],
  ['a polynomial of a small degree', JSON_TEXT.replace('2bd7b45530738b', '7')],
  ['no polynomial at all', JSON_TEXT.replace('2bd7b45530738b', '0')],
])('%s is unsupported', (_, json) => {
  expect(() => decodeConfig(Buffer.from(json))).toThrow(
    expect.objectContaining({ code: 'repository-unsupported' }),
  );
});

test.each([
  ['not JSON', JSON_TEXT.slice(1)],
  ['cut off', JSON_TEXT.slice(0, -1)],
  ['an ID that is none', JSON_TEXT.replace(ID, 'x')],
  ['a polynomial with 0x', JSON_TEXT.replace('2bd7', '0x2bd7')],
  ['a polynomial in capitals', JSON_TEXT.replace('2bd7b45530738b', '2BD7B45530738B')],
  ['a polynomial that is empty', JSON_TEXT.replace('2bd7b45530738b', '')],
  ['a polynomial that is not irreducible', JSON_TEXT.replace('738b', '738a')],
  ['a polynomial past 64 bits', JSON_TEXT.replace('2bd7', '2bd700000')],
  ['a version that is text', JSON_TEXT.replace(':2,', ':"2",')],
  ['empty', ''],
])('%s is damage', (_, json) => {
  expect(() => decodeConfig(Buffer.from(json))).toThrow(
    expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/the config/) }),
  );
});
