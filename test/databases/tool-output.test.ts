import { expect, test } from 'vitest';
import type { ByteString } from '../../src/bytestring.ts';
import { lossIn } from '../../src/databases/postgresql/warnings.ts';
import { ToolMessages } from '../../src/databases/tool-output.ts';

const LOSS = 'pg_dump: warning: subscriptions not dumped because current user is not a superuser';

test('what a tool says of loss in the middle of much else is not lost itself', () => {
  const messages = new ToolMessages([], (line) => lossIn([line]) !== null);
  for (let i = 0; i < 1000; i++) {
    messages.add(`pg_dump: warning: there are circular foreign-key constraints (${i})` as ByteString);
    if (i === 500) messages.add(LOSS as ByteString);
  }
  expect(lossIn(messages.lines)).toBe(LOSS);
  expect(messages.lines).toHaveLength(42);
  expect(messages.lines).toContain('(960 more lines)');
});

test('what a server says of a collation’s version is no loss of a dump', () => {
  const line = 'WARNING:  database "a" has no actual collation version, but a version was recorded';
  expect(lossIn([line])).toBeNull();
  const zeroed = 'WARNING:  invalid page in block 0 of relation base/5/16384; zeroing out page';
  expect(lossIn([line, zeroed])).toBe(zeroed);
});
