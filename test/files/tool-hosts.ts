import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../../src/hosts/host.ts';
import { alteredHost } from './altered-host.ts';

const run = promisify(execFile);

/** Makers of the tools that a host has; what isn't named stays as it is on this machine. */
export type ToolMakers = Readonly<Record<string, 'busybox' | 'toybox' | 'bsdtar' | 'gnu'>>;

/** All that a listing, a reading and a restore use. */
const TOOLS =
  'find stat xargs tar sh head cat date id uname touch chown chmod mv mkdir rmdir rm ls sha256sum sync mktemp'.split(
    ' ',
  );

export function all(maker: 'busybox' | 'toybox'): ToolMakers {
  const tools = maker === 'toybox' ? TOOLS.filter((tool) => tool !== 'sh') : TOOLS;
  return Object.fromEntries(tools.map((tool) => [tool, maker]));
}

/** `host` with other makers' tools before its own: what scripts and their children find. Closing it leaves `host` open. */
export async function hostWithTools(host: Host, makers: ToolMakers): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-tools-'));
  for (const [tool, maker] of Object.entries(makers)) {
    if (maker === 'gnu') continue;
    await symlink((await run('which', [maker])).stdout.trim(), join(folder, tool));
  }
  await run('chmod', ['755', folder]);
  return {
    ...alteredHost(host, `PATH=${folder}:$PATH`),
    close: () => rm(folder, { recursive: true }),
  };
}
