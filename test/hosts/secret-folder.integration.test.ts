import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SecretFolder } from '../../src/hosts/secret-folder.ts';
import { commandLines } from '../services/processes.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** A process of its own that writes the files for the system's ssh, says where, and waits for its death. */
const WRITER = `
import { writeOpenSshFiles } from '${SOURCES}hosts/openssh-config.ts';
const [identity] = process.argv.slice(1);
const { secrets } = await writeOpenSshFiles({ user: null, host: 'db.example', port: null }, { identity });
console.log(secrets.path);
setInterval(() => undefined, 1000);
`;

describe('our own sudden death before the system’s ssh is started', () => {
  it('leaves no key in a file', async () => {
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----';
    const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, '--', key], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(writer.stdout, 'data');
    const folder = String(line).trim();
    expect(readFileSync(join(folder, 'identity'), 'utf8')).toContain(key);
    writer.kill('SIGKILL');
    await expect.poll(() => existsSync(folder)).toBe(false);
  });

  it('is watched for before there is anything in the folder, by a process that ends with it', async () => {
    const folder = await SecretFolder.make(tmpdir(), 'holdfast-ssh-');
    const watchers = async () => (await commandLines()).filter((line) => line.includes(folder.path));
    expect(await watchers()).toHaveLength(1);
    expect(readdirSync(folder.path)).toEqual([]);
    await folder.remove();
    await folder.remove();
    expect([existsSync(folder.path), await watchers()]).toEqual([false, []]);
  });
});
