import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { callersFor } from '../../config/callers.ts';
import { newConfigText } from '../../config/new-config.ts';
import { readConfig } from '../../config/read-config.ts';
import type { ConfigFile } from '../../config/schema/file.ts';
import { type File, validate } from '../../config/validate.ts';
import { HoldfastError } from '../../errors.ts';
import { type Found, lookForApplications } from '../../operations/look-for-applications.ts';
import { parseSchedule, parseTimezone } from '../../schedule/schedule.ts';
import { systemErrorText } from '../../system-error.ts';
import { siteOf } from '../application-options.ts';
import { connect } from '../connect.ts';
import type { HostFlags } from '../flags.ts';
import { requirePlaceForRecoveryCode } from '../recovery-code-place.ts';
import type { Task } from '../task.ts';
import { chooseTargets } from './choose-targets.ts';
import type { NewFiles } from './files.ts';
import type { SetupFlags } from './flags.ts';
import { askHost, askHostName, hostSectionOf } from './host.ts';
import { type Pinned, pinOf, requirePin } from './pin.ts';
import { Questions } from './questions.ts';
import { askRunner } from './runner.ts';
import { askLocation, askStorage, isRepositoryAt, requireRole } from './storage.ts';

/** What a setup will do. Nothing of it is done yet. */
export interface SetupPlan {
  readonly questions: Questions;
  /** The checkout. */
  readonly root: string;
  /** As restic takes it. */
  readonly location: string;
  /** A recovery code is to be made. */
  readonly wantsCode: boolean;
  readonly files: NewFiles;
  readonly config: ConfigFile;
  readonly pinned: Pinned;
  /** What a person should know, one line each. */
  readonly notes: readonly string[];
}

const CONFIG = 'backup.yml';
const WORKFLOWS = '.github/workflows';
const STORAGE = 'main';

/** Asks, looks at the host, and says what is to be written. @throws HoldfastError bad-input, and what connecting throws. */
export async function planSetup(task: Task<SetupFlags>): Promise<SetupPlan> {
  const { flags } = task;
  requireFitting(flags);
  const questions = new Questions(task);
  const root = await checkoutAt(flags.folder);
  const { on, found } = await askAndLook(questions, task);
  const hostTask: Task<HostFlags> = { ...task, flags: { ...flags, on } };
  const hostName = await askHostName(questions, on, flags);
  const { targets, notes } = await chooseTargets(found, { questions, flags, output: task.output });
  const location = await askLocation(questions, task, root);
  const storage = await askStorage(questions, location, flags);
  const schedule = await askSchedule(questions, flags, hostName);
  const timezone = await askTimezone(questions, flags);
  const runsOn = await askRunner(questions, flags, { on, location });
  const wantsCode = await askForCode(task, questions, location);
  const place = flags.recoveryKeyPlace ?? (wantsCode ? DEFAULT_PLACE : undefined);
  const text = newConfigText({
    ...{ storageName: STORAGE, hostName, targets, schedule, timezone, host: await hostSectionOf(hostTask) },
    storage: { ...storage, ...(place === undefined ? {} : { 'recovery-key': place }) },
  });
  const config = readBack(text);
  const pinned = await pinOf(task);
  const callers = callersFor(config, pinned.pin, { runsOn, retentionRole: flags.retentionRole });
  const files = new Map([
    [CONFIG, text],
    ...Object.entries(callers).map(([name, body]): [string, string] => [`${WORKFLOWS}/${name}`, body]),
  ]);
  const all = [...notes, ...findingsIn(files), ...(pinned.whyNot === null ? [] : [`${pinned.whyNot}.`])];
  return { questions, root, location, wantsCode, files, config, pinned, notes: all };
}

/** A person who mistyped it, or whose host is down, is asked again. */
async function askAndLook(
  questions: Questions,
  task: Task<SetupFlags>,
): Promise<{ on: string; found: Found[] }> {
  for (;;) {
    const on = await askHost(questions, task.flags);
    if (!task.flags.look) return { on, found: [] };
    try {
      return { on, found: await look({ ...task, flags: { ...task.flags, on } }) };
    } catch (error) {
      if (task.flags.on !== undefined) throw error;
      questions.tellOrThrow(error);
    }
  }
}

