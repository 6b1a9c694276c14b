import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where distributions keep programs that not every PATH has. */
const MORE_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The program's full path, or null if this machine doesn't have it. */
export function findProgram(name: string, moreFolders: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...MORE_FOLDERS, ...moreFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Stock restic, of the version that the tests judge by if it is there. */
export function findRestic(): string | null {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const tested = join(cache, 'holdfast', 'restic-0.19.1', 'restic');
  return isExecutable(tested) ? tested : findProgram('restic');
}

/** The folder with initdb and its like: Debian keeps them apart, by version. */
export function findPostgresFolder(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = listFolder(root).sort((a, b) => Number(b) - Number(a));
  const folders = [...versions.map((version) => join(root, version, 'bin')), '/usr/local/bin', '/usr/bin'];
  return (
    folders.find((folder) => POSTGRES_PROGRAMS.every((name) => isExecutable(join(folder, name)))) ?? null
  );
}

const POSTGRES_PROGRAMS = ['initdb', 'pg_ctl', 'postgres', 'psql', 'pg_dump'];

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
