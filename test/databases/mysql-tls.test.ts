import { expect, test } from 'vitest';
import { toolCall } from '../../src/databases/mysql/access.ts';
import { CLIENT_ARGS } from '../../src/databases/mysql/session.ts';

test('MariaDB’s client, which sends the password in plain all the same, is given no tls=required', () => {
  const access = {
    host: 'db',
    port: null,
    socket: null,
    user: 'u',
    password: 'p',
    tlsCa: null,
    toolFolder: null,
  };
  const call = (product: 'mysql' | 'mariadb') =>
    toolCall({ ...access, tls: 'required' }, { path: '/c', product }, []);
  expect(() => call('mariadb')).toThrow(expect.objectContaining({ code: 'bad-input' }));
  expect(call('mysql').script).toContain('--ssl-mode=REQUIRED');
});

test('a server can’t have the client send it a file', () => {
  expect(CLIENT_ARGS).toContain('--local-infile=0');
});