/** What needs no answer to be wrong. @throws HoldfastError bad-input. */
function requireFitting({
  pin,
  look: isLooked,
  app,
  retentionRole,
  recoveryKeyPlace: place,
}: SetupFlags): void {
  requirePin(pin);
  if (retentionRole !== undefined) requireRole(retentionRole);
  if (!isLooked && app.length > 0) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both --app and --no-look: what is named must be found on the host, expected one of them.',
    );
  }
  if (place === undefined || /^\S(?:.*\S)?$/.test(place)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use --recovery-key-place ${JSON.stringify(place)}: expected words in one line, such as “printed, in the safe of the office”.`,
  );
}

/** What shows it must be no log: where nobody can be asked, only who says so gets one. */
async function askForCode(task: Task<SetupFlags>, questions: Questions, location: string): Promise<boolean> {
  const { flags, terminal } = task;
  const existed = !flags.dryRun && (await isRepositoryAt(task, location));
  const text = existed
    ? 'There is a repository already. Add a recovery code to it, to be kept on paper?'
    : 'Make a recovery code, to be kept on paper?';
  const wants = await questions.yes(text, flags.recoveryKey, !existed && questions.canAsk);
  if (wants) requirePlaceForRecoveryCode(terminal);
  return wants;
}

const DEFAULT_PLACE = 'printed when it was set up';

async function checkoutAt(folder: string): Promise<string> {
  const unfit = (why: string, cause?: unknown) =>
    new HoldfastError('bad-input', `Cannot use --folder ${JSON.stringify(folder)}: ${why}.`, { cause });
  const real = await realpath(folder).catch((cause: unknown) => {
    throw unfit(systemErrorText(cause), cause);
  });
  if (!(await stat(real)).isDirectory()) throw unfit('it is a file, expected the folder of a checkout');
  const top = await topOf(real);
  if (top === null || top === real) return real;
  throw unfit(
    `it is a folder of the checkout ${JSON.stringify(top)}, and GitHub reads workflows at the root of one alone. Give --folder ` +
      `${JSON.stringify(top)}, or make it a checkout of its own by \`git init\``,
  );
}

/** The nearest checkout that a folder is in; null: it is in none. A worktree's `.git` is a file. */
async function topOf(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await stat(join(at, '.git')).catch(() => null)) !== null) return at;
    if (at === dirname(at)) return null;
  }
}

async function look(task: Task<HostFlags>): Promise<Found[]> {
  const host = await connect(task);
  try {
    const found = await lookForApplications(siteOf(task, host));
    const what = found.map(({ title }) => title).join(', ');
    task.output.note(what === '' ? 'No application that is known here was found.' : `Found: ${what}.`);
    return found;
  } finally {
    await host.close();
  }
}

const NAMES = { cron: 'the schedule', timezone: 'the timezone' };

/** In the night, at a minute that differs from host to host: everybody's runs are at the full hour. */
function askSchedule(questions: Questions, { schedule }: SetupFlags, hostName: string): Promise<string> {
  const minute = 1 + ([...hostName].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 58);
  return questions.text({
    text: 'When are backups due (cron)',
    flag: '--schedule',
    given: schedule,
    fallback: `${minute} 3 * * *`,
    check: (text) => parseSchedule(text, 'UTC', NAMES),
  });
}

function askTimezone(questions: Questions, { timezone }: SetupFlags): Promise<string> {
  return questions.text({
    text: 'In which timezone',
    flag: '--timezone',
    given: timezone,
    fallback: Intl.DateTimeFormat().resolvedOptions().timeZone,
    check: (text) => parseTimezone(text, NAMES.timezone),
  });
}

/** What is written must be what is read. */
function readBack(text: string): ConfigFile {
  const { config, findings } = readConfig(text, CONFIG);
  if (config !== null) return config;
  throw new HoldfastError('bad-input', `Cannot set up: ${findings[0]?.what ?? 'the configuration is none'}.`);
}

/** @throws HoldfastError bad-input for what would be an error. */
function findingsIn(files: NewFiles): string[] {
  const [config, ...workflows] = [...files].map(([name, text]): File => ({ name, text }));
  const { findings } = validate(config as File, workflows);
  const fault = findings.find(({ severity }) => severity === 'error');
  if (fault !== undefined)
    throw new HoldfastError('bad-input', `Cannot set up: ${fault.what}. ${fault.advice}`);
  return findings
    .filter(({ severity, rule }) => severity === 'warning' && rule !== 'moving-tag')
    .map(({ file, at, what, advice }) => `${file}:${at.line}: ${what}. ${advice}`);
}
