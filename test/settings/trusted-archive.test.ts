import { expect, test } from 'vitest';
import { requireTrusted } from '../../src/settings/trusted-archive.ts';

const OURS = 'a1'.repeat(32);

test('an archive is trusted by its SHA-256 alone', () => {
  requireTrusted(OURS, OURS.toUpperCase(), '--trust-archive');
  expect(() => requireTrusted(OURS, 'b2'.repeat(32), '--trust-archive')).toThrow(
    expect.objectContaining({ code: 'restore-blocked' }),
  );
  for (const given of ['', 'true', OURS.slice(1)])
    expect(() => requireTrusted(OURS, given, '--trust-archive')).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
});
