import { describe, expect, it } from 'vitest';
import { holdsCredentials, openBackend, redactUrl } from '../../src/backends/location.ts';

describe('openBackend', () => {
  it.each([
    ['/srv/backup', '/srv/backup'],
    ['local:/srv/backup', '/srv/backup'],
    ['local:rest:/x', `${process.cwd()}/rest:/x`],
    ['backup', `${process.cwd()}/backup`],
    ['./a b/../c', `${process.cwd()}/c`],
  ])('reads %s as restic does', (url, location) => {
    expect(openBackend(url).location).toBe(location);
  });

  it.each([
    's3:https://host/bucket',
    'sftp:u@h:/x',
    'rest:https://h/',
    'gs:b:/',
    'ftp://h/x',
    '',
    'local:',
    'a\0b',
  ])('refuses %j by saying so, not by making a folder of that name', (url) => {
    expect(() => openBackend(url)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it.each([
    ['rest:https://user:hunter2@host/repo', 'rest:https://***@host/repo'],
    ['sftp:user:hunter2@host:/x', 'sftp:***@host:/x'],
    ['rest:https://user:a/b@hunter2@host/repo', 'rest:https://***@host/repo'],
    ['rest:https://hunter2@host/repo', 'rest:https://***@host/repo'],
    ['s3:https://host/bucket?token=hunter2', 's3:https://host/bucket?***'],
  ])('keeps secrets of an address out of messages', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
    expect(holdsCredentials(url)).toBe(true);
    expect(() => openBackend(url)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it.each(['/srv/a@b', 'a?b@c', 's3:https://host/bucket'])('%s holds no secret', (url) => {
    expect(holdsCredentials(url)).toBe(false);
  });
});
