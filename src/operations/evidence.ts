import { createHash, type KeyObject } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { makeFolder } from '../backends/make-folder.ts';
import { type Envelope, envelop, isSignedBy, type VerifyingKeys } from '../drills/dsse.ts';
import {
  evidenceName,
  isEvidenceOf,
  MAX_EVIDENCE_BYTES,
  openEvidence,
  sealEvidence,
} from '../drills/evidence-object.ts';
import { evidenceBeside, folderOf } from '../drills/evidence-place.ts';
import { PAYLOAD_TYPE } from '../drills/in-toto.ts';
import { type DrillStatement, type EvidenceStatement, isDrill, parseStatement } from '../drills/statement.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { OpenRepository } from '../repository/open.ts';
import { systemErrorText } from '../system-error.ts';

/** Opens the store at a location, in the notation of repositories. */
export type OpenStore = (location: string) => Promise<ArchiveStore>;

/** Where evidence is kept. */
export interface EvidencePlace {
  /** Null: beside the repository. */
  readonly location: string | null;
  /** As restic takes it. */
  readonly repository: string;
  readonly open: OpenStore;
}

/**
 * `valid`: by the key that was given. `other`: by none of its. `none`: nobody has signed it. `unchecked`: no key was given.
 * Whichever it is, who wrote it had the repository's key.
 */
export type Signature = 'valid' | 'other' | 'none' | 'unchecked';

export interface StoredEvidence {
  readonly name: string;
  readonly envelope: Envelope;
  readonly statement: EvidenceStatement;
  readonly sheet: string | null;
  readonly signature: Signature;
  /** The name of another one, kept before, that holds the very same statement: somebody has put it there anew. Else null. */
  readonly copyOf: string | null;
}

/** That a drill has left. */
export interface DrillEvidence extends StoredEvidence {
  readonly statement: DrillStatement;
}

export function isOfDrill(evidence: StoredEvidence): evidence is DrillEvidence {
  return isDrill(evidence.statement);
}

/** In the notation of repositories. */
export function locationOf({ location, repository }: EvidencePlace): string {
  return location ?? evidenceBeside(repository);
}

/** A statement in its envelope. @param key Null: nobody signs it. */
export function evidenceEnvelope(statement: EvidenceStatement, key: KeyObject | null): Envelope {
  return envelop(PAYLOAD_TYPE, Buffer.from(JSON.stringify(statement), 'utf8'), key);
}

/**
 * Keeps evidence, with the sheet if there is one, sealed with the repository's own key, under a name that is new.
 * @returns the name. @throws HoldfastError no-permission, no-space, backend-failed, bad-input.
 */
export async function keepEvidence(
  place: EvidencePlace,
  repository: OpenRepository,
  evidence: { envelope: Envelope; sheet: string | null },
  signal: AbortSignal,
): Promise<string> {
  const location = locationOf(place);
  const folder = folderOf(location);
  if (folder !== null) await makeStoreFolder(folder);
  const store = await place.open(location);
  try {
    const name = evidenceName(repository.id, Date.now());
    const sealed = sealEvidence(repository.masterKey, evidence);
    await store.put(name, once(sealed), signal);
    return name;
  } finally {
    await store.close();
  }
}

