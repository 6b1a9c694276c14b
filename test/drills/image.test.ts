import { expect, test } from 'vitest';
import { ofVersion } from '../../src/drills/image.ts';

test.each(['16', '10.11', '2.19.1', '8.0.36-debian'])('an image of the version %s', (version) => {
  expect(ofVersion('registry.example/db:{version}', version)).toBe(`registry.example/db:${version}`);
});

test.each([
  '',
  '1/evil',
  '443/evil/image',
  '16@sha256:abc',
  '16:x',
  '16 x',
  'latest',
  '-1',
  `1${'0'.repeat(64)}`,
])('what a server says of its version makes no other image of it: %j', (version) => {
  expect(() => ofVersion('db:{version}', version)).toThrow(/the dumped server's version is/);
});
