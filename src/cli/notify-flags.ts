import type { Command } from 'commander';

export interface NotifyFlags {
  readonly pingUrlFile?: string;
  readonly webhookUrlFile?: string;
  readonly webhookTemplateFile?: string;
  readonly webhookOn: string;
}

/** What --webhook-on is where nobody says it. */
export const EVERY_END = 'all';

/** What others are told of a command. */
export interface AboutCommand {
  /** Such as `Backup`. */
  readonly action: string;
  /** Whether it is of one target on a host, or of all that filters leave. */
  readonly isOfAHost: boolean;
  /** What one is called that ended in order, but not with 0. */
  readonly ifNotWell: 'incomplete' | 'failed';
  /** Whether the environment's addresses are meant for it: a ping is of one check, and another command must not answer for a backup. */
  readonly byEnvironment: boolean;
}

/** Addresses are secrets, which stand on no command line. */
export function addNotifyFlags(
  command: Command,
  { byEnvironment }: Pick<AboutCommand, 'byEnvironment'>,
): Command {
  const byVariable = (name: string) => (byEnvironment ? ` (default: $${name})` : '');
  return command
    .option(
      '--ping-url-file <file>',
      `tell start, success and failure to the address in this file, as Healthchecks takes them${byVariable('HOLDFAST_PING_URL')}`,
    )
    .option(
      '--webhook-url-file <file>',
      `tell the end to the address in this file, by a POST in Slack’s shape${byVariable('HOLDFAST_WEBHOOK_URL')}`,
    )
    .option(
      '--webhook-template-file <file>',
      'in this shape instead: JSON with {{action}}, {{outcome}}, {{target}}, {{host}}, {{duration}}, {{run}}, {{reason}}',
    )
    .option('--webhook-on <ends>', 'which ends it is told: all, failure, success', EVERY_END);
}
