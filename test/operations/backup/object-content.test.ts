import { expect, test } from 'vitest';
import { differingHeaders } from '../../../src/operations/backup/object-content.ts';

test('what two objects are kept with is compared name by name, in whatever order it comes', () => {
  const html = {
    headers: { 'content-type': 'text/html', 'cache-control': 'no-store' },
    metadata: { a: '1' },
  };
  const same = {
    headers: { 'cache-control': 'no-store', 'content-type': 'text/html' },
    metadata: { a: '1' },
  };
  expect(differingHeaders(html, same)).toEqual([]);
  const other = { headers: { 'content-type': 'text/plain' }, metadata: { b: '1' } };
  expect(differingHeaders(html, other)).toEqual([
    'cache-control',
    'content-type',
    'x-amz-meta-a',
    'x-amz-meta-b',
  ]);
});
