import type { Command } from 'commander';
import { formatCounted } from '../../amounts.ts';
import { display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { FindOptions } from '../../operations/find-entries.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { parseTime } from '../../settings/time.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag, addFilterFlags, collect, type FilterFlags } from '../flags.ts';
import type { Session } from '../session.ts';
import type { Task, TaskRunner } from '../task.ts';

interface FindFlags extends FilterFlags {
  readonly snapshot: readonly string[];
  readonly ignoreCase?: boolean;
  readonly long?: boolean;
  readonly humanReadable?: boolean;
  readonly oldest?: string;
  readonly newest?: string;
  readonly reverse?: boolean;
}

export function addFindCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('find')
    .summary('find files in the snapshots')
    .description(
      'Finds files by name in all snapshots, newest first. Patterns mean what they mean in --exclude.',
    )
    .argument('<pattern...>', 'such as fstab, *.conf, /etc/**/hosts');
  addFilterFlags(command);
  addAsOfFlag(command);
  command
    .option('-s, --snapshot <snapshot>', 'only in this snapshot; several', collect, [])
    .option('-i, --ignore-case', 'letter case does not matter')
    .option('-l, --long', 'with mode, owner, size and time')
    .option('--human-readable', 'with -l: sizes in KiB, MiB …')
    .option('-O, --oldest <time>', 'only files changed since: 2026-11-21, 2026-11-21T10:47:54')
    .option('-N, --newest <time>', 'only files changed until')
    .option('-R, --reverse', 'the oldest snapshot first');
  addExamples(
    command,
    ["holdfast find '*.conf' --host db.example", 'Which snapshots of a host hold such files'],
    ['holdfast find -l -s latest /etc/passwd', 'One path in the newest snapshot'],
  );
  runner.handle<FindFlags>(command, run);
}

async function run(task: Task<FindFlags>, patterns: readonly string[]): Promise<undefined> {
  const { flags, output } = task;
  const options = findOptions(flags, patterns);
  const { withRepository } = await import('../session.ts');
  await withRepository(task, 'shared', async (session) => {
    const results = [];
    const snapshots = await snapshotsToSearch(session, task);
    for (const stored of snapshots) results.push(await findIn(task, session, stored, options));
    const hits = results.filter((result) => result.hits > 0);
    await output.json(hits);
    if (hits.length === 0)
      output.note(`Nothing of that name in ${formatCounted(snapshots.length, 'snapshot')}.`);
  });
}

async function snapshotsToSearch(
  { repository, signal }: Session,
  { flags, terminal, reporter }: Task<FindFlags>,
): Promise<StoredSnapshot[]> {
  const [{ snapshotFilter }, { listSnapshots }] = await Promise.all([
    import('../filter.ts'),
    import('../../operations/list-snapshots.ts'),
  ]);
  const found = await listSnapshots(repository, {
    specs: flags.snapshot,
    filter: snapshotFilter(flags, terminal.env),
    latest: null,
    signal,
    onUnreadable: (message) => reporter.onWarning(message),
  });
  await repository.loadIndex(signal);
  return flags.reverse ? found : found.toReversed();
}

async function findIn(
  { flags, output }: Task<FindFlags>,
  { repository, signal }: Session,
  { id, snapshot }: StoredSnapshot,
  options: FindOptions,
) {
  const [{ findEntries }, view, { formatLocalTime }] = await Promise.all([
    import('../../operations/find-entries.ts'),
    import('../node-view.ts'),
    import('../local-time.ts'),
  ]);
  const matches: object[] = [];
  let hits = 0;
  for await (const placed of findEntries(repository, snapshot.tree, { ...options, signal })) {
    hits++;
    if (output.mode === 'json') matches.push({ ...view.nodeJson(placed), ...view.moreJson(placed) });
    if (hits === 1) {
      await output.line(`Found in snapshot ${id.slice(0, 8)} of ${formatLocalTime(snapshot.timeNs)}:`);
    }
    await output.line(
      flags.long ? view.longLine(placed, flags.humanReadable ?? false) : display(placed.path),
    );
  }
  if (hits > 0) await output.line('');
  return { matches, hits, snapshot: id };
}

function findOptions(flags: FindFlags, patterns: readonly string[]): FindOptions {
  if (patterns.includes('')) {
    throw new HoldfastError(
      'bad-input',
      'Cannot find "": it is empty, expected a pattern. A variable may be unset; `holdfast ls` lists all that a snapshot has.',
    );
  }
  return {
    patterns,
    ignoreCase: flags.ignoreCase ?? false,
    oldestNs: flags.oldest === undefined ? undefined : parseTime(flags.oldest, '--oldest'),
    newestNs: flags.newest === undefined ? undefined : parseTime(flags.newest, '--newest'),
  };
}
