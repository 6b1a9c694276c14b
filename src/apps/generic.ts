import { displayText, fromText } from '../bytestring.ts';
import { parseDatabase } from '../databases/databases.ts';
import { parseDuration } from '../duration.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import { runToEnd } from '../hosts/output.ts';
import { quoteAll } from '../hosts/quote.ts';
import { absolutePath, command, span, z } from '../schema.ts';
import type { Application, Control, RestoreStep, Site } from './application.ts';
import { commandCheck } from './check.ts';
import { runCommand, startStep, statusOf, stopStep } from './control.ts';
import { databaseSteps } from './dump-places.ts';
import { HOOK_SETTINGS, hooksOf } from './hooks.ts';
import { linesOf } from './host-look.ts';
import { UNIT_STATE, unitName, unitsControl } from './units.ts';
import { compareVersions, versionIn } from './version.ts';

const schema = z
  .strictObject({
    paths: z.array(absolutePath()).default([]).describe('Folders and files on the host.'),
    exclude: z
      .array(z.string().min(1))
      .default([])
      .describe('Patterns of what to leave out, with restic’s meaning.'),
    databases: z
      .array(z.string())
      .default([])
      .describe('Databases to dump into the same snapshot, by their URLs.'),
    stop: z.array(command()).default([]).describe('Shell commands that stop it.'),
    start: z.array(command()).default([]).describe('Shell commands that start it.'),
    status: command().optional().describe('Says whether it runs: exit status 0, it does; 3, it is stopped.'),
    units: z
      .array(unitName)
      .default([])
      .describe(
        'systemd’s units that run it, in the order in which they are stopped: in place of stop, start and status.',
      ),
    'start-limit': span()
      .default('5m')
      .describe('How long it may take to start, and to stop once its stop commands have ended.'),
    version: command().optional().describe('A shell command that prints its version.'),
    'any-version': z
      .boolean()
      .default(false)
      .describe('Restore also where an older version is installed than was saved.'),
    'restore-into': z
      .array(z.string())
      .default([])
      .describe('Databases that dumps go back into, where they are others than they were taken from.'),
    'after-restore': z
      .array(command())
      .default([])
      .describe('Shell commands once files and databases are back, before it is started.'),
    'check-files': z
      .array(command())
      .default([])
      .describe('Commands that prove it by what was restored alone.'),
    check: z.array(command()).default([]).describe('Commands that prove it once it runs.'),
    ...HOOK_SETTINGS,
  })
  .refine(({ paths, databases }) => paths.length + databases.length > 0, 'expected a path or a database')
  .refine(
    ({ stop, start }) => (stop.length === 0) === (start.length === 0),
    'expected both stop and start, or neither: what is stopped must be started again',
  )
  .refine(
    ({ stop, units }) => stop.length === 0 || units.length === 0,
    'expected units, or stop and start: it is stopped in one way',
  )
  .refine(
    ({ stop, status }) => status === undefined || stop.length > 0,
    'expected stop and start with status',
  );

type GenericSettings = z.output<typeof schema>;

/** Any application that files, dumps, and commands to stop and start it say enough about. */
export const generic: Application<GenericSettings> = {
  name: 'generic',
  title: 'the application',
  schema,

  detect: async () => null,

  foresee: ({ paths }) => ({ paths, needsVolume: false }),

  async planBackup(site, settings) {
    return {
      paths: settings.paths.map(fromText),
      excludes: settings.exclude,
      control: controlOf(settings),
      nodes: [],
      databases: settings.databases.map((url) => parseDatabase(url, 'the option databases', site.env)),
      hooks: hooksOf(settings),
      beforeStop: (place) => refuseHalfStopped(place, settings),
      record: {
        profile: 'generic',
        version: await versionOf(site, settings),
        settings,
        facts: {},
        running: false,
      },
    };
  },

  async planRestore(site, settings, { record, dumps }) {
    await refuseOlder(site, settings, record.version);
    const control = controlOf(settings, { mayBeAbsent: true });
    const files: RestoreStep = {
      kind: 'files',
      title: 'put the files back',
      part: { folder: null, target: null, includes: [], excludes: [] },
    };
    const after = settings['after-restore'].map((text): RestoreStep => {
      const title = `run ${JSON.stringify(displayText(text))}`;
      // A user's own command may start what it needs.
      return { kind: 'run', title, starts: true, run: (place) => runCommand(place, title, text) };
    });
    return {
      steps: [
        ...(control === null ? [] : [stopStep(generic.title, control)]),
        ...(settings.paths.length === 0 ? [] : [files]),
        ...databaseSteps(dumps, { into: settings['restore-into'], from: settings.databases }, site),
        ...after,
        ...(control === null ? [] : [startStep(generic.title, control)]),
      ],
    };
  },

  checks: ({ check, 'check-files': checkFiles }) => [
    ...checkFiles.map((text, i) =>
      commandCheck({ name: `check-files-${i + 1}`, title: displayText(text), needs: 'files' }, text),
    ),
    ...check.map((text, i) =>
      commandCheck({ name: `check-${i + 1}`, title: displayText(text), needs: 'software' }, text),
    ),
  ],
};

function controlOf(
  { stop, start, status, units, 'start-limit': limit }: GenericSettings,
  { mayBeAbsent = false } = {},
): Control | null {
  const settleMs = parseDuration(limit, 'start-limit');
  if (units.length > 0) return { ...unitsControl(units, { mayBeAbsent }), settleMs };
  return stop.length === 0 ? null : { stop, start, status: status ?? null, settleMs };
}

/** A unit that was found stopped would be started with the others at the end. */
async function refuseHalfStopped(site: Site, settings: GenericSettings): Promise<void> {
  const control = controlOf(settings);
  if (control === null || settings.units.length === 0) return;
  if ((await statusOf(site, control)) !== 'unknown') return;
  const words = quoteAll(settings.units.map(fromText));
  const script = `${UNIT_STATE}for unit in ${words}; do echo "$unit $(unit_state "$unit")"; done`;
  const states = await linesOf(site, 'ask systemd for the units', script);
  throw new HoldfastError(
    'application-unfit',
    `Cannot stop the application on "${site.host.name}": its units are ${displayText(states.join(', '))}, expected all of them to be active, or none. Correct the ` +
      'option units, or start or stop by hand what is neither.',
  );
}

/** @throws HoldfastError command-failed: whoever asks for the version relies on it. */
async function versionOf(
  { host, signal }: Pick<Site, 'host' | 'signal'>,
  { version }: GenericSettings,
): Promise<string | null> {
  if (version === undefined) return null;
  const { exit, stdout } = await runToEnd(host, version, { signal });
  const found = isSuccess(exit) ? versionIn(stdout.toString('utf8')) : null;
  if (found !== null) return found;
  throw new HoldfastError(
    'command-failed',
    `Cannot ask for the version on "${host.name}": the command ${JSON.stringify(displayText(version))} printed none, expected exit status 0 and ` +
      'numbers with points between. Correct the option version, or leave it out.',
  );
}

async function refuseOlder(site: Site, settings: GenericSettings, saved: string | null): Promise<void> {
  if (saved === null || settings['any-version'] || settings.version === undefined) return;
  const there = await versionOf(site, settings).catch(() => null); // it may not be installed before its files are
  if (there === null || compareVersions(there, saved) >= 0) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore to "${site.host.name}": version ${there} is installed there, expected ${saved} or newer, which was saved. ` +
      'Install that first, or say any-version=true.',
  );
}
