import { expect, test } from 'vitest';
import { formatMode } from '../../src/cli/node-view.ts';

test.each([
  [0o644, '-rw-r--r--'],
  [0x80000000 + 0o755, 'drwxr-xr-x'],
  [2148532735, 'dtrwxrwxrwx'],
  [134218239, 'Lrwxrwxrwx'],
  [12583405, 'ugrwxr-xr-x'],
  [69206436, 'Dcrw-r--r--'],
  [33554852, 'prw-r--r--'],
])('mode %d is shown as Go shows it', (mode, text) => expect(formatMode(mode)).toBe(text));
