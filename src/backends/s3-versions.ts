import { posix } from 'node:path';
import type { ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import type { FileKind } from './backend.ts';
import { FOLDERS, isStoredName, pathOf } from './layout.ts';
import type { S3Connection, S3Sdk } from './s3-connection.ts';
import { goesOn } from './s3-pages.ts';
import type { S3Reader } from './s3-reader.ts';

/** A version of an object, or the marker that a DELETE left in its place. */
export interface StoredVersion {
  /** `null`, in letters, of what was saved before the bucket kept versions. */
  readonly versionId: string;
  readonly sizeBytes: number;
  /** When it was saved, by the storage's clock: on AWS to the second. */
  readonly savedMs: number;
  readonly isMarker: boolean;
  readonly isCurrent: boolean;
}

/** The versions of one file, the newest first. */
export interface VersionedFile {
  readonly name: string;
  readonly versions: readonly StoredVersion[];
}

/** Of one file as many are kept in memory: of more, which only an attacker makes, the newest and the oldest. */
const MAX_VERSIONS_KEPT = 10_000;

/** Where versions are listed. */
export interface VersionedBucket {
  readonly connection: S3Connection;
  readonly sdk: S3Sdk;
  readonly reader: S3Reader;
}

/** All files of a kind that the bucket has any version of, or a marker; each once, by rising names. */
export async function* listVersions(
  bucket: VersionedBucket,
  kind: FileKind,
  signal?: AbortSignal,
): AsyncGenerator<VersionedFile> {
  let file: { readonly name: string; readonly versions: StoredVersion[] } | null = null;
  for await (const { key, version } of allVersions(bucket, kind, signal)) {
    const name = kind === 'config' ? '' : posix.basename(key);
    if (kind !== 'config' && !isStoredName(name)) continue;
    if (key !== bucket.reader.keyOf(pathOf({ kind, name }))) continue;
    // A page may end between the versions of one object.
    if (file !== null && file.name !== name) {
      yield file;
      file = null;
    }
    file ??= { name, versions: [] };
    file.versions.push(version);
    if (file.versions.length > MAX_VERSIONS_KEPT) file.versions.splice(MAX_VERSIONS_KEPT >> 1, 1);
  }
  if (file !== null) yield file;
}

interface KeyedVersion {
  readonly key: string;
  readonly version: StoredVersion;
}

async function* allVersions(
  bucket: VersionedBucket,
  kind: FileKind,
  signal: AbortSignal | undefined,
): AsyncGenerator<KeyedVersion> {
  const what = `Cannot list the versions of ${kind} files in "${bucket.reader.location}"`;
  for (let start: PageStart | null = {}; start !== null; ) {
    const page = await pageFrom(bucket, kind, start, what, signal);
    const versions = (page.Versions ?? []).map((of) => keyed(of, false));
    const markers = (page.DeleteMarkers ?? []).map((of) => keyed(of, true));
    yield* [...versions, ...markers].sort(byKeyAndAge);
    const next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    const isTruncated = goesOn(page, what);
    if (isTruncated && (next.KeyMarker === undefined || isSame(next, start))) {
      throw new HoldfastError(
        'backend-failed',
        `${what}: the storage gives a part and not the way to the next.`,
      );
    }
    start = isTruncated ? next : null;
  }
}

interface PageStart {
  readonly KeyMarker?: string | undefined;
  readonly VersionIdMarker?: string | undefined;
}

function isSame(a: PageStart, b: PageStart): boolean {
  return a.KeyMarker === b.KeyMarker && a.VersionIdMarker === b.VersionIdMarker;
}

function pageFrom(
  { connection, sdk, reader }: VersionedBucket,
  kind: FileKind,
  start: PageStart,
  what: string,
  signal: AbortSignal | undefined,
): Promise<ListObjectVersionsCommandOutput> {
  const input = {
    Bucket: connection.place.bucket,
    Prefix: kind === 'config' ? reader.keyOf(['config']) : `${reader.keyOf([FOLDERS[kind]])}/`,
    ...start,
  };
  return connection.request(what, signal, (client, watch) =>
    client.send(new sdk.ListObjectVersionsCommand(input), { abortSignal: watch.signal }),
  );
}

interface ListedVersion {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly Size?: number | undefined;
  readonly LastModified?: Date | undefined;
  readonly IsLatest?: boolean | undefined;
}

function keyed(of: ListedVersion, isMarker: boolean): KeyedVersion {
  return {
    key: of.Key ?? '',
    version: {
      versionId: of.VersionId ?? 'null',
      sizeBytes: of.Size ?? 0,
      savedMs: of.LastModified?.getTime() ?? 0,
      isMarker,
      isCurrent: of.IsLatest ?? false,
    },
  };
}

/**
 * The storage lists versions and markers apart, each from the newest on. Of one second (AWS tells no more) the current one
 * is the newest, and a version counts as newer than a marker: what may have been there is shown.
 */
function byKeyAndAge(a: KeyedVersion, b: KeyedVersion): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  const [x, y] = [a.version, b.version];
  if (x.isCurrent !== y.isCurrent) return x.isCurrent ? -1 : 1;
  return y.savedMs - x.savedMs || Number(x.isMarker) - Number(y.isMarker);
}
