import type { ApplicationRecord } from '../../apps/application.ts';
import { fromBytes, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/**
 * What a manifest says of its application; null where it was made without a profile.
 * @throws HoldfastError repository-damaged.
 */
export function parseApplicationRecord(json: Uint8Array): ApplicationRecord | null {
  const { application } = parsed(json);
  if (application === null || application === undefined) return null;
  const { profile, version, settings, facts, running } = application as Record<string, unknown>;
  const isRecord = [settings, facts].every(
    (one) => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
  const isOurs =
    typeof profile === 'string' &&
    (version === null || typeof version === 'string') &&
    isRecord &&
    Object.values(facts as object).every((fact) => typeof fact === 'string') &&
    typeof running === 'boolean';
  if (isOurs) return application as ApplicationRecord;
  throw damaged("what it says of the application can't be read");
}

function parsed(json: Uint8Array): Record<string, unknown> {
  try {
    return JSON.parse(toText(fromBytes(json)) ?? '') as Record<string, unknown>;
  } catch (cause) {
    throw damaged('it is not JSON', cause);
  }
}

function damaged(problem: string, cause?: unknown): HoldfastError {
  return new HoldfastError('repository-damaged', `Cannot read the manifest of a snapshot: ${problem}.`, {
    cause,
  });
}
