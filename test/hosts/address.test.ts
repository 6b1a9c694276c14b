import { describe, expect, it } from 'vitest';
import {
  formatSshAddress,
  parseHostAddress,
  parseSshAddress,
  withoutPassword,
} from '../../src/hosts/address.ts';

describe('a host address', () => {
  it.each([
    ['ssh://deploy@db.example:2222', { user: 'deploy', host: 'db.example', port: 2222 }],
    ['ssh://db.example', { user: null, host: 'db.example', port: null }],
    ['ssh://root@[2001:db8::1]:22', { user: 'root', host: '2001:db8::1', port: 22 }],
    ['ssh://[::1]', { user: null, host: '::1', port: null }],
    ['ssh://root@h:22/', { user: 'root', host: 'h', port: 22 }],
    ['ssh://a_b@10.0.0.1/', { user: 'a_b', host: '10.0.0.1', port: null }],
  ])('%s has its parts', (text, parts) => {
    expect(parseSshAddress(text)).toEqual(parts);
    expect(parseSshAddress(formatSshAddress(parts))).toEqual(parts);
  });

  it('may be this machine', () => {
    expect(parseHostAddress('local')).toBe('local');
  });

  it.each([
    '',
    'db.example',
    'deploy@db.example',
    'http://db.example',
    'ssh://',
    'ssh://@db.example',
    'ssh://db.example:0',
    'ssh://db.example:65536',
    'ssh://db.example:22x',
    'ssh://db.example:',
    'ssh://2001:db8::1',
    'ssh://[db.example]',
    'ssh://db.example/srv',
    'ssh://a b@db.example',
    'ssh://db.example\n::error::x',
    'ssh://-oProxyCommand=touch$IFS',
    'ssh://-oProxyCommand=x@db.example',
    'ssh://$(id)@db.example',
  ])('%j is refused, with the value in the message', (text) => {
    expect(() => parseHostAddress(text)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => parseHostAddress(text)).toThrow(text.split('\n')[0]);
  });

  it.each([
    'ssh://root:hunter2@db.example',
    'root:hunter2@db.example',
    'ssh://root:hunter2@db.example/srv',
    'ssh://root:a/hunter2@db.example',
    'ssh://root:hunter2:b@db.example',
    'ssh://root:a@hunter2@db.example:22',
    'ssh://root:a\nhunter2@db.example',
  ])('%j is refused without repeating the password', (text) => {
    expect(() => parseHostAddress(text)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.not.stringContaining('hunter2') }),
    );
  });

  it.each(['local', 'ssh://root@[2001:db8::1]:22', 'ssh://db.example:22', 'ssh://a@b:2@3', ''])(
    '%j, which holds no password, is shown as it is',
    (text) => expect(withoutPassword(text)).toBe(text),
  );
});
