import type { NodeType } from './node.ts';

/** Type bits of Go's os.FileMode, by node type. */
const TYPE_BITS: ReadonlyMap<string, number> = new Map([
  ['dir', 2 ** 31],
  ['symlink', 2 ** 27],
  ['dev', 2 ** 26],
  ['chardev', 2 ** 26 + 2 ** 21],
  ['fifo', 2 ** 25],
  ['socket', 2 ** 24],
  ['irregular', 2 ** 19],
]);

/** Go's bits of setuid, setgid and sticky, and those of Unix. */
const SPECIAL_BITS = [
  [2 ** 23, 0o4000],
  [2 ** 22, 0o2000],
  [2 ** 20, 0o1000],
] as const;

/** Go's os.FileMode of an entry with these Unix permission bits (0 to 0o7777). A type without bits is a file's. */
export function modeOf(type: NodeType, permissions: number): number {
  let mode = (TYPE_BITS.get(type) ?? 0) + (permissions & 0o777);
  for (const [goBit, unixBit] of SPECIAL_BITS) if ((permissions & unixBit) !== 0) mode += goBit;
  return mode;
}

/** The Unix permission bits (0 to 0o7777) in Go's os.FileMode `mode`. */
export function permissionsOf(mode: number): number {
  let permissions = mode & 0o777;
  for (const [goBit, unixBit] of SPECIAL_BITS) if ((mode & goBit) !== 0) permissions |= unixBit;
  return permissions;
}
