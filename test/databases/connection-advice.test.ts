import { expect, test } from 'vitest';
import { adviceBy, PASSWORD_ADVICE } from '../../src/databases/connection-advice.ts';

const advice = adviceBy([
  [/tool is not there/, ''],
  [/who are you/, PASSWORD_ADVICE],
]);

test.each([
  [': "who are you?"', / HOLDFAST_DATABASE_PASSWORD .*\?password-env=NAME/],
  [
    ': "connection to server at "localhost" (127.0.0.1), port 1 failed: Connection refused"',
    /See that the server runs/,
  ],
  [
    ": \"ERROR 2002 (HY000): Can't connect to local server through socket '/nowhere' (2)\"",
    /host, port or socket/,
  ],
  [
    ': "Could not connect to Redis at nosuchhost.invalid:6379: Name or service not known"',
    /See that the server runs/,
  ],
  [': "tool is not there: install it"', /^$/],
  [': "something else"', /^$/],
])('what a client says, %s, comes with what to do', (said, expected) => {
  expect(advice(said)).toMatch(expected);
});
