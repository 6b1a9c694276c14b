import { isDeepStrictEqual } from 'node:util';

/** Of a list what came and went; of anything else what it was and is. Foreign text is as it stands in the files. */
export type Change =
  | {
      readonly what: string;
      readonly kind: 'list';
      readonly gained: readonly string[];
      readonly lost: readonly string[];
    }
  | { readonly what: string; readonly kind: 'value'; readonly before: string; readonly after: string };

/** By these a stranger gets in between, reads what is saved, has commands run, or a secret sent elsewhere. */
const DANGEROUS: ReadonlySet<string> = new Set([
  'known-hosts',
  'jump',
  'identity',
  'identity-passphrase',
  'ssh-password',
  'become',
  'ssh-client',
  'password',
  'recipients',
  'passphrase',
  'unencrypted',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'aws-profile',
  'aws-role',
  'database-password',
  'before',
  'after',
  'quiesce',
  'volume-create',
  'volume-mount',
  'volume-unmount',
  'volume-destroy',
  'notifications',
]);

/** What a change of the second repository is called, beside the same of the first. */
export const OF_COPIES = ' of copies';

/** Whether whoever reviews it must look at it, however small it seems. */
export function isDangerous({ what }: Change): boolean {
  return DANGEROUS.has(what.endsWith(OF_COPIES) ? what.slice(0, -OF_COPIES.length) : what);
}

export function listChange(what: string, before: readonly string[], after: readonly string[]): Change[] {
  const gained = after.filter((item) => !before.includes(item));
  const lost = before.filter((item) => !after.includes(item));
  return gained.length + lost.length === 0 ? [] : [{ what, kind: 'list', gained, lost }];
}

export function valueChange(what: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ what, kind: 'value', before, after }];
}

const NOTHING = 'none';

/** Text that reads as nothing is quoted. */
export function shown(value: unknown): string {
  if (value === undefined) return NOTHING;
  return typeof value === 'string' && value !== NOTHING ? value : JSON.stringify(value);
}

type Section = Readonly<Record<string, unknown>>;

/** Of the keys of a section all that changed, but for those `told` otherwise; `suffix` follows each key. */
export function sectionChanges(
  was: Section,
  is: Section,
  { told, suffix = '' }: { readonly told: readonly string[]; readonly suffix?: string },
): Change[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys
    .filter((key) => !told.includes(key) && !isDeepStrictEqual(was[key], is[key]))
    .map((key) => ({
      what: `${key}${suffix}`,
      kind: 'value',
      before: shown(was[key]),
      after: shown(is[key]),
    }));
}
