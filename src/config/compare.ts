import {
  type Change,
  isDangerous,
  listChange,
  OF_COPIES,
  sectionChanges,
  shown,
  valueChange,
} from './change.ts';
import type { ConfigFile } from './schema/file.ts';
import type { TargetSection } from './schema/target.ts';
import { retentionText, scheduleText } from './target-facts.ts';
import { at, type Target, targetsOf } from './targets.ts';

/** What a change of the configuration does to one target. Of one that came or went: what it saves, and when. */
export interface TargetChange {
  readonly target: string;
  readonly kind: 'gained' | 'lost' | 'changed';
  readonly changes: readonly Change[];
}

/** What was saved and isn't any more: `paths` and `databases` that went, exclusions that came. */
export function isLoss(change: TargetChange): boolean {
  if (change.kind !== 'changed') return change.kind === 'lost';
  return change.changes.some((one) => {
    if (one.kind !== 'list') return false;
    return LEFT_OUT.test(one.what) ? one.gained.length > 0 : one.lost.length > 0;
  });
}

/** Lists of what isn't saved. */
const LEFT_OUT = /exclude|leave-out/;

/** What becomes of the targets of `before` in `after`: those of which something changes, by name. */
export function compareConfigs(before: ConfigFile, after: ConfigFile): TargetChange[] {
  const old = new Map(targetsOf(before).map((target) => [target.name, target]));
  const young = new Map(targetsOf(after).map((target) => [target.name, target]));
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  return names.flatMap((target): TargetChange[] => {
    const [was, is] = [old.get(target), young.get(target)];
    if (was === undefined)
      return is === undefined ? [] : [{ target, kind: 'gained', changes: gained(is, before) }];
    if (is === undefined) return [{ target, kind: 'lost', changes: gist(was, null) }];
    const changes = changesOf(was, is);
    return changes.length === 0 ? [] : [{ target, kind: 'changed', changes }];
  });
}

/**
 * Of a new one also where it is and goes, and of the ways there what is dangerous and wasn't said before: for no other target
 * it would be told.
 */
function gained(is: Target, before: ConfigFile): Change[] {
  const { settings, host, storage, copyTo } = is;
  const known = {
    host: at(before.hosts, settings.host),
    storage: at(before.storage, settings.storage),
    copyTo: at(before.storage, settings['copy-to']),
  };
  const changes = [
    ...placeChanges(known, { host, storage, copyTo }),
    ...sectionChanges({}, settings, { told: TOLD }),
  ];
  return [
    ...gist(null, is),
    ...VALUES.filter(([what]) => PLACES.includes(what)).flatMap(([what, of]) =>
      valueChange(what, 'none', of(is)),
    ),
    ...changes.filter(isDangerous),
  ];
}

const PLACES: readonly string[] = ['host', 'container', 'storage', 'copy-to'];

/** Of a target that came or went. */
function gist(was: Target | null, is: Target | null): Change[] {
  const listOf = (target: Target | null, what: 'paths' | 'databases' | 'buckets') =>
    target?.settings[what] ?? [];
  const textOf = (target: Target | null) => (target === null ? 'none' : scheduleText(target));
  return [
    ...(['paths', 'databases', 'buckets'] as const).flatMap((what) =>
      listChange(what, listOf(was, what), listOf(is, what)),
    ),
    ...optionChanges(was?.settings.options, is?.settings.options).filter(({ kind }) => kind === 'list'),
    ...valueChange('schedule', textOf(was), textOf(is)),
  ];
}

const LISTS = ['paths', 'databases', 'buckets', 'exclude', 'iexclude', 'exclude-if-present'] as const;

/** What is told in words of its own. */
const VALUES: readonly (readonly [what: string, of: (target: Target) => string])[] = [
  ['application', ({ application }) => application ?? 'none'],
  ['host', ({ settings, host }) => `${settings.host ?? 'none'} (${host?.address ?? 'unknown'})`],
  ['container', ({ host }) => host?.container ?? 'none'],
  ['name in snapshots', ({ hostname }) => hostname ?? 'none'],
  ['storage', ({ settings, storage }) => placeText(settings.storage, storage)],
  ['copy-to', ({ settings, copyTo }) => placeText(settings['copy-to'], copyTo)],
  ['object-lock', ({ storage }) => lockText(storage)],
  ['object-lock of copies', ({ copyTo }) => lockText(copyTo)],
  ['schedule', scheduleText],
  ['retention', retentionText],
  ['rpo', ({ settings }) => settings.rpo ?? 'none'],
  ['rto', ({ settings }) => settings.rto ?? 'none'],
  ['drill', ({ settings }) => (settings.drill === undefined ? 'none' : `every ${settings.drill.every}`)],
];

/** Of the settings, those that the two lists above tell; of all others that they changed. */
const TOLD: readonly (keyof TargetSection)[] = [
  ...LISTS,
  'options',
  'application',
  'host',
  'storage',
  'copy-to',
  'schedule',
  'timezone',
  'retention',
  'rpo',
  'rto',
  'drill',
];

/** Of the host's and the storage's sections, those that `VALUES` tell. */
const TOLD_OF_HOSTS = ['address', 'name', 'container'];
const TOLD_OF_STORAGE = ['repository', 'archives', 'object-lock', 'object-lock-days'];

type Places = Pick<Target, 'host' | 'storage' | 'copyTo'>;

/** How a host is reached and trusted, and by what a storage is opened and sealed. */
function placeChanges(was: Places, is: Places): Change[] {
  return [
    ...sectionChanges(was.host ?? {}, is.host ?? {}, { told: TOLD_OF_HOSTS }),
    ...sectionChanges(was.storage ?? {}, is.storage ?? {}, { told: TOLD_OF_STORAGE }),
    ...sectionChanges(was.copyTo ?? {}, is.copyTo ?? {}, { told: TOLD_OF_STORAGE, suffix: OF_COPIES }),
  ];
}

function changesOf(was: Target, is: Target): Change[] {
  const lists = LISTS.flatMap((what): Change[] => {
    return listChange(what, was.settings[what] ?? [], is.settings[what] ?? []);
  });
  const values = VALUES.flatMap(([what, of]) => valueChange(what, of(was), of(is)));
  const options = optionChanges(was.settings.options, is.settings.options);
  return [
    ...lists,
    ...values,
    ...options,
    ...placeChanges(was, is),
    ...sectionChanges(was.settings, is.settings, { told: TOLD }),
  ];
}

type Options = Readonly<Record<string, unknown>>;

/** What an application's profile is told: what it saves may be a list there. */
function optionChanges(was: Options = {}, is: Options = {}): Change[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.flatMap((key) => {
    const [before, after] = [was[key], is[key]];
    if (Array.isArray(before ?? after) && Array.isArray(after ?? before))
      return listChange(`options.${key}`, textsIn(before), textsIn(after));
    return valueChange(`options.${key}`, shown(before), shown(after));
  });
}

function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.map((item) => shown(item)) : [];
}

function placeText(name: string | undefined, storage: Target['storage']): string {
  if (name === undefined) return 'none';
  return `${name} (${storage?.repository ?? storage?.archives ?? 'unknown'})`;
}

function lockText(storage: Target['storage']): string {
  const mode = storage?.['object-lock'];
  return mode === undefined ? 'none' : `${mode}, ${storage?.['object-lock-days']} days`;
}
