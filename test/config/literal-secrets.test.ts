import { expect, test } from 'vitest';
import { literalSecrets } from '../../src/config/literal-secrets.ts';

const found = (text: string) => [...literalSecrets(text)].map(({ what }) => what);

const PART = 'eyJhbGciOiJIUzI1NiJ9';

test.each([
  [`${PART}.${PART}.c2lnbmF0dXJl`, 'a JSON web token'],
  [`bearer-${PART}.${PART}.c2ln`, 'a JSON web token'],
  [`x${PART}.${PART}.c2ln`, undefined],
  [`${PART}.other.c2ln`, undefined],
  ['s3:https://user:hunter2@example', 'a password in a URL'],
  ['https://example/a:b@c', undefined],
  ['https://user@example', undefined],
  ['password =  hunter2', 'a password'],
  ['password: "$PASSWORD"', undefined],
  ['password:   $PASSWORD', undefined],
  ['password: env:NAME', undefined],
])('%j looks like %s', (text, what) => {
  expect(found(text)[0]).toBe(what);
});

const LONG = 1_000_000;

test.each([
  ['a token that goes on', '-eyJ'.repeat(LONG)],
  ['a scheme that goes on', 'a'.repeat(LONG)],
  ['a name in a URL that goes on', `a://${'a:'.repeat(LONG)} `],
  ['white space that goes on behind a word', `password:${' '.repeat(LONG)}x`],
])('%s costs no more than its length', (_, text) => {
  expect(found(text)).toEqual([]);
});
