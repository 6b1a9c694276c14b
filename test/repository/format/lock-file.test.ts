import { expect, test } from 'vitest';
import { decodeLock, encodeLock } from '../../../src/repository/format/lock-file.ts';

const lock = {
  timeNs: 1_795_254_474_627_524_309n,
  exclusive: true,
  hostname: 'runner',
  username: 'deploy',
  pid: 4711,
  uid: 1000,
  gid: 100,
};
const JSON_TEXT =
  '{"time":"2026-11-21T09:47:54.627524309Z","exclusive":true,"hostname":"runner","username":"deploy","pid":4711,' +
  '"uid":1000,"gid":100}';

test('is written and read as restic does it', () => {
  expect(encodeLock(lock).toString()).toBe(JSON_TEXT);
  expect(decodeLock(Buffer.from(JSON_TEXT))).toEqual(lock);
});

test("root's lock has neither uid nor gid", () => {
  const json = encodeLock({ ...lock, exclusive: false, uid: 0, gid: 0 });
  expect(json.toString()).toMatch(/"exclusive":false,.*"pid":4711}$/);
  expect(decodeLock(json)).toMatchObject({ exclusive: false, uid: 0, gid: 0 });
});

test.each([
  ['exclusive as text', JSON_TEXT.replace('true', '"true"')],
  ['a time without zone', JSON_TEXT.replace('Z"', '"')],
  ['a negative process number', JSON_TEXT.replace('4711', '-1')],
  ['a cut-off end', JSON_TEXT.slice(0, -2)],
  ['nothing in it', ''],
])('%s is damage', (_, json) => {
  expect(() => decodeLock(Buffer.from(json), 'lock 0123')).toThrow(
    expect.objectContaining({ code: 'repository-damaged', message: expect.stringMatching(/lock 0123/) }),
  );
});
