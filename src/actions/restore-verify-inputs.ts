import type { KeyObject } from 'node:crypto';
import { displayText } from '../bytestring.ts';
import { parseFileCheck } from '../drills/user-check.ts';
import { booleanInput, commandsInput, listInput, selectionInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { engineEnvironment } from '../hosts/container-engine.ts';
import { witnessEnvironment } from '../operations/drill/witness-environment.ts';
import type { DrillOptions } from '../operations/drill.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { asWritten } from '../repository/recovery-code.ts';
import { parseDrill } from '../settings/drill.ts';
import { environmentSecret } from '../settings/secret.ts';
import { splitTags } from '../settings/tags.ts';
import { parseTime } from '../settings/time.ts';
import { type RepositoryAccess, readRepositoryAccess } from './access.ts';
import { keepCheckToLog } from './check-text.ts';
import { readSigningKey, readWho } from './signing-inputs.ts';

export interface DrillInputs {
  readonly repository: RepositoryAccess;
  readonly options: Omit<DrillOptions, 'drillId' | 'recovery'>;
  /** Null: it isn't given. Secret. */
  readonly recoveryCode: string | null;
  /** Null: nobody signs the evidence here. */
  readonly signingKey: KeyObject | null;
  /** Null: beside the repository. */
  readonly evidence: string | null;
  readonly keepsEvidence: boolean;
}

/** @throws HoldfastError bad-input, before anything is opened. */
export async function readDrillInputs(): Promise<DrillInputs> {
  const repository = await readRepositoryAccess();
  const { witness, ...parsed } = readDrill();
  const { location, password, s3 } = repository;
  const isRole = s3?.credentials?.kind === 'role';
  const environment = witnessEnvironment({ repository: location, password, s3 }, process.env);
  return {
    repository,
    signingKey: readSigningKey(),
    recoveryCode: readRecoveryCode(),
    evidence: textInput('evidence'),
    keepsEvidence: !booleanInput('no-evidence'),
    options: {
      ...parsed,
      checks: [...parsed.checks, ...listInput('safe-check').map((text) => parseFileCheck(text, SAFE_CHECK))],
      filter: readFilter(),
      engineEnvironment: engineEnvironment(process.env),
      // What a role gives ends within the hour: restic can't be given it.
      witness: { mode: isRole && witness === 'auto' ? 'never' : witness, program: 'restic', environment },
      who: readWho(process.env),
      noLock: false,
      trustSnapshot: booleanInput('trust-snapshot'),
      retryLockMs: repository.retryLockMs,
    },
  };
}

const SAFE_CHECK = 'the input `safe-check`';

function readDrill() {
  const within = textInput('random-within');
  const checks = commandsInput('check');
  for (const check of checks) keepCheckToLog(displayText(check));
  const words = {
    snapshot: textInput('snapshot') ?? 'latest',
    'random-within': within,
    // Whoever looks at the run later knows what it was drawn by.
    seed: textInput('seed') ?? (within === null ? null : runOf(process.env)),
    'max-age': textInput('max-age'),
    'max-restore-time': textInput('max-restore-time'),
    engine: textInput('engine'),
    memory: textInput('memory'),
    cpus: textInput('cpus'),
    processes: textInput('processes'),
    'time-limit': textInput('time-limit'),
    'init-limit': textInput('init-limit'),
    restic: textInput('restic'),
    image: listInput('image'),
    application: commandsInput('application'),
    check: checks,
    'leave-out': listInput('leave-out'),
  };
  return parseDrill(words, (word) => `the input \`${word}\``);
}

function readFilter(): SnapshotFilter {
  const tags = splitTags(selectionInput('tags'));
  const notAfter = textInput('not-after');
  return {
    hosts: selectionInput('host'),
    target: textInput('of'),
    tags: tags.length === 0 ? [] : [tags],
    paths: selectionInput('paths'),
    ...(notAfter === null ? {} : { notAfterNs: parseTime(notAfter, 'the input `not-after`') }),
  };
}

/** As it was given, and as it opens a key: neither is to be seen. */
function readRecoveryCode(): string | null {
  const { HOLDFAST_RECOVERY_CODE: variable } = process.env;
  const code = textInput('recovery-code') ?? environmentSecret(variable, 'HOLDFAST_RECOVERY_CODE');
  if (code === null) return null;
  mask(code);
  mask(asWritten(code));
  return code;
}

function runOf(env: NodeJS.ProcessEnv): string {
  return `${env['GITHUB_RUN_ID'] ?? ''}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
}
