import { describe, expect, test } from 'vitest';
import { parseFileCheck, parseUserCheck } from '../../src/drills/user-check.ts';

describe('a check of the user’s own', () => {
  test.each([
    ['sql: SELECT 1 => 1', { kind: 'sql', database: null, statement: 'SELECT 1', expected: '1' }],
    [
      'sql wiki: SELECT a::text => x => y',
      { kind: 'sql', database: 'wiki', statement: 'SELECT a::text => x', expected: 'y' },
    ],
    ['command: test -e a', { kind: 'command', inApplication: false, command: 'test -e a', expected: null }],
    ['command application: id', { kind: 'command', inApplication: true, command: 'id', expected: null }],
    ['command: echo "" => ', { kind: 'command', command: 'echo ""', expected: '' }],
    [
      'http: http://localhost:8080/health => "up"',
      {
        kind: 'http',
        inApplication: false,
        url: 'http://localhost:8080/health',
        socket: null,
        expected: '"up"',
      },
    ],
    [
      'http application: unix:/run/app/s.sock:/health?a=b => up',
      { kind: 'http', inApplication: true, url: 'http://localhost/health?a=b', socket: '/run/app/s.sock' },
    ],
    ['sql application: SELECT 1', { kind: 'sql', database: 'application', statement: 'SELECT 1' }],
    ['file: /srv/a b => text', { kind: 'file', path: '/srv/a b', expected: 'text' }],
  ])('%s', (text, expected) => {
    expect(parseUserCheck(text, '--check')).toMatchObject(expected);
  });

  test.each([
    '',
    'SELECT 1',
    'sql:',
    'sql: => 1',
    'file: relative',
    'command x: true',
    'http: /',
    'http: http://wiki.example/',
    'http: http://localhost.example/',
    'file: /srv/../../etc/passwd',
    'file application: /etc/passwd',
    'command application x: true',
    'http application: http://wiki.example/',
    'http: unix:s.sock:/',
    'http: unix:/s.sock',
    'http: unix:/s.sock:http://wiki.example/',
  ])('is not %j', (text) => {
    expect(() => parseUserCheck(text, '--check')).toThrow('Cannot use --check');
  });
});

describe('a check by whoever starts a drill', () => {
  test('is of a file', () => {
    expect(parseFileCheck('file: /srv/a => b', 'it')).toMatchObject({ path: '/srv/a', expected: 'b' });
  });

  test.each([
    'command: id',
    ' command: id',
    'sql: .shell id',
    'sql wiki: SELECT 1',
    'file: /../proc/self/environ => x',
    'id',
  ])('is not %j', (text) => {
    expect(() => parseFileCheck(text, 'the input `safe-check`')).toThrow('Cannot use the input `safe-check`');
  });
});
