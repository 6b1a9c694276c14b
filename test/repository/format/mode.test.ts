import { expect, test } from 'vitest';
import { modeOf, permissionsOf } from '../../../src/repository/format/mode.ts';

// Numbers as restic wrote them for such entries.
test.each([
  ['file', 0o6755, 12583405],
  ['file', 0o644, 420],
  ['dir', 0o1777, 2148532735],
  ['symlink', 0o777, 134218239],
  ['fifo', 0o644, 33554852],
  ['chardev', 0o644, 69206436],
  ['dev', 0o644, 67109284],
  ['socket', 0, 2 ** 24],
  ['irregular', 0, 2 ** 19],
] as const)('a %s with %o has Go mode %d', (type, permissions, mode) => {
  expect(modeOf(type, permissions)).toBe(mode);
  expect(permissionsOf(mode)).toBe(permissions);
});

test('all 4,096 permissions of a folder come back', () => {
  for (let permissions = 0; permissions <= 0o7777; permissions++) {
    expect(permissionsOf(modeOf('dir', permissions))).toBe(permissions);
  }
});
