import { formatCounted } from '../../amounts.ts';
import { fromText } from '../../bytestring.ts';
import type { WitnessFacts } from '../../drills/statement.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import { OWN_FOLDER_PATTERNS } from '../restore/workspace-name.ts';
import type { WitnessOptions } from './options.ts';
import type { DrillPlace } from './place.ts';
import { RestoredFiles } from './restored-files.ts';
import type { DrillRun, Outcome } from './run.ts';

/** What it prints is small; of its errors the last are told. */
const OUTPUT_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Has stock restic check the repository and restore the snapshot: another program, by other people, of the same data.
 * @returns what it was called to do, whatever came of it.
 */
export async function callWitness(run: DrillRun, place: DrillPlace): Promise<WitnessFacts> {
  const { witness } = run.options;
  if (witness.mode === 'never') return 'not-asked';
  const version = await versionOf(place.machine, witness, run.signal);
  if (version === null) {
    if (witness.mode !== 'auto')
      run.couldNotRun(
        titleOf('it is there'),
        `there is no ${JSON.stringify(witness.program)} on this machine`,
      );
    return 'not-installed';
  }
  await run.check(titleOf('restic check finds no errors'), async () => {
    await restic(place.machine, witness, ['check'], run.signal);
    return { passed: true, found: `${version} finds none` };
  });
  if (witness.mode === 'check') return 'checked';
  await run.check(titleOf('what restic restores is what the snapshot holds'), () =>
    restoreByRestic(run, place, version),
  );
  return 'restored';
}

function titleOf(expected: string) {
  const name = expected.startsWith('what') ? 'restore by stock restic' : 'check by stock restic';
  return { kind: 'witness', name, expected } as const;
}

async function restoreByRestic(run: DrillRun, place: DrillPlace, version: string): Promise<Outcome> {
  const { snapshot, repository, signal, options } = run;
  const work = await place.makeFolder();
  const folder = `${work.path}/by-restic`;
  try {
    // Our own folders, which we don't restore: see SourceTrees.
    const without = OWN_FOLDER_PATTERNS.flatMap((pattern) => ['--exclude', pattern]);
    const words = ['restore', snapshot.id, '--target', folder, ...without];
    await restic(place.machine, options.witness, words, signal);
    const what = { snapshot, folder: fromText(folder), includeOwn: true };
    const files = await RestoredFiles.open(place.machine, repository, what, signal);
    const { differences, files: count, bytes } = await files.compare();
    return differences.length === 0
      ? {
          passed: true,
          found: `${version}: all the same, ${formatCounted(count, 'file')} with ${formatCounted(bytes, 'byte')}`,
        }
      : { passed: false, found: `${version}: ${differences.join('; ')}` };
  } finally {
    await work.remove();
  }
}

/** Null: it isn't there. */
async function versionOf(
  host: Host,
  { program }: WitnessOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const { exit, stdout } = await runToEnd(
    host,
    `exec ${quoteAll([fromText(program), fromText('version')])}`,
    { signal },
  );
  const [, version] = /^(restic [\w.+-]+)/.exec(stdout.toString('latin1')) ?? [];
  return isSuccess(exit) ? (version ?? null) : null;
}

/** The password stands in the script, which goes over by stdin, and then in restic's environment alone. */
async function restic(
  host: Host,
  { program, environment }: WitnessOptions,
  args: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const exports = Object.entries(environment).map(
    ([name, value]) => `export ${name}=${quote(fromText(value))}\n`,
  );
  // Our own lock keeps prune away; restic's check would want to be alone.
  const words = [program, '--no-cache', '--no-lock', '--quiet', ...args].map(fromText);
  const script = `${exports.join('')}exec ${quoteAll(words)}`;
  await runSuccessfully(host, `have restic ${args[0]}`, script, { limitBytes: OUTPUT_LIMIT_BYTES, signal });
}
