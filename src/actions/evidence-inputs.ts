import { parseVerifyingKeys, type VerifyingKeys } from '../drills/dsse.ts';
import { textInput } from '../github/inputs.ts';
import type { EvidencePlace } from '../operations/evidence.ts';
import { unlocked } from '../settings/unlocked.ts';
import type { RepositoryAccess } from './access.ts';
import { openArchives } from './archives.ts';
import type { StageTools } from './stage.ts';

/** Where evidence on the repository lies. @param location Null: beside it. */
export function evidencePlaceOf(
  { location: repository, s3 = {} }: RepositoryAccess,
  location: string | null,
  tools: StageTools,
): EvidencePlace {
  const { objectLock: _, ...settings } = s3; // the bucket's own default may lock it
  return {
    location,
    repository,
    open: (at) => openArchives({ location: at, s3: unlocked(settings) }, tools),
  };
}

/** The key that evidence must be signed by; null: none is given. @throws HoldfastError bad-input. */
export function readEvidenceKey(): VerifyingKeys | null {
  const text = textInput('evidence-key');
  return text === null ? null : parseVerifyingKeys(text, 'the input `evidence-key`');
}
