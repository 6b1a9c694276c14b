import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccounts } from '../../src/files/accounts.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { alteredHost } from './altered-host.ts';

const run = promisify(execFile);
let host: Host;
beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());

describe('the accounts of a host', () => {
  it('are those of its name service', async () => {
    const { users, groups } = await readAccounts(host);
    for (const [database, names] of [
      ['passwd', users],
      ['group', groups],
    ] as const) {
      const { stdout } = await run('getent', [database]);
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => line.split(':'));
      for (const [, , id] of lines) {
        const first = lines.find((line) => line[2] === id)?.[0];
        expect(names.get(Number(id))).toBe(first);
      }
    }
  });

  it('are those of its files where there is no getent', async () => {
    const { users } = await readAccounts(alteredHost(host, 'getent() { return 127; }'));
    expect(users.get(0)).toBe('root');
  });

  it('leave out lines that are none, keep the first name of a number, and names beyond ASCII', async () => {
    const lines =
      'first:x:7:7::/:\\nsecond:x:7:7::/:\\n+::::::\\nbad:x:-1:\\nhuge:x:4294967296:\\n\\nj\\303\\274rg:x:8:8::/:\\n\\377:x:9:\\n';
    const { users, groups } = await readAccounts(alteredHost(host, `getent() { printf '${lines}'; }`));
    expect([...users]).toEqual([
      [7, 'first'],
      [8, 'jürg'],
    ]);
    expect(groups).toEqual(users);
  });
});
