import type { Command } from 'commander';
import { addHostFlags, collect, type HostFlags } from '../flags.ts';

/** Each question has its flag. Undefined: it is asked, or answered as most would. */
export interface SetupFlags extends Omit<HostFlags, 'on'> {
  readonly on?: string;
  readonly folder: string;
  readonly name?: string;
  /** False with --no-look. */
  readonly look: boolean;
  readonly app: readonly string[];
  readonly path: readonly string[];
  readonly awsRole?: string;
  readonly awsRegion?: string;
  readonly retentionRole?: string;
  readonly schedule?: string;
  readonly timezone?: string;
  readonly runsOn?: string;
  readonly pin?: string;
  /** Undefined: ask where somebody can be asked. */
  readonly recoveryKey?: boolean;
  readonly recoveryKeyPlace?: string;
  readonly overwrite?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function addSetupFlags(command: Command): void {
  addHostFlags(command);
  command
    .setOptionValue('on', undefined) // whether it was given is what counts
    .option('--folder <folder>', 'the checkout that files are written to', '.')
    .option('--name <name>', 'what the host is called (default: by its address)')
    .option('--no-look', 'do not look at the host for applications')
    .option(
      '--app <name>',
      'of what is found, only this: looker, dss, dokku, postgresql, mysql, redis, sqlite …; several (default: all)',
      collect,
      [],
    )
    .option('--path <path>', 'a folder of the host to save, too; several', collect, [])
    .option(
      '--aws-role <arn>',
      'with S3: the role that workflows assume by GitHub’s OIDC token (default: an access key)',
    )
    .option('--aws-region <region>', 'with S3: region of the bucket')
    .option('--retention-role <arn>', 'the role that alone may delete')
    .option('--schedule <cron>', 'when backups are due: 17 3 * * * (default: once a night)')
    .option('--timezone <zone>', 'of the schedule: Europe/Vienna (default: this machine’s)')
    .option('--runs-on <labels>', 'labels of the runner, as JSON: \'["self-hosted", "backup"]\'')
    .option(
      '--pin <commit>',
      'full SHA of the Holdfast that workflows use (default: GitHub is asked for this version’s)',
    )
    .option('--recovery-key', 'make a recovery code without asking')
    .option('--no-recovery-key', 'make none')
    .option('--recovery-key-place <words>', 'where it is kept: “printed, in the safe of the office”')
    .option('--overwrite', 'replace files that are there')
    .option('-y, --yes', 'ask nothing: answer as most would, fail where nobody can')
    .option('-n, --dry-run', 'look, and show what would be written; make nothing');
}
