import type { Command } from 'commander';
import { collect } from './flags.ts';

export interface QuiesceFlags {
  readonly stop: readonly string[];
  readonly start: readonly string[];
  readonly status?: string;
  readonly lease?: string;
  readonly maxQuiesce?: string;
  readonly firstPass?: boolean;
}

export function addQuiesceFlags(command: Command): void {
  command
    .option(
      '--stop <command>',
      'shell command on the host that stops the application while files are read; several. A watchdog there starts it again, whatever becomes of this run',
      collect,
      [],
    )
    .option('--start <command>', 'shell command that starts it; several', collect, [])
    .option(
      '--status <command>',
      'shell command that says whether it runs: exit status 0, it does; 3, it is stopped',
    )
    .option(
      '--lease <time>',
      'how long this run may be silent before the application is started (default: 2m)',
    )
    .option('--max-quiesce <time>', 'how long it may stand at most (default: 1h)')
    .option(
      '--no-first-pass',
      'with --stop: read nothing before the application is stopped (default: what changed is read first, and while it stands only what changed since)',
    );
}
