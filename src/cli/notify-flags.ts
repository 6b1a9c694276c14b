import type { Command } from 'commander';

export interface NotifyFlags {
  readonly pingUrlFile?: string;
  readonly webhookUrlFile?: string;
  readonly webhookTemplateFile?: string;
  readonly webhookOn: string;
}

/** Addresses are secrets, which stand on no command line. */
export function addNotifyFlags(command: Command): Command {
  return command
    .option(
      '--ping-url-file <file>',
      'tell start, success and failure to the address in this file, as Healthchecks takes them (default: $HOLDFAST_PING_URL)',
    )
    .option(
      '--webhook-url-file <file>',
      'tell the end to the address in this file, by a POST in Slack’s shape (default: $HOLDFAST_WEBHOOK_URL)',
    )
    .option(
      '--webhook-template-file <file>',
      'in this shape instead: JSON with {{outcome}}, {{target}}, {{host}}, {{duration}}, {{run}}, {{reason}}',
    )
    .option('--webhook-on <ends>', 'which ends it is told: all, failure, success', 'all');
}
