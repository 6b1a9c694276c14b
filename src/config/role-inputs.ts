import { parseAge } from '../age.ts';
import { backupInputsOf, type Inputs, type InputValue } from './backup-inputs.ts';
import type { Target } from './targets.ts';

/** What is done with a target's backups. `unpack`: restored to no host. `undo`: a restore of its host is. */
export type Role = 'restore' | 'unpack' | 'undo' | 'drill' | 'retention';

const WAY_TO_HOST = [
  'on',
  'identity',
  'identity-passphrase',
  'ssh-password',
  'known-hosts',
  'jump',
  'become',
  'ssh-client',
  'container',
] as const;

/** One credential: whoever gives a part of it, gives it whole. */
const CREDENTIAL = [
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'aws-profile',
  'aws-role',
] as const;

const STORAGE = ['repository', 'password', 'storage-options', 'aws-region', ...CREDENTIAL] as const;

const LOCKS = ['object-lock', 'object-lock-days'] as const;

/** Inputs that belong together: where one is said, the configuration's others are not meant. */
export const TOGETHER: readonly (readonly string[])[] = [WAY_TO_HOST, CREDENTIAL];

/** What a target of `backup.yml` means to the action of a role. @throws HoldfastError bad-input: no host, or no storage. */
export function roleInputsOf(target: Target, role: Role): Inputs {
  const given = backupInputsOf(target);
  const pick = (names: readonly string[]) => picked(given, names);
  const archives = given['archive-to'];
  switch (role) {
    case 'restore':
    case 'unpack':
      return {
        ...pick([...STORAGE, ...(role === 'restore' ? WAY_TO_HOST : []), 'host', 'archive-passphrase']),
        ...(archives === undefined ? {} : { 'archive-from': archives }),
      };
    case 'undo':
      return pick(WAY_TO_HOST);
    case 'drill':
      return {
        ...pick([...STORAGE, 'host']),
        ...texts({
          'max-age': wholeHours(target.settings.rpo),
          'max-restore-time': wholeMinutes(target.settings.rto),
        }),
      };
    case 'retention':
      return {
        ...pick([...STORAGE, 'host', ...(archives === undefined ? LOCKS : [])]),
        ...(archives === undefined ? {} : { archives }),
        ...texts({ ...target.policy }),
      };
  }
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The input takes days and hours alone: a part of one counts as all of it. */
function wholeHours(span: string | undefined): string | undefined {
  return span === undefined ? undefined : `${Math.ceil(parseAge(span, '`rpo`') / HOUR_MS)}h`;
}

function wholeMinutes(span: string | undefined): string | undefined {
  return span === undefined ? undefined : `${parseAge(span, '`rto`') / MINUTE_MS}m`;
}

function picked(inputs: Inputs, names: readonly string[]): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name)));
}

function texts(values: Readonly<Record<string, string | number | readonly string[] | undefined>>): Inputs {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, InputValue][] => {
      if (value === undefined) return [];
      return [[name, { text: typeof value === 'object' ? value.join('\n') : String(value) }]];
    }),
  );
}
