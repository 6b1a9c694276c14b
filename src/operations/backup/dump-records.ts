import { fromBytes, toText } from '../../bytestring.ts';
import { parseDumpName } from '../../databases/dump-name.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { loadManifest } from './manifest.ts';

/**
 * What a snapshot's manifest says of its dumps; none where there is no manifest, or one from before there were dumps.
 * @throws HoldfastError repository-damaged for records that can't be read.
 */
export async function dumpRecordsOf(
  repository: BlobSource,
  snapshot: StoredSnapshot,
  target: string,
  signal?: AbortSignal,
): Promise<DumpRecord[]> {
  const json = await loadManifest(repository, snapshot, target, signal);
  return json === null ? [] : parseDumpRecords(json);
}

/** @throws HoldfastError repository-damaged. */
export function parseDumpRecords(json: Uint8Array): DumpRecord[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(toText(fromBytes(json)) ?? '');
  } catch (cause) {
    throw damaged('it is not JSON', cause);
  }
  const dumps = isRecord(manifest) ? (manifest['dumps'] ?? []) : null;
  if (!Array.isArray(dumps)) throw damaged('it has no list of dumps');
  return dumps.map(requireRecord);
}

function requireRecord(value: unknown): DumpRecord {
  if (!isRecord(value)) throw damaged('a dump is no object');
  const texts = ['name', 'engine', 'format', 'tool'].map((key) => value[key]);
  const [name] = texts;
  if (texts.some((text) => typeof text !== 'string'))
    throw damaged('a dump lacks its name, engine or format');
  parseDumpName(String(name), 'a dump’s name in the manifest');
  const isFit =
    typeof value['size_bytes'] === 'number' &&
    (value['database'] === null || typeof value['database'] === 'string') &&
    isTexts(value['options']) &&
    isTexts(value['warnings']) &&
    isRecord(value['restore']) &&
    isTexts(Object.values(value['restore'])) &&
    isFingerprint(value['fingerprint']);
  if (!isFit) throw damaged(`what it says of ${name} can't be read`);
  return value as unknown as DumpRecord;
}

function isFingerprint(value: unknown): boolean {
  if (value === null) return true;
  if (!isRecord(value) || typeof value['fingerprint_version'] !== 'number') return false;
  const { tables, values, schema, facts } = value;
  return (
    isRecord(tables) &&
    Object.values(tables).every((table) => isRecord(table) && typeof table['rows'] === 'number') &&
    [values, schema, facts].every((texts) => isRecord(texts) && isTexts(Object.values(texts)))
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(problem: string, cause?: unknown): HoldfastError {
  return new HoldfastError('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
    cause,
  });
}
