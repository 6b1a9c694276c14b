import { APPLICATIONS } from '../../apps/applications.ts';
import { parseBucket } from '../../buckets/bucket.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { isPlaceOfOurs } from '../../databases/tunnelled.ts';
import { compilePatterns } from '../../files/path-patterns.ts';
import { parseContainerAddress } from '../../hosts/container-address.ts';
import { parseSchedule, parseTimezone } from '../../schedule/schedule.ts';
import { z } from '../../schema.ts';
import { parseCheckpointInterval } from '../../settings/checkpoint-interval.ts';
import { parseChoice } from '../../settings/choice.ts';
import { parseQuiesce } from '../../settings/quiesce.ts';
import { parseSize } from '../../settings/size.ts';
import { cleanPath } from '../../settings/snapshot-spec.ts';
import { parseSpoolSize } from '../../settings/spool-size.ts';
import { passwordVariablesIn } from '../secret-references.ts';
import { checked, line, lines, NAME, reference, secret, section, shownKey, word, yesNo } from './check.ts';
import { addIssueOf } from './host.ts';
import { notificationsSection } from './notification.ts';
import { parseAge } from './span.ts';

/** What a run finds in its environment: whether it does, only the run knows. */
function variablesNamedIn(url: string): NodeJS.ProcessEnv {
  return Object.fromEntries(passwordVariablesIn(url).map((variable) => [variable, 'set']));
}

/** Each item of a list is what `parse` takes. */
function each(list: ReturnType<typeof lines>, parse: (text: string) => unknown) {
  return list.superRefine((items, context) => {
    for (const [i, item] of items.entries()) addIssueOf(() => parse(item), context, [i]);
  });
}

function age(key: string, description: string) {
  return checked(line(description), (text) => parseAge(text, shownKey(key)));
}

const quiesceFields = section({
  stop: lines(
    'Shell commands on the host that stop the application while its files are read.',
    'A shell command.',
  ).optional(),
  start: lines(
    'Shell commands that start it. A watchdog on the host runs them, too.',
    'A shell command.',
  ).optional(),
  status: line('A shell command: exit status 0, it runs; 3, it is stopped; else it can’t say.').optional(),
  lease: line('How long the run may be silent before the watchdog starts the application: `2m`.').optional(),
  'max-quiesce': line('How long the application may stand at most: `1h`.').optional(),
});

/** Whether it fits the host and the application, the rule `unfit-quiesce` says. */
const quiesceSection = checked(quiesceFields, (quiesce) => {
  if (quiesce.stop === undefined && quiesce.start === undefined) return;
  parseQuiesce({ ...quiesceWords(quiesce), container: null }, shownKey);
}).describe(
  'How the application is stopped under a lease while its files are read: by `stop` and `start`, or by its profile.',
);

/** As flags and inputs have them. */
export function quiesceWords(quiesce: z.output<typeof quiesceFields>) {
  return {
    stop: quiesce.stop ?? [],
    start: quiesce.start ?? [],
    status: quiesce.status ?? null,
    lease: quiesce.lease ?? null,
    maxQuiesce: quiesce['max-quiesce'] ?? null,
  };
}

const drillSection = section({
  every: age('every', 'At least so often a restore of it is tried: `90d`.'),
}).describe('When a restore of it is tried.');

const name = (key: string) => shownKey(key);

