import { describe, expect, it } from 'vitest';
import { holdsCredentials, openBackend, redactUrl } from '../../src/backends/location.ts';

describe('openBackend', () => {
  it.each([
    ['/srv/backup', '/srv/backup'],
    ['local:/srv/backup', '/srv/backup'],
    ['local:rest:/x', `${process.cwd()}/rest:/x`],
    ['backup', `${process.cwd()}/backup`],
    ['./a b/../c', `${process.cwd()}/c`],
    ['s3:http://127.0.0.1:9/bucket/a%20b', 's3:http://127.0.0.1:9/bucket/a%20b'],
  ])('reads %s as restic does', async (url, location) => {
    const backend = await openBackend(url);
    expect(backend.location).toBe(location);
    await backend.close();
  });

  it.each([
    's3:https://host',
    's3:/bucket/prefix',
    'sftp:u@h:/x',
    'rest:https://h/',
    'gs:b:/',
    'ftp://h/x',
    'S3:https://host/bucket',
    ' s3:https://host/bucket',
    '\ts3:host/bucket',
    'Rest:https://h/',
    ' local:/x',
    '',
    'local:',
    'a\0b',
  ])('refuses %j by saying so, not by making a folder of that name', async (url) => {
    await expect(openBackend(url)).rejects.toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it.each([
    ['rest:https://user:hunter2@host/repo', 'rest:https://***@host/repo'],
    ['sftp:user:hunter2@host:/x', 'sftp:***@host:/x'],
    ['rest:https://user:a/b@hunter2@host/repo', 'rest:https://***@host/repo'],
    ['rest:https://hunter2@host/repo', 'rest:https://***@host/repo'],
    ['s3:https://host/bucket?token=hunter2', 's3:https://host/bucket?***'],
    ['s3:https://AKIA:hunter2@host/bucket', 's3:https://***@host/bucket'],
    ['s3:AKIA:hunter2@host/bucket', 's3:***@host/bucket'],
    ['S3:AKIA:hunter2@host/bucket', 'S3:***@host/bucket'],
    [' s3:https://AKIA:hunter2@host/bucket', '***@host/bucket'],
    ['s3:https://AKIA:hun/ter2:hunter2@host/bucket', 's3:https://***@host/bucket'],
  ])('keeps secrets of an address out of messages', async (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
    expect(holdsCredentials(url)).toBe(true);
    await expect(openBackend(url)).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it.each(['/srv/a@b', 'a?b@c', 's3:https://host/bucket'])('%s holds no secret', (url) => {
    expect(holdsCredentials(url)).toBe(false);
  });
});
