import { describe, expect, it } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import { parseSize } from '../../src/files/size.ts';

describe('a size as restic takes it', () => {
  it.each([
    ['0', 0n],
    ['512', 512n],
    ['512B', 512n],
    ['1k', 1024n],
    ['2M', 2_097_152n],
    ['3g', 3_221_225_472n],
    ['1T', 1_099_511_627_776n],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
  ])('%s', (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(['', 'M', '-1', '1.5G', '1GiB', '1 k', '0x10', '9223372036854775808', '9999999999T'])(
    '%j is refused',
    (text) => {
      expect(() => parseSize(text)).toThrow(HoldfastError);
    },
  );
});
