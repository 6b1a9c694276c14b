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

async function firstNames(database: string): Promise<ReadonlyMap<number, string>> {
  const { stdout } = await run('getent', [database]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(':'));
  return new Map(lines.reverse().map(([name = '', , id]) => [Number(id), name]));
}

describe('the accounts of a host', () => {
  it('are those of its name service', async () => {
    const before = { users: await firstNames('passwd'), groups: await firstNames('group') };
    const accounts = await readAccounts(host);
    const after = { users: await firstNames('passwd'), groups: await firstNames('group') };
    for (const kind of ['users', 'groups'] as const) {
      // Other tests make and remove accounts of their own meanwhile.
      const lasting = [...before[kind]].filter(([id, name]) => after[kind].get(id) === name);
      expect(lasting.length).toBeGreaterThan(10);
      for (const [id, name] of lasting) expect(accounts[kind].get(id)).toBe(name);
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