async function makeStoreFolder(folder: string): Promise<void> {
  await makeFolder(folder, 0o700).catch((cause: unknown) => {
    throw new HoldfastError(
      'no-permission',
      `Cannot make the folder ${JSON.stringify(folder)} for evidence: ${systemErrorText(cause)}. Make it, or name another ` +
        'place for it.',
      { cause },
    );
  });
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/**
 * All evidence on the repository, oldest first; none where there has been no drill. A statement counts once, and for the time that it
 * says itself: whoever puts an old one there under a new name makes it no newer.
 * @param key Of who signs it; null: signatures aren't looked at.
 * @param onDamaged Is told what is damaged or no evidence, and all else is given. Null: that is an error.
 * @throws HoldfastError repository-damaged naming what can't be read; no-permission, backend-failed.
 */
export async function listEvidence(
  place: EvidencePlace,
  repository: OpenRepository,
  key: VerifyingKeys | null,
  signal: AbortSignal,
  onDamaged: ((message: string) => void) | null = null,
): Promise<StoredEvidence[]> {
  const found = await listWithCopies(place, repository, key, signal, onDamaged);
  return found.filter(({ copyOf }) => copyOf === null);
}

/**
 * The same, with copies of what is there already.
 * @throws HoldfastError repository-damaged naming what can't be read; no-permission, backend-failed.
 */
export async function listWithCopies(
  place: EvidencePlace,
  repository: OpenRepository,
  key: VerifyingKeys | null,
  signal: AbortSignal,
  onDamaged: ((message: string) => void) | null = null,
): Promise<StoredEvidence[]> {
  const location = locationOf(place);
  const folder = folderOf(location);
  if (place.location === null && folder !== null && (await isAbsent(folder))) return [];
  const store = await place.open(location);
  try {
    const names: string[] = [];
    for await (const { name } of store.list(signal)) if (isEvidenceOf(repository.id, name)) names.push(name);
    const found: StoredEvidence[] = [];
    const firsts = new Map<string, string>();
    for (const name of names.toSorted(byTimeInName)) {
      const evidence = await readEvidence(store, repository, { name, key }, signal).catch(
        (error: unknown) => {
          if (onDamaged === null || asHoldfastError(error)?.code !== 'repository-damaged') throw error;
          onDamaged((error as HoldfastError).message);
          return null;
        },
      );
      if (evidence === null) continue;
      // Base64 can be written in several ways.
      const held = createHash('sha256')
        .update(Buffer.from(evidence.envelope.payload, 'base64'))
        .digest('hex');
      const copyOf = firsts.get(held) ?? null;
      // One that isn't signed by the key must not push the real one aside.
      if (copyOf === null && (key === null || evidence.signature === 'valid')) firsts.set(held, name);
      found.push({ ...evidence, copyOf });
    }
    return found.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  } finally {
    await store.close();
  }
}

/** By when it began, as it says itself: a name can be any. */
function orderOf({ name, statement }: StoredEvidence): string {
  const startedMs = Date.parse(statement.predicate.started);
  return `${Number.isNaN(startedMs) ? '' : new Date(startedMs).toISOString()} ${name}`;
}

/** The rest of a name is random. */
function byTimeInName(a: string, b: string): number {
  const [[, timeA = ''], [, timeB = '']] = [a.split('.'), b.split('.')];
  if (timeA === timeB) return a < b ? -1 : 1;
  return timeA < timeB ? -1 : 1;
}

/** What evidence names as kept before it, and isn't there any more. */
export interface MissingEvidence {
  readonly name: string;
  readonly namedBy: string;
}

/** Of those that are signed by the key: what others say of it would only frighten. */
export function missingEvidence(found: readonly StoredEvidence[]): MissingEvidence[] {
  const there = new Set(found.map(({ name }) => name));
  const missing = new Map<string, string>();
  for (const { name, statement, signature } of found) {
    if (signature !== 'valid' || !isDrill(statement)) continue;
    const { earlier_evidence: earlier } = statement.predicate;
    if (!Array.isArray(earlier)) continue;
    for (const one of earlier) if (!there.has(one) && !missing.has(one)) missing.set(one, name);
  }
  return [...missing].map(([name, namedBy]) => ({ name, namedBy }));
}

async function isAbsent(folder: string): Promise<boolean> {
  return await stat(folder).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}

async function readEvidence(
  store: ArchiveStore,
  repository: OpenRepository,
  { name, key }: { name: string; key: VerifyingKeys | null },
  signal: AbortSignal,
): Promise<StoredEvidence> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of store.get(name, signal)) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_EVIDENCE_BYTES) throw damaged(name, `it is larger than ${MAX_EVIDENCE_BYTES} bytes`);
    parts.push(Buffer.from(part));
  }
  const { envelope, sheet } = openEvidence(repository.masterKey, Buffer.concat(parts), name);
  const statement = parseStatement(Buffer.from(envelope.payload, 'base64'));
  if (statement === null) throw damaged(name, 'what is in it is no statement of ours');
  const { repository_id: about, sheet_sha256: hash } = statement.predicate;
  if (about !== repository.id) throw damaged(name, 'it is about another repository');
  if (hash !== (sheet === null ? null : createHash('sha256').update(sheet).digest('hex')))
    throw damaged(name, 'its recovery sheet isn’t the one that it names');
  return { name, envelope, statement, sheet, signature: signatureOf(envelope, key), copyOf: null };
}

function signatureOf(envelope: Envelope, key: VerifyingKeys | null): Signature {
  if (envelope.signatures.length === 0) return 'none';
  if (key === null) return 'unchecked';
  return isSignedBy(envelope, key) ? 'valid' : 'other';
}

function damaged(name: string, problem: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot read the evidence ${name}: ${problem}. Find out who put it there, then move it away.`,
  );
}
