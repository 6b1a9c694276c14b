import type { Command } from 'commander';
import { collect } from './flags.ts';

export interface ApplicationFlags {
  readonly app?: string;
  readonly appOption: readonly string[];
}

export function addApplicationFlags(command: Command): void {
  command
    .option(
      '--app <name>',
      'save an application as its profile says: generic, looker, dss, dokku, dolt, kestra. It is looked at, stopped under a lease, saved with its databases, and started',
    )
    .option(
      '--app-option <key=value>',
      'what the profile must know; a list’s key stands once for each value; several',
      collect,
      [],
    );
}
