import type { ArchiveStore } from '../archive/archive-store.ts';
import { findArchives } from '../archive/find-archives.ts';
import { openBackend, redactUrl } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import { displayText } from '../bytestring.ts';
import type { StorageSection } from '../config/schema/storage.ts';
import { type StorageAccess, type Surroundings, storageAccess } from '../config/storage-access.ts';
import type { VerifyingKeys } from '../drills/dsse.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { openRepository } from '../repository/open.ts';
import { unlocked } from '../settings/unlocked.ts';
import type { Collection } from './collect.ts';
import { isElsewhere, type ReportPlace } from './place.ts';
import { readEvidence } from './read-evidence.ts';

export interface StoragesOptions {
  readonly filter: SnapshotFilter;
  readonly deep: boolean;
  /** Where evidence of drills lies; null: beside each repository. */
  readonly evidence: string | null;
  readonly evidenceKey: VerifyingKeys | null;
  readonly surroundings: Surroundings;
  readonly caFile: string | undefined;
  readonly signal: AbortSignal;
  onInfo(message: string): void;
  onWarning(message: string): void;
  openArchives(access: Pick<StorageAccess, 'location' | 's3'>): Promise<ArchiveStore>;
}

/**
 * Reads the storages that a configuration names, by the passwords that it refers to. One that can't be read is told, and hides
 * nothing of the others.
 * @throws HoldfastError cancelled.
 */
export async function readStorages(
  collection: Collection,
  storages: ReadonlyMap<string, StorageSection>,
  options: StoragesOptions,
): Promise<ReportPlace[]> {
  const places: ReportPlace[] = [];
  for (const [name, storage] of storages) {
    const location = storage.repository ?? storage.archives ?? '';
    const isKnown = await tryToRead(collection, { name, storage }, options);
    places.push({
      ...{ shown: displayText(redactUrl(location)), storage: name, isKnown },
      isOffSite: storage['off-site'] ?? isElsewhere(location),
    });
    collection.endPlace(places.length - 1);
  }
  return places;
}

/** @returns Whether it is known what is in it. */
async function tryToRead(
  collection: Collection,
  { name, storage }: { name: string; storage: StorageSection },
  options: StoragesOptions,
): Promise<boolean> {
  try {
    await readStorage(collection, storageAccess(storage, options.surroundings), options);
    return true;
  } catch (error) {
    const code = asHoldfastError(error)?.code;
    if (code === 'cancelled' || options.signal.aborted) throw error;
    options.onWarning(`The storage ${displayText(name)} can't be read: ${failureText(error)}`);
    // One that there isn't yet holds nothing.
    return code === 'repository-missing';
  }
}

async function readStorage(
  collection: Collection,
  access: StorageAccess,
  options: StoragesOptions,
): Promise<void> {
  const { filter, deep, signal, onWarning, caFile, evidenceKey: key } = options;
  if (access.password === null) {
    const store = await options.openArchives(access);
    try {
      collection.addArchives(await findArchives(store, signal), filter, onWarning);
    } finally {
      await store.close();
    }
    return;
  }
  const backend = withRetry(await openBackend(access.location, { caFile, s3: access.s3 }), {
    onRetry: (message) => options.onInfo(message),
  });
  const repository = await openRepository(backend, access.password, { signal, onWarning });
  try {
    await collection.addRepository(repository, { filter, deep, signal, onWarning });
    const open = (location: string) => options.openArchives({ location, s3: unlocked(access.s3) });
    const place = { location: options.evidence, repository: access.location, open };
    collection.addEvidence(await readEvidence(repository, { place, key, signal, onWarning }));
  } finally {
    await repository.close();
  }
}
