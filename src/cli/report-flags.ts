import type { Command } from 'commander';
import type { CopyToFlags } from './copy-backup.ts';
import { collect } from './flags.ts';
import type { ForgetFlags } from './forget-flags.ts';

export interface ReportFlags extends ForgetFlags, CopyToFlags {
  readonly html?: string;
  readonly config?: string;
  readonly metrics?: string;
  readonly rpo: readonly string[];
  readonly rto: readonly string[];
  readonly provedWithin: readonly string[];
  readonly period: string;
  readonly shallow?: boolean;
  readonly onUnprotected: string;
}

export function addReportFlags(command: Command): void {
  command
    .option(
      '--config <file>',
      'a backup.yml: its storages are read (unless others are named by flags), its targets are expected, each by its own RPO, RTO, drills and retention',
    )
    .option('--html <file>', 'write a page to this file: replaced once the new one is whole')
    .option('--metrics <file>', 'write an OpenMetrics text to this file, in the same way')
    .option(
      '--rpo <age>',
      'how old a newest complete backup may be (default: 26h), such as 8d, or of one target wiki=2h, wiki@db1=30m; several',
      collect,
      [],
    )
    .option('--rto <span>', 'how long a restore may take, in the same way; several', collect, [])
    .option(
      '--proved-within <age>',
      'how long ago the last drill that passed may be (default: 99d), in the same way; several',
      collect,
      [],
    )
    .option('--period <span>', 'figures over time are of so long back from now', '30d')
    .option('--archives <location>', 'archives, too: of a folder, or s3:https://HOST/BUCKET/PREFIX')
    .option(
      '--copy-to <location>',
      'a second repository, too, in which each backup has its copy (default: $HOLDFAST_COPY_TO_REPOSITORY)',
    )
    .option(
      '--copy-to-password-file <file>',
      'read its password from a file (default: $HOLDFAST_COPY_TO_PASSWORD_FILE)',
    )
    .option('--copy-to-password-command <command>', 'get its password from a command')
    .option('--copy-to-key-hint <key>', 'ID of its key to try first')
    .option('--evidence <location>', 'evidence of drills (default: beside the repository)')
    .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts')
    .option('--shallow', 'read snapshots alone, no trees: neither downtime, nor table rows, nor what changed')
    .option('--on-unprotected <policy>', 'fail or warn when a target is failing or stale', 'warn');
}
