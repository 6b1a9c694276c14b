import { realpath } from 'node:fs/promises';
import { isRemote } from '../../backends/location.ts';
import { callersFor, type Pin } from '../../config/callers.ts';
import { newConfigText } from '../../config/new-config.ts';
import { readConfig } from '../../config/read-config.ts';
import type { ConfigFile } from '../../config/schema/file.ts';
import { type File, validate } from '../../config/validate.ts';
import { HoldfastError } from '../../errors.ts';
import { commitOfRelease } from '../../github/own-release.ts';
import { parseHostAddress } from '../../hosts/address.ts';
import { type Found, lookForApplications } from '../../operations/look-for-applications.ts';
import { parseSchedule, parseTimezone } from '../../schedule/schedule.ts';
import { systemErrorText } from '../../system-error.ts';
import { VERSION } from '../../version.ts';
import { siteOf } from '../application-options.ts';
import { connect } from '../connect.ts';
import type { HostFlags } from '../flags.ts';
import { requirePlaceForRecoveryCode } from '../recovery-code-place.ts';
import type { Task } from '../task.ts';
import { chooseTargets } from './choose-targets.ts';
import type { NewFiles } from './files.ts';
import type { SetupFlags } from './flags.ts';
import { askHost, askHostName, hostSectionOf } from './host.ts';
import { Questions } from './questions.ts';
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
  /** What a person should know, one line each. */
  readonly notes: readonly string[];
}

const CONFIG = 'backup.yml';
const WORKFLOWS = '.github/workflows';
const STORAGE = 'main';

/** Asks, looks at the host, and says what is to be written. @throws HoldfastError bad-input, and what connecting throws. */
export async function planSetup(task: Task<SetupFlags>): Promise<SetupPlan> {
  const { flags } = task;
  const questions = new Questions(task);
  const root = await checkoutAt(flags.folder);
  const pinned = requirePin(flags.pin);
  const on = await askHost(questions, flags);
  const hostTask: Task<HostFlags> = { ...task, flags: { ...flags, on } };
  const hostName = await askHostName(questions, on, flags);
  const found = flags.look ? await look(hostTask) : [];
  const { targets, notes } = await chooseTargets(found, { questions, flags, output: task.output });
  const location = await askLocation(questions, task, root);
  const storage = await askStorage(questions, location, flags);
  const schedule = await askSchedule(questions, flags, hostName);
  const timezone = await askTimezone(questions, flags);
  const runsOn = await askRunner(questions, flags, { on, location });
  if (flags.retentionRole !== undefined) requireRole(flags.retentionRole);
  const wantsCode = await askForCode(task, questions, location);
  const place = flags.recoveryKeyPlace ?? (wantsCode ? DEFAULT_PLACE : undefined);
  const text = newConfigText({
    ...{ storageName: STORAGE, hostName, targets, schedule, timezone, host: await hostSectionOf(hostTask) },
    storage: { ...storage, ...(place === undefined ? {} : { 'recovery-key': place }) },
  });
  const config = readBack(text);
  const pin = await pinOf(task, pinned);
  const callers = callersFor(config, pin, { runsOn, retentionRole: flags.retentionRole });
  const files = new Map([
    [CONFIG, text],
    ...Object.entries(callers).map(([name, body]): [string, string] => [`${WORKFLOWS}/${name}`, body]),
  ]);
  const all = [...notes, ...findingsIn(files), ...(isPinned(pin) ? [] : [UNPINNED])];
  return { questions, root, location, wantsCode, files, config, notes: all };
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
  return realpath(folder).catch((cause: unknown) => {
    throw new HoldfastError(
      'bad-input',
      `Cannot use --folder ${JSON.stringify(folder)}: ${systemErrorText(cause)}.`,
      { cause },
    );
  });
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

/** A folder, and this machine, are there on a runner of one's own alone. */
async function askRunner(
  questions: Questions,
  { runsOn }: SetupFlags,
  { on, location }: { readonly on: string; readonly location: string },
): Promise<string | undefined> {
  const isOwn = parseHostAddress(on) === 'local' || !isRemote(location);
  const answer = await questions.text({
    text: 'Labels of the runner, as JSON (empty: GitHub’s own)',
    flag: '--runs-on',
    given: runsOn,
    fallback: isOwn ? '["self-hosted"]' : '',
    check: requireLabels,
  });
  return answer === '' ? undefined : JSON.stringify(labelsIn(answer));
}

const LABEL = /^[\w.-]{1,100}$/;

function requireLabels(text: string): void {
  const labels = text === '' ? [] : labelsIn(text);
  if (labels !== undefined && [labels].flat().every((label) => LABEL.test(String(label)))) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${JSON.stringify(text)} as labels of a runner: expected JSON, such as ["self-hosted", "backup"].`,
  );
}

function labelsIn(text: string): string | string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
    return typeof value === 'string' || isList ? (value as string | string[]) : undefined;
  } catch {
    return undefined;
  }
}

function requirePin(pin: string | undefined): string | undefined {
  if (pin === undefined || /^[0-9a-f]{40}$/.test(pin)) return pin;
  throw new HoldfastError(
    'bad-input',
    `Cannot use --pin ${JSON.stringify(pin)}: expected the full SHA of a commit of Holdfast, 40 hexadecimal digits.`,
  );
}

/** A tag is better than nothing: the check of the workflows says what is to be done then. */
async function pinOf(
  { terminal: { env }, signal }: Task<SetupFlags>,
  pinned: string | undefined,
): Promise<Pin> {
  const version = `v${VERSION}`;
  const token = env['GH_TOKEN'] || env['GITHUB_TOKEN'] || null;
  return { commit: pinned ?? (await commitOfRelease(version, token, signal)) ?? version, version };
}

function isPinned({ commit }: Pin): boolean {
  return /^[0-9a-f]{40}$/.test(commit);
}

const UNPINNED =
  'GitHub didn’t say which commit this version of Holdfast is: the workflows name its tag, which can be moved. Give --pin.';

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
