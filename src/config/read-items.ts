import { findArchives } from '../archive/find-archives.ts';
import type { VerifyingKeys } from '../drills/dsse.ts';
import { archiveItems, requireReadable } from '../operations/forget/archive-items.ts';
import { DrilledSnapshots } from '../operations/forget/drilled-snapshots.ts';
import { snapshotItem } from '../operations/forget/snapshot-items.ts';
import { findSnapshots } from '../repository/find-snapshot.ts';
import { type StorageTools, withStorage } from './open-history.ts';
import type { StoredItems } from './retention-effect.ts';
import type { StorageAccess } from './storage-access.ts';

/** What a storage holds, as retention sees it. It is only read. @throws What opening and reading throw. */
export function readStoredItems(
  access: StorageAccess,
  tools: StorageTools & { readonly evidenceKey?: VerifyingKeys | null },
): Promise<StoredItems> {
  const { signal, onWarning } = tools;
  return withStorage(access, tools, async (storage) => {
    if (storage.kind === 'archives') {
      const found = await findArchives(storage.store, signal);
      requireReadable(found, access.location);
      return { items: archiveItems(found), verified: new Set() };
    }
    const place = {
      location: null,
      repository: access.location,
      open: (location: string) => tools.openArchives({ ...access, location, password: null }),
    };
    const drilled = new DrilledSnapshots({ place, key: tools.evidenceKey ?? null, onUnreadable: onWarning });
    const items = (await findSnapshots(storage.repository, {}, { signal })).map(snapshotItem);
    return { items, verified: await drilled.ids(storage.repository, signal) };
  });
}
