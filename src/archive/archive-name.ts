import { randomBytes } from 'node:crypto';

/**
 * Names in a store: `<target>-<host>.<YYYYMMDDTHHMMSSZ>.<8 random hex digits>`, the archive's ID, with `.tar.zst.age` (or
 * `.tar.zst` for one that isn't encrypted) for the archive and `.manifest.json` for its manifest. No colon, no space: it
 * must be a file on any system and the name of a GitHub artifact.
 */
const MANIFEST_SUFFIX = '.manifest.json';
export const SEALED_SUFFIX = '.tar.zst.age';
export const PLAIN_SUFFIX = '.tar.zst';

const ID_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*\.\d{8}T\d{6}Z\.[0-9a-f]{8}$/;

/** What of a target's or a host's name stands in an ID; the manifest has it whole. */
const MAX_PART_LENGTH = 60;

export function newArchiveId({
  target,
  hostname,
  timeNs,
}: {
  readonly target: string;
  readonly hostname: string;
  readonly timeNs: bigint;
}): string {
  const time = new Date(Number(timeNs / 1_000_000n))
    .toISOString()
    .replace(/\.\d+/, '')
    .replaceAll(/[-:]/g, '');
  return `${partOf(target)}-${partOf(hostname)}.${time}.${randomBytes(4).toString('hex')}`;
}

/** Whether it can be the ID of an archive of that target and host, where its manifest doesn't say. Null: any. */
export function mayBeOf(
  id: string,
  { target, host }: { target: string | null; host: string | null },
): boolean {
  const isOfTarget = target === null || id.startsWith(`${partOf(target)}-`);
  return isOfTarget && (host === null || id.includes(`-${partOf(host)}.`));
}

function partOf(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_').slice(0, MAX_PART_LENGTH);
  return plain.replace(/^[.-]/, '_') || '_';
}

export function archiveFile(id: string, isSealed: boolean): string {
  return `${id}${isSealed ? SEALED_SUFFIX : PLAIN_SUFFIX}`;
}

export function manifestFile(id: string): string {
  return `${id}${MANIFEST_SUFFIX}`;
}

export interface ParsedName {
  readonly id: string;
  readonly is: 'archive' | 'manifest';
}

/** Null for names that aren't of an archive of ours. */
export function parseName(name: string): ParsedName | null {
  for (const [suffix, is] of [
    [MANIFEST_SUFFIX, 'manifest'],
    [SEALED_SUFFIX, 'archive'],
    [PLAIN_SUFFIX, 'archive'],
  ] as const) {
    const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
    if (ID_PATTERN.test(id)) return { id, is };
  }
  return null;
}

/** The time in an ID, `YYYYMMDDTHHMMSSZ`, which rises as a text does. */
export function timeOf(id: string): string {
  return id.split('.').at(-2) ?? '';
}

/** The same in milliseconds since 1970; NaN if there is no such time. */
export function timeMsOf(id: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timeOf(id)) ?? [];
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** `<target>-<host>` of an ID: the same for all archives of a target, although those of another may have it, too. */
export function originOf(id: string): string {
  return id.split('.').slice(0, -2).join('.');
}
