import { createHash } from 'node:crypto';
import { type BigIntStats, createReadStream, promises as fs } from 'node:fs';

/** What one entry of a tree is, in words that can be compared and shown. */
export interface EntryPrint {
  readonly type: 'file' | 'folder' | 'symlink' | 'other';
  /** SHA-256 of a file's bytes, or a symlink's target; else empty. */
  readonly content: string;
  readonly sizeBytes: bigint;
  readonly permissions: string;
  readonly owner: string;
  readonly mtimeNs: bigint;
  /** For a file with several names: the first of them in this tree, so that hard links can be told from copies. */
  readonly sameFileAs: string;
}

/** A tree by the paths below its root, each as Latin-1 text of its bytes: names need not be UTF-8. */
export type Fingerprint = ReadonlyMap<string, EntryPrint>;

/**
 * Reads every entry below `root`, the root itself (as ``) included, with code that shares nothing with Holdfast.
 * @param leaveOut Paths below the root whose contents don't count.
 */
export async function fingerprint(root: string, leaveOut: readonly string[] = []): Promise<Fingerprint> {
  const prints = new Map<string, EntryPrint>();
  const firstNames = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    const full = Buffer.from(path === '' ? root : `${root}/`, 'utf8');
    const file = path === '' ? full : Buffer.concat([full, Buffer.from(path, 'latin1')]);
    const stat = await fs.lstat(file, { bigint: true });
    prints.set(path, await printOf(file, stat, firstName(firstNames, stat, path)));
    if (!stat.isDirectory() || leaveOut.includes(path)) return;
    const names = (await fs.readdir(file, { encoding: 'buffer' })).map((name) => name.toString('latin1'));
    for (const name of names.sort()) await visit(path === '' ? name : `${path}/${name}`);
  };
  await visit('');
  return prints;
}

function firstName(firstNames: Map<string, string>, stat: BigIntStats, path: string): string {
  if (stat.isDirectory() || stat.nlink === 1n) return '';
  const inode = `${stat.dev}:${stat.ino}`;
  const first = firstNames.get(inode);
  if (first === undefined) firstNames.set(inode, path);
  return first ?? '';
}

async function printOf(file: Buffer, stat: BigIntStats, sameFileAs: string): Promise<EntryPrint> {
  return {
    ...(await contentOf(file, stat)),
    sizeBytes: stat.isDirectory() ? 0n : stat.size,
    permissions: (stat.mode & 0o7777n).toString(8).padStart(4, '0'),
    owner: `${stat.uid}:${stat.gid}`,
    mtimeNs: stat.mtimeNs,
    sameFileAs,
  };
}

async function contentOf(file: Buffer, stat: BigIntStats): Promise<Pick<EntryPrint, 'type' | 'content'>> {
  if (stat.isSymbolicLink()) {
    return { type: 'symlink', content: (await fs.readlink(file, { encoding: 'buffer' })).toString('latin1') };
  }
  if (stat.isDirectory()) return { type: 'folder', content: '' };
  if (!stat.isFile()) return { type: 'other', content: '' };
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return { type: 'file', content: hash.digest('hex') };
}

/** What a comparison looked at, and what it found. */
export interface Comparison {
  readonly entries: number;
  readonly files: number;
  readonly fileBytes: bigint;
  /** One line for each difference, ready to show. */
  readonly differences: readonly string[];
}

const COMPARED: readonly (keyof EntryPrint)[] = [
  'type',
  'content',
  'sizeBytes',
  'permissions',
  'owner',
  'mtimeNs',
  'sameFileAs',
];

export function compareFingerprints(saved: Fingerprint, found: Fingerprint): Comparison {
  const differences: string[] = [];
  for (const [path, print] of saved) {
    const other = found.get(path);
    if (other === undefined) {
      differences.push(`${showPath(path)} is missing`);
      continue;
    }
    for (const what of COMPARED) {
      if (print[what] !== other[what]) {
        differences.push(`${showPath(path)}: ${what} was ${print[what]}, is ${other[what]}`);
      }
    }
  }
  for (const path of found.keys()) if (!saved.has(path)) differences.push(`${showPath(path)} is new`);
  const files = [...saved.values()].filter((print) => print.type === 'file');
  const fileBytes = files.reduce((sum, print) => sum + print.sizeBytes, 0n);
  return { entries: saved.size, files: files.length, fileBytes, differences };
}

function showPath(path: string): string {
  return JSON.stringify(Buffer.from(path, 'latin1').toString('utf8'));
}
