import type { Command } from 'commander';
import { HoldfastError } from '../errors.ts';
import { addFilterFlags, collect, type FilterFlags } from './flags.ts';

export interface DrillFlags extends FilterFlags {
  readonly randomWithin?: string;
  readonly seed?: string;
  readonly image: readonly string[];
  readonly application: readonly string[];
  readonly engine?: string;
  readonly check: readonly string[];
  readonly leaveOut: readonly string[];
  readonly maxAge?: string;
  readonly maxRestoreTime?: string;
  readonly memory?: string;
  readonly cpus?: string;
  readonly processes?: string;
  readonly trustSnapshot?: boolean;
  readonly timeLimit?: string;
  readonly initLimit?: string;
  readonly restic?: string;
  readonly signingKey?: string;
  readonly recoveryCodeFile?: string;
  /** A place, or false with --no-evidence. */
  readonly evidence?: string | boolean;
  readonly statement?: string;
  readonly page?: string;
  readonly sheet?: string;
}

export function addDrillFlags(command: Command): void {
  addFilterFlags(command);
  command
    .option('--random-within <span>', 'one of the last 90d, say, drawn by --seed')
    .option('--seed <text>', 'what it is drawn by; the same seed draws the same')
    .option(
      '--image <what=image>',
      'restore into a container of this image: files=IMAGE, postgresql=IMAGE, mariadb=, mysql=, redis=, dolt=, opensearch=; several (default: a temporary folder)',
      collect,
      [],
    )
    .option(
      '--application <key=value>',
      'start the application itself beside it: image=IMAGE, command=SHELL COMMAND, ready=CHECK, user=, init-limit=, mount=/PATH/IN/SNAPSHOT=/PATH; several',
      collect,
      [],
    )
    .option('--engine <engine>', 'docker or podman (default: docker)')
    .option(
      '--check <check>',
      "of your own: 'sql: SELECT … => RESULT', 'command: SHELL COMMAND => OUTPUT', 'http: URL => TEXT', 'file: /PATH => TEXT', and 'command application: …', 'http application: …'; several",
      collect,
      [],
    )
    .option(
      '--leave-out <dump>',
      'do not drill this dump or bucket, or run this check of the application; the evidence says so; several',
      collect,
      [],
    )
    .option(
      '--trust-snapshot',
      'run checks that are commands out of the snapshot (profile generic) without a container, too',
    )
    .option('--max-age <age>', 'fail if the newest complete snapshot is older, such as 30h or 8d')
    .option('--max-restore-time <span>', 'fail if restoring and proving takes longer, such as 2h')
    .option('--memory <size>', 'of each container (default: 2g)')
    .option('--cpus <number>', 'of each container (default: 2)')
    .option('--processes <n>', 'in each container at most (default: 512)')
    .option('--time-limit <span>', 'of the whole drill (default: 4h)')
    .option('--init-limit <span>', 'until a service must answer (default: 1m)')
    .option(
      '--restic <mode>',
      'stock restic as a witness: restore, check, never, or auto: restore where it is installed (default: auto)',
    )
    .option(
      '--signing-key <file>',
      'sign the evidence with the Ed25519 key in a file (PEM; default: $HOLDFAST_SIGNING_KEY)',
    )
    .option(
      '--recovery-code-file <file>',
      'every fourth drill opens the repository with the recovery code in a file (default: $HOLDFAST_RECOVERY_CODE)',
    )
    .option('--evidence <location>', 'where evidence is kept (default: beside the repository)')
    .option('--no-evidence', 'keep none')
    .option('--statement <file>', 'also write the evidence (in-toto statement) to a new file')
    .option('--page <file>', 'also write a page for people to a new file')
    .option('--sheet <file>', 'also write the recovery sheet to a new file');
}

/** Of containers alone. */
const OF_CONTAINERS = ['engine', 'memory', 'cpus', 'processes', 'initLimit'] satisfies (keyof DrillFlags)[];

/**
 * Who bounds a container believes that there is one: a temporary folder has no bounds.
 * @throws HoldfastError bad-input for that, and for a signature of what isn't kept.
 */
export function refuseUnmeantOfDrill(flags: DrillFlags): void {
  const alone =
    flags.image.length === 0 ? OF_CONTAINERS.find((name) => flags[name] !== undefined) : undefined;
  if (alone !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use --${alone === 'initLimit' ? 'init-limit' : alone} without --image: expected both. Without an image files ` +
        'are restored into a temporary folder, where no container is started. Name one, or leave it out.',
    );
  }
  if (flags.evidence !== false || flags.signingKey === undefined) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot use both --signing-key and --no-evidence: only evidence that is kept is signed, expected one of them. Leave out ' +
      'the other.',
  );
}
