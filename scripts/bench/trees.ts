import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Trees to back up. They are built once, in the cache folder: building them takes longer than most measurements. */
export type TreeName = 'reference' | 'quick' | 'million' | 'random';

const SOURCES: Readonly<Record<'reference' | 'quick', readonly string[]>> = {
  reference: ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/share', '/usr/bin'],
  quick: ['/usr/share/doc', '/usr/share/perl', '/usr/sbin'],
};
const MILLION_FOLDERS = 1000;
const FILES_PER_FOLDER = 1000;
/** 2 GB that neither compress nor repeat: what is measured is the way to the storage. */
const RANDOM_FILES = 8;
const RANDOM_FILE_BYTES = 250_000_000;

export function buildTree(cacheFolder: string, name: TreeName): string {
  const tree = join(cacheFolder, name);
  if (existsSync(tree)) return tree;
  console.error(`Building the ${name} tree in ${cacheFolder} (once) …`);
  // Under another name first: one that was cut off must not look finished.
  const unfinished = `${tree}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  if (name === 'million') fillWithSmallFiles(unfinished);
  else if (name === 'random') fillWithRandomBytes(unfinished);
  else
    for (const source of SOURCES[name].filter((folder) => existsSync(folder))) copyTree(source, unfinished);
  renameSync(unfinished, tree);
  return tree;
}

export function copyTree(source: string, into: string): void {
  const { status } = spawnSync('cp', ['-a', source, into], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`cp -a ${source} ${into} ended with ${status}.`);
}

function fillWithSmallFiles(folder: string): void {
  for (let f = 0; f < MILLION_FOLDERS; f++) {
    const inner = join(folder, String(f).padStart(4, '0'));
    mkdirSync(inner);
    for (let i = 0; i < FILES_PER_FOLDER; i++) writeFileSync(join(inner, `file-${i}`), `${f} ${i}\n`);
  }
}

function fillWithRandomBytes(folder: string): void {
  for (let i = 0; i < RANDOM_FILES; i++) {
    const script = 'head -c "$1" /dev/urandom >"$2"';
    const { status } = spawnSync('sh', [
      '-c',
      script,
      'sh',
      `${RANDOM_FILE_BYTES}`,
      join(folder, `random-${i}`),
    ]);
    if (status !== 0) throw new Error(`Writing random bytes to ${folder} ended with ${status}.`);
  }
}

/** Every regular file of the tree, in an order that stays the same. */
export function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
  });
}

/** Changes one file in a hundred, other ones for each `round`, by a line at the end. */
export function changeOnePercent(files: readonly string[], round: number): number {
  const chosen = files.filter((_, i) => i % 100 === round % 100);
  for (const file of chosen) appendFileSync(file, `changed in round ${round}\n`);
  return chosen.length;
}
