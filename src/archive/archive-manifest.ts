import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { formatTime, parseTime } from '../repository/format/time.ts';
import { archiveFile } from './archive-name.ts';
import type { Sum } from './meter.ts';

/** Version of the manifest's own layout. A reader refuses a higher one. */
export const ARCHIVE_MANIFEST_VERSION = 1;

/** It names no file of the host; one that is larger isn't ours. */
export const MAX_ARCHIVE_MANIFEST_BYTES = 4 * 1024 * 1024;

export type Encryption =
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'none' };

/** A dump in an archive, which stands in entries `<path>.000000`, `<path>.000001` and so on. */
export interface ArchivedDump {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly entries: number;
}

/** What stands beside an archive, written last: the mark that the archive is whole. Anyone who sees the store reads it. */
export interface ArchiveManifest {
  readonly id: string;
  readonly programVersion: string;
  /** Nanoseconds since 1970. */
  readonly timeNs: bigint;
  readonly target: string;
  readonly hostname: string;
  readonly tags: readonly string[];
  /** As in a snapshot: text, with U+FFFD for what isn't UTF-8. */
  readonly paths: readonly string[];
  /** False: something of what was to be saved is missing; the manifest in the archive says what. */
  readonly complete: boolean;
  readonly encryption: Encryption;
  /** The bytes in the store. */
  readonly stored: Sum;
  /** What they hold, decrypted and decompressed. */
  readonly tar: Sum;
  readonly files: number;
  readonly folders: number;
  readonly others: number;
  /** Of files' contents, holes included. */
  readonly contentBytes: number;
  readonly dumps: readonly ArchivedDump[];
  readonly problemCounts: Readonly<Record<string, number>>;
  /** What made it, each by its own words: `node`, `zstd`, `tar` of the host and so on. */
  readonly tools: Readonly<Record<string, string>>;
}

export function encodeArchiveManifest(manifest: ArchiveManifest): Buffer {
  const json = {
    archive_manifest_version: ARCHIVE_MANIFEST_VERSION,
    program_version: manifest.programVersion,
    archive: archiveFile(manifest.id, manifest.encryption.kind !== 'none'),
    time: formatTime(manifest.timeNs),
    target: manifest.target,
    hostname: manifest.hostname,
    tags: manifest.tags,
    paths: manifest.paths,
    complete: manifest.complete,
    encryption: manifest.encryption,
    stored_bytes: manifest.stored.bytes,
    stored_sha256: manifest.stored.sha256,
    tar_bytes: manifest.tar.bytes,
    tar_sha256: manifest.tar.sha256,
    files: manifest.files,
    folders: manifest.folders,
    others: manifest.others,
    content_bytes: manifest.contentBytes,
    dumps: manifest.dumps,
    problem_counts: manifest.problemCounts,
    tools: manifest.tools,
  };
  return Buffer.from(`${JSON.stringify(json, null, 2)}\n`, 'utf8');
}

/**
 * @param id By its name in the store: it must be the manifest of that archive.
 * @throws HoldfastError archive-damaged. Whoever can write to the store chooses what is in it.
 */
export function decodeArchiveManifest(bytes: Uint8Array, id: string): ArchiveManifest {
  const fields = new Fields(parsed(bytes, id), id);
  const version = fields.number('archive_manifest_version');
  if (version > ARCHIVE_MANIFEST_VERSION) {
    throw damaged(
      id,
      `it is of version ${version}, expected at most ${ARCHIVE_MANIFEST_VERSION}. Use a newer Holdfast`,
    );
  }
  const encryption = encryptionOf(fields);
  const named = fields.text('archive');
  if (named !== archiveFile(id, encryption.kind !== 'none')) {
    throw damaged(id, `it is of another archive, "${displayText(named)}"`);
  }
  return {
    id,
    programVersion: fields.text('program_version'),
    timeNs: fields.time('time'),
    target: fields.text('target'),
    hostname: fields.text('hostname'),
    tags: fields.texts('tags'),
    paths: fields.texts('paths'),
    complete: fields.boolean('complete'),
    encryption,
    stored: { bytes: fields.number('stored_bytes'), sha256: fields.hash('stored_sha256') },
    tar: { bytes: fields.number('tar_bytes'), sha256: fields.hash('tar_sha256') },
    files: fields.number('files'),
    folders: fields.number('folders'),
    others: fields.number('others'),
    contentBytes: fields.number('content_bytes'),
    dumps: fields.list('dumps').map((dump) => dumpOf(new Fields(dump, id))),
    problemCounts: fields.record('problem_counts', 'number') as Record<string, number>,
    tools: fields.record('tools', 'string') as Record<string, string>,
  };
}

function dumpOf(fields: Fields): ArchivedDump {
  return {
    path: fields.text('path'),
    bytes: fields.number('bytes'),
    sha256: fields.hash('sha256'),
    entries: fields.number('entries'),
  };
}

function encryptionOf(fields: Fields): Encryption {
  const encryption = new Fields(fields.value('encryption'), fields.id);
  const kind = encryption.text('kind');
  if (kind === 'recipients') return { kind, recipients: encryption.texts('recipients') };
  if (kind === 'passphrase' || kind === 'none') return { kind };
  throw damaged(fields.id, `its encryption is ${displayText(JSON.stringify(kind))}, which nobody knows`);
}

function parsed(bytes: Uint8Array, id: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged(id, 'it is no JSON', cause);
  }
}

/** Members of an object of JSON, each proved to be what it must be. */
class Fields {
  readonly id: string;
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(value: unknown, id: string) {
    this.id = id;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw damaged(id, 'an object is missing');
    this.#members = value as Record<string, unknown>;
  }

  value(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value === 'string') return value;
    throw damaged(this.id, `its ${name} is no text`);
  }

  boolean(name: string): boolean {
    const value = this.value(name);
    if (typeof value === 'boolean') return value;
    throw damaged(this.id, `its ${name} is neither true nor false`);
  }

  number(name: string): number {
    const value = this.value(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw damaged(this.id, `its ${name} is no whole number`);
  }

  hash(name: string): string {
    const value = this.text(name);
    if (/^[0-9a-f]{64}$/.test(value)) return value;
    throw damaged(this.id, `its ${name} is no SHA-256`);
  }

  time(name: string): bigint {
    try {
      return parseTime(this.text(name));
    } catch (cause) {
      throw damaged(this.id, `its ${name} is no time`, cause);
    }
  }

  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (Array.isArray(value)) return value;
    throw damaged(this.id, `its ${name} is no list`);
  }

  texts(name: string): string[] {
    return this.list(name).map((value) => {
      if (typeof value === 'string') return value;
      throw damaged(this.id, `its ${name} holds what is no text`);
    });
  }

  record(name: string, type: 'string' | 'number'): Record<string, unknown> {
    const value = this.value(name);
    if (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((member) => typeof member === type)
    )
      return { ...value };
    throw damaged(this.id, `its ${name} isn't as it must be`);
  }
}

function damaged(id: string, actual: string, cause?: unknown): HoldfastError {
  return new HoldfastError(
    'archive-damaged',
    `Cannot use the manifest of the archive "${displayText(id)}": ${actual}.`,
    { cause },
  );
}
