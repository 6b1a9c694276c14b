import { open } from '../../crypto/seal.ts';
import {
  drillsSinceOpened,
  EARLIER_NAMED,
  isTrialDue,
  type RecoveryKeyFacts,
  type RecoveryTrial,
} from '../../drills/recovery-trial.ts';
import { asHoldfastError } from '../../errors.ts';
import { decodeConfig } from '../../repository/format/config.ts';
import { findKey } from '../../repository/key-store.ts';
import type { OpenRepository } from '../../repository/open.ts';
import { asWritten } from '../../repository/recovery-code.ts';
import { type EvidencePlace, isOfDrill, listEvidence } from '../evidence.ts';
import type { DrillRun } from './run.ts';

/**
 * Whether the drill that is about to run tries the recovery key: by the drills of which evidence is kept, one in RECOVERY_EVERY,
 * and each until one has opened the repository. A credential that may only create can't look: then it is tried.
 * @param code As it was given, however it is written; null: it isn't. Secret.
 */
export async function recoveryTrial(
  repository: OpenRepository,
  { place, code }: { place: EvidencePlace; code: string | null },
  signal: AbortSignal,
): Promise<RecoveryTrial> {
  const written = code === null ? null : asWritten(code);
  try {
    const found = await listEvidence(place, repository, null, signal);
    const drillsSince = drillsSinceOpened(found.filter(isOfDrill).map(({ statement }) => statement));
    const earlier = found.slice(-EARLIER_NAMED).map(({ name }) => name);
    return { code: written, isDue: isTrialDue(drillsSince), drillsSince, earlier };
  } catch (error) {
    if (signal.aborted || asHoldfastError(error) === null) throw error;
    return { code: written, isDue: true, drillsSince: null, earlier: null };
  }
}

/** Opens the repository by the recovery key, where this drill is to: by another key than the one that it is open by. */
export async function tryRecoveryKey(run: DrillRun): Promise<RecoveryKeyFacts> {
  const { code, isDue, drillsSince } = run.options.recovery;
  const facts = { key: null, drills_since: drillsSince };
  if (!isDue) return { ...facts, state: 'not-due' };
  if (code === null) {
    run.reporter.onWarning(
      'The recovery key isn’t tried: no recovery code is given (`recovery-code`, or HOLDFAST_RECOVERY_CODE). Nobody knows that it ' +
        'opens the repository until a drill has done it.',
    );
    return { ...facts, state: 'not-given' };
  }
  let key: string | null = null;
  const title = {
    kind: 'recovery-key',
    name: 'recovery key',
    expected: 'the recovery code opens the repository, by a key of its own',
  } as const;
  await run.check(title, async () => {
    const { repository, signal } = run;
    const { backend, keyId } = repository;
    const found = await findKey(backend, code, { signal }).catch((error: unknown) => {
      if (asHoldfastError(error)?.code !== 'wrong-password') throw error;
      return null;
    });
    if (found === null) return { passed: false, found: 'it opens no key of the repository' };
    if (found.id === keyId)
      return { passed: false, found: 'it is the key that the repository is open by: no other one was tried' };
    const what = `the config of repository "${backend.location}"`;
    const sealed = await backend.load({ kind: 'config', name: '' }, undefined, signal);
    const { id } = decodeConfig(open(found.masterKey, sealed, what), what);
    if (id !== repository.id) return { passed: false, found: 'it opens another repository' };
    key = found.id;
    return { passed: true, found: `key ${found.id.slice(0, 8)} opens it` };
  });
  return { ...facts, key, state: key === null ? 'failed' : 'opened' };
}