/** What a target has, each of which `defaults` may say for all. */
export const targetShape = {
  application: z
    .string('expected a name')
    .regex(NAME, 'expected an application’s name')
    .describe(
      `Which application it is, by its profile: ${APPLICATIONS.map(({ name }) => name).join(', ')}. Default: none: what is saved is said by \`paths\` and \`databases\` alone.`,
    )
    .optional(),
  options: z
    .record(z.string(), z.unknown(), 'expected a map')
    .describe('What the application’s profile is told: its page says which there are.')
    .optional(),
  host: reference('On which of `hosts` it is.').optional(),
  storage: reference('In which of `storage` its backups are kept.').optional(),
  'copy-to': reference('In which other repository of `storage` each snapshot is copied.').optional(),
  paths: each(lines('What is saved.', 'An absolute path.'), (path) =>
    cleanPath(path, name('paths')),
  ).optional(),
  exclude: checked(
    lines(
      'What of it is left out: patterns with restic’s meaning.',
      'A pattern, such as `/srv/wiki/cache` or `*.tmp`.',
    ),
    (patterns) => compilePatterns(patterns),
  ).optional(),
  iexclude: checked(lines('The same, letter case ignored.', 'A pattern.'), (patterns) =>
    compilePatterns(patterns, { ignoreCase: true }),
  ).optional(),
  'exclude-caches': yesNo('`true`: leave out what is in folders with a CACHEDIR.TAG.').optional(),
  'exclude-if-present': lines(
    'Leave out what is in folders that hold a file of this name.',
    '`NAME` or `NAME:HEADER`.',
  ).optional(),
  'exclude-larger-than': checked(word('Leave out files larger than this: `500M`.'), (size) =>
    parseSize(String(size), name('exclude-larger-than')),
  ).optional(),
  'one-file-system': yesNo('`true`: do not go into other filesystems.').optional(),
  databases: each(
    lines(
      'Databases to dump into the same snapshot.',
      '`postgresql://user@host/name?option=value`, or `command:NAME=SHELL COMMAND`.',
    ),
    (url) => parseDatabase(url, name('databases'), variablesNamedIn(url)),
  ).optional(),
  buckets: each(
    lines('Buckets whose objects are saved into the same snapshot.', '`s3:https://host/bucket/prefix`.'),
    (url) => parseBucket(url, name('buckets'), {}),
  ).optional(),
  'database-on': checked(
    line(
      'Where their tools run: on the `host` (default), `here` on the runner, there through a `tunnel` over SSH, or in a container (`docker:NAME`).',
    ),
    (place) => isPlaceOfOurs(place) || parseContainerAddress(place),
  ).optional(),
  'database-password': secret('Their password.').optional(),
  quiesce: quiesceSection.optional(),
  'no-first-pass': yesNo(
    '`true`: read nothing before the application is stopped. Else what changed is read first, and while it stands only what changed since.',
  ).optional(),
  volume: line(
    'Read the files from a snapshot of the volume that they lie on, removed afterwards: `lvm`, `btrfs` or `command`.',
  ).optional(),
  'volume-size': line('With `lvm`: how much may change meanwhile: `5G`. Default: `20%ORIGIN`.').optional(),
  'volume-create': line('With `command`: a shell command on the host that takes the snapshot.').optional(),
  'volume-mount': line('With `command`: one that mounts it, read-only.').optional(),
  'volume-unmount': line('With `command`: one that unmounts it.').optional(),
  'volume-destroy': line('With `command`: one that removes it, if it is there.').optional(),
  'volume-keep': yesNo('`true`: leave the snapshot of the volume, for you to remove.').optional(),
  before: lines('Shell commands to run on the host before files are read.', 'A shell command.').optional(),
  after: lines(
    'Shell commands to run after files are read, whatever happened.',
    'A shell command.',
  ).optional(),
  schedule: checked(
    line(
      'When it is due: a cron expression of five fields, as GitHub’s `schedule` takes them: `17 3 * * *`.',
    ),
    (cron) => parseSchedule(cron, 'UTC', { cron: name('schedule'), timezone: name('timezone') }),
  ).optional(),
  timezone: checked(
    line('Of the schedule, a name of the IANA database: `Europe/Vienna`. Default: `UTC`.'),
    (zone) => parseTimezone(zone, name('timezone')),
  ).optional(),
  'scheduled-by': line(
    'What backs it up when it is due, where no workflow of GitHub does, in words: `cron on backup1`. The audit expects no workflow then.',
  ).optional(),
  rpo: age('rpo', 'How old the newest backup may be at most (recovery point objective): `26h`.').optional(),
  rto: age(
    'rto',
    'How long a restore may take at most (recovery time objective): `2h`. A drill measures it.',
  ).optional(),
  retention: reference(
    'By which policy of `retention` its snapshots are kept. Default: nothing is removed.',
  ).optional(),
  drill: drillSection.optional(),
  notifications: notificationsSection.optional(),
  tags: lines('Tags for its snapshots.', 'A tag.').optional(),
  'skip-if-unchanged': yesNo('`true`: make no snapshot that holds what the one before does.').optional(),
  'on-unreadable': checked(line('`fail` (default) or `warn` when something can’t be read.'), (text) =>
    parseChoice(text, name('on-unreadable'), ['fail', 'warn']),
  ).optional(),
  'on-changed': checked(
    line('`fail`, `warn` or `auto` (default) when a file changes while it is read.'),
    (text) => parseChoice(text, name('on-changed'), ['auto', 'fail', 'warn']),
  ).optional(),
  'checkpoint-interval': checked(line('How often to save what is read so far: `30m`; `0m`: never.'), (text) =>
    parseCheckpointInterval(text, name('checkpoint-interval')),
  ).optional(),
  'spool-size': checked(
    word('How much may wait on the runner while the application is held: `2g`.'),
    (size) => parseSpoolSize(String(size), name('spool-size')),
  ).optional(),
};

/** One application on one host. */
export const targetSection = section(targetShape);

export type TargetSection = z.output<typeof targetSection>;
