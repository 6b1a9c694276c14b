import { HoldfastError } from '../errors.ts';
import type { HostSection } from '../hosts/host-section.ts';
import { isOfBackups, kindsOf } from '../notify/notification-section.ts';
import { isSecretReference } from '../section.ts';
import type { StorageSection } from './schema/storage.ts';
import type { Target } from './targets.ts';

/** What an input is given: text, or what a variable of the environment holds when it is read. */
export type InputValue = { readonly text: string } | { readonly variable: string };

export type Inputs = Readonly<Record<string, InputValue>>;

/**
 * A target as the inputs of the action that backs it up, so that the file means what the inputs mean. No secret is in it:
 * only the names of the variables that hold them.
 * @throws HoldfastError bad-input for a target that has no host or no storage.
 */
export function backupInputsOf(target: Target): Inputs {
  const { host, storage, copyTo, hostname, name } = target;
  if (host === null || storage === null) {
    throw new HoldfastError(
      'bad-input',
      `Cannot back up the target ${JSON.stringify(name)}: it has no ${host === null ? 'host' : 'storage'} that is in the file. ` +
        '`holdfast validate` says more.',
    );
  }
  const given: Record<string, Value> = {
    ...hostInputs(host),
    ...(storage.repository === undefined ? archiveInputs(storage) : repositoryInputs(storage)),
    ...storageInputs(storage),
    ...(copyTo === null ? {} : copyInputs(copyTo)),
    ...targetInputs(target),
    ...noticeWords(target),
    of: name,
    host: hostname ?? undefined,
  };
  return inputsOf(given);
}

/** Of these who is told: also of a target that can't be backed up. */
export function noticeInputsOf(target: Target): Inputs {
  return inputsOf(noticeWords(target));
}

function inputsOf(given: Record<string, Value>): Inputs {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, inputOf(key, value)]],
    ),
  );
}

function noticeWords({ settings: { notifications = [] } }: Target): Record<string, Value> {
  const ping = notifications.find((one) => one.ping !== undefined)?.ping;
  const hook = notifications.find(isOfBackups);
  const kinds = hook === undefined ? [] : kindsOf(hook);
  const isOfBoth = kinds.includes('success') && kinds.includes('failure');
  return {
    'ping-url': ping,
    'webhook-url': hook?.webhook,
    'webhook-template': hook?.template,
    'webhook-on':
      hook === undefined || isOfBoth ? undefined : kinds.includes('failure') ? 'failure' : 'success',
  };
}

type Value = string | number | boolean | readonly string[] | undefined;

/** Keys whose text may be a reference. Of all others it is what it is. */
const REFERENCES =
  /(?:^|-)(?:password|passphrase|identity|known-hosts|access-key-id|secret-access-key|session-token|ping-url|webhook-url)$/;

function inputOf(key: string, value: NonNullable<Value>): InputValue {
  if (typeof value === 'string' && REFERENCES.test(key) && isSecretReference(value)) {
    return { variable: value.slice('env:'.length) };
  }
  return { text: typeof value === 'object' ? value.join('\n') : String(value) };
}

function hostInputs(host: HostSection): Record<string, Value> {
  const { address, name: _, ...way } = host;
  return { on: address, ...way };
}

function repositoryInputs(storage: StorageSection): Record<string, Value> {
  return {
    repository: storage.repository,
    password: storage.password,
    compression: storage.compression,
    'pack-size': storage['pack-size'],
    'object-lock': storage['object-lock'],
    'object-lock-days': storage['object-lock-days'],
  };
}

function archiveInputs(storage: StorageSection): Record<string, Value> {
  return {
    format: 'archive',
    'archive-to': storage.archives,
    'archive-recipients': storage.recipients,
    'archive-passphrase': storage.passphrase,
    'archive-unencrypted': storage.unencrypted,
  };
}

function storageInputs(storage: StorageSection): Record<string, Value> {
  return {
    'storage-options': storage['storage-options'],
    'aws-region': storage['aws-region'],
    'aws-access-key-id': storage['aws-access-key-id'],
    'aws-secret-access-key': storage['aws-secret-access-key'],
    'aws-session-token': storage['aws-session-token'],
    'aws-profile': storage['aws-profile'],
    'aws-role': storage['aws-role'],
  };
}

/** What a copy takes of its storage; the rule `copy-ignores` tells what it doesn't. */
function copyInputs(storage: StorageSection): Record<string, Value> {
  return {
    'copy-to': storage.repository,
    'copy-to-password': storage.password,
    'copy-to-aws-region': storage['aws-region'],
    'copy-to-aws-access-key-id': storage['aws-access-key-id'],
    'copy-to-aws-secret-access-key': storage['aws-secret-access-key'],
    'copy-to-aws-session-token': storage['aws-session-token'],
    'copy-to-aws-profile': storage['aws-profile'],
    'copy-to-aws-role': storage['aws-role'],
    'copy-to-storage-options': storage['storage-options'],
    'copy-to-object-lock': storage['object-lock'],
    'copy-to-object-lock-days': storage['object-lock-days'],
  };
}

/** As the input `app-options` has them: a list's key stands once for each value. */
function optionLines(options: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(options).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => optionLine(key, one)),
  );
}

function optionLine(key: string, value: unknown): string {
  const line = `${key}=${String(value)}`;
  if (typeof value !== 'object' && !/[\r\n]|\\$/.test(line)) return line;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the option ${JSON.stringify(key)}: expected one line that doesn't end in a backslash.`,
  );
}

function targetInputs({ application, settings }: Target): Record<string, Value> {
  const { quiesce } = settings;
  return {
    app: application ?? undefined,
    'app-options': settings.options === undefined ? undefined : optionLines(settings.options),
    paths: settings.paths,
    databases: settings.databases,
    buckets: settings.buckets,
    'database-on': settings['database-on'],
    'database-password': settings['database-password'],
    exclude: settings.exclude,
    iexclude: settings.iexclude,
    'exclude-caches': settings['exclude-caches'],
    'exclude-if-present': settings['exclude-if-present'],
    'exclude-larger-than': settings['exclude-larger-than'],
    'one-file-system': settings['one-file-system'],
    tags: settings.tags,
    'skip-if-unchanged': settings['skip-if-unchanged'],
    stop: quiesce?.stop,
    start: quiesce?.start,
    status: quiesce?.status,
    lease: quiesce?.lease,
    'max-quiesce': quiesce?.['max-quiesce'],
    'no-first-pass': settings['no-first-pass'],
    volume: settings.volume,
    'volume-size': settings['volume-size'],
    'volume-create': settings['volume-create'],
    'volume-mount': settings['volume-mount'],
    'volume-unmount': settings['volume-unmount'],
    'volume-destroy': settings['volume-destroy'],
    'volume-keep': settings['volume-keep'],
    before: settings.before,
    after: settings.after,
    'spool-size': settings['spool-size'],
    'on-unreadable': settings['on-unreadable'],
    'on-changed': settings['on-changed'],
    'checkpoint-interval': settings['checkpoint-interval'],
  };
}
