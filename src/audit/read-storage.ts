import { type HistoryTools, historyIn, withStorage } from '../config/open-history.ts';
import type { StorageAccess } from '../config/storage-access.ts';
import type { VerifyingKeys } from '../drills/dsse.ts';
import { readEvidence } from '../report/read-evidence.ts';
import type { AuditedStorage } from './context.ts';

export interface AuditTools extends HistoryTools {
  /** Where evidence of drills lies; null: beside each repository. */
  readonly evidence: string | null;
  /** Whose signature counts; null: the repository's seal is enough. */
  readonly evidenceKey: VerifyingKeys | null;
}

/** What a storage has, which is only read. @throws What opening and reading throw. */
export function readAuditedStorage(access: StorageAccess, tools: AuditTools): Promise<AuditedStorage> {
  return withStorage(access, tools, async (storage) => {
    const history = await historyIn(storage, tools);
    if (storage.kind === 'archives') return { history, drills: [] };
    const place = {
      location: tools.evidence,
      repository: access.location,
      open: (location: string) => tools.openArchives({ ...access, location, password: null }),
    };
    const { evidenceKey: key, signal, onWarning } = tools;
    const { drills } = await readEvidence(storage.repository, { place, key, signal, onWarning });
    return { history, drills };
  });
}
