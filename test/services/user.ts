import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { endProcesses, processesOf } from './processes.ts';

const run = promisify(execFile);

export interface TestUserOptions {
  /** Path of the login shell; default /bin/sh. */
  shell?: string;
  /** Default: none, only keys let the user in. */
  password?: string;
  /** Files in the home folder, by their path below it. */
  files?: Readonly<Record<string, string>>;
  /**
   * What follows the user's name in sudoers: `ALL=(ALL) NOPASSWD: ALL`. Default: no rule. `Defaults` on further lines
   * are the user's own.
   */
  sudo?: string;
}

export interface TestUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  /** Ends the user's processes and removes the account, its home and its sudo rule. Idempotent. */
  remove(): Promise<void>;
}

/** Makes an account with a random name. Needs root. */
export async function createTestUser(options: TestUserOptions = {}): Promise<TestUser> {
  const name = `hft${randomBytes(4).toString('hex')}`;
  const home = `/home/${name}`;
  await run('useradd', ['-m', '-d', home, '-s', options.shell ?? '/bin/sh', name]);
  const remove = async () => {
    await rm(sudoersFile(name), { force: true });
    await endProcessesOf(name);
    await run('userdel', ['-r', '-f', name]).catch(() => undefined); // also when it is gone already
  };
  try {
    // `*`: no password fits, yet the account isn't locked (sshd refuses keys too for a locked one).
    if (options.password === undefined) await run('usermod', ['-p', '*', name]);
    else await setPassword(name, options.password);
    const uid = await numberFrom('id', ['-u', name]);
    const gid = await numberFrom('id', ['-g', name]);
    await writeFiles(home, options.files ?? {}, { uid, gid });
    if (options.sudo !== undefined) {
      const rules = `${name} ${options.sudo}\n`.replace(/^Defaults /gm, `Defaults:${name} `);
      await writeFile(sudoersFile(name), rules, { mode: 0o440 });
    }
    return { name, uid, gid, home, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function sudoersFile(user: string): string {
  return `/etc/sudoers.d/${user}`;
}

async function setPassword(user: string, password: string): Promise<void> {
  const setting = run('chpasswd', []);
  setting.child.stdin?.end(`${user}:${password}\n`);
  await setting;
}

async function numberFrom(command: string, args: string[]): Promise<number> {
  return Number((await run(command, args)).stdout);
}

async function writeFiles(
  home: string,
  files: Readonly<Record<string, string>>,
  owner: { uid: number; gid: number },
) {
  for (const [path, contents] of Object.entries(files)) {
    const file = join(home, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
    await chown(file, owner.uid, owner.gid);
    for (let folder = dirname(file); folder !== home; folder = dirname(folder)) {
      await chown(folder, owner.uid, owner.gid);
    }
  }
}

async function endProcessesOf(user: string): Promise<void> {
  const theirs = await processesOf(user).catch(() => []); // no such user
  await endProcesses(theirs.map(({ pid }) => pid));
}
