import type { KeyObject } from 'node:crypto';
import { parseSigningKey, parseVerifyingKeys, type VerifyingKeys } from '../drills/dsse.ts';
import { HoldfastError } from '../errors.ts';
import type { EvidencePlace } from '../operations/evidence.ts';
import { DrilledSnapshots } from '../operations/forget/drilled-snapshots.ts';
import { environmentSecret } from '../settings/secret.ts';
import { openArchives } from './archive-store.ts';
import type { GlobalFlags } from './flags.ts';
import { readSecretFile } from './password.ts';
import { repositoryLocation } from './session.ts';
import type { Task } from './task.ts';

/** Where evidence on the repository lies. @param location Null: beside it. @throws HoldfastError bad-input for an empty one. */
export async function evidencePlace(task: Task<object>, location: string | null): Promise<EvidencePlace> {
  if (location === '')
    throw new HoldfastError(
      'bad-input',
      'Cannot keep evidence at "": --evidence is empty, expected a location. Leave it out for a place beside the repository; a variable may be unset.',
    );
  const repository = await repositoryLocation(task);
  // The flags are about the repository; the bucket's own default may lock evidence.
  const { objectLock: _, objectLockDays: __, ...flags } = task.flags as GlobalFlags;
  return { location, repository, open: (at) => openArchives({ ...task, flags }, at) };
}

/** The key that evidence is signed with: from a file, or the environment; null: none is given. */
export async function signingKey(
  { terminal: { env } }: Task<object>,
  file: string | undefined,
): Promise<KeyObject | null> {
  if (file !== undefined)
    return parseSigningKey(await readSecretFile(file, 'the signing key'), JSON.stringify(file));
  const text = environmentSecret(env['HOLDFAST_SIGNING_KEY'], 'HOLDFAST_SIGNING_KEY');
  return text === null ? null : parseSigningKey(text, 'HOLDFAST_SIGNING_KEY');
}

/** The recovery code, however it is written: from a file, or the environment; null: none is given. */
export async function recoveryCode(
  { terminal: { env } }: Task<object>,
  file: string | undefined,
): Promise<string | null> {
  if (file !== undefined) return readSecretFile(file, 'the recovery code');
  return environmentSecret(env['HOLDFAST_RECOVERY_CODE'], 'HOLDFAST_RECOVERY_CODE');
}

/** The key that evidence must be signed by; null: none is given. */
export async function evidenceKey(file: string | undefined): Promise<VerifyingKeys | null> {
  if (file === undefined) return null;
  return parseVerifyingKeys(await readSecretFile(file, 'the evidence key'), JSON.stringify(file));
}

/** What drills have proved, for retention. */
export async function drilledSnapshots(
  task: Task<{ readonly evidence?: string; readonly evidenceKey?: string }>,
): Promise<DrilledSnapshots> {
  const { evidence = null, evidenceKey: file } = task.flags;
  return new DrilledSnapshots({
    place: await evidencePlace(task, evidence),
    key: await evidenceKey(file),
    onUnreadable: (message) => task.reporter.onWarning(message),
  });
}
