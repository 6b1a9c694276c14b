import type { Command } from 'commander';
import { formatCounted } from '../../amounts.ts';
import { HoldfastError } from '../../errors.ts';
import type { CheckedIndex, CheckProgress, Finding, ReadDataSubset } from '../../repository/check.ts';
import type { FindingCode } from '../../repository/check-finding.ts';
import type { ReadAhead } from '../../repository/lock.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import { addAsOfFlag } from '../flags.ts';
import type { Output } from '../output.ts';
import { leavesToPrune, repairSteps, suggestsPrune, suggestsRepairIndex } from '../repair-steps.ts';
import type { Session } from '../session.ts';
import type { Task, TaskRunner } from '../task.ts';

interface CheckFlags {
  readonly readData?: boolean;
  readonly readDataSubset?: string;
  readonly withCache?: boolean;
}

export function addCheckCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('check')
    .summary('see whether everything in the repository is there and readable')
    .description(
      'Checks that every snapshot’s files are there: indexes, packs, trees. With --read-data every byte is read, ' +
        'decrypted and compared with its hash.',
    )
    .option('--read-data', 'read all packs')
    .option(
      '--read-data-subset <part>',
      'read a part of them: n/t (the nth of t parts), 10%, or a size such as 5G',
    )
    .option('--with-cache', 'believe the cache: what it has is not read from the storage');
  addAsOfFlag(command);
  addExamples(
    command,
    ['holdfast check', 'Structure only: quick'],
    ['holdfast check --read-data-subset 2/7', 'A seventh of the data each day of the week'],
  );
  runner.handle<CheckFlags>(command, run);
}

/** Of what trees leave behind: 25 MiB less of 375, for three hundredths of the time, by three runs each in turn. */
const HEAP_GROWTH_PERCENT = 70;

async function run(task: Task<CheckFlags>): Promise<ExitStatus> {
  const [{ withRepository }, { CheckedIndex, checkRepository, parseReadDataSubset }, { withModestHeap }] =
    await Promise.all([
      import('../session.ts'),
      import('../../repository/check.ts'),
      import('../../operations/modest-heap.ts'),
    ]);
  const { flags, output, reporter } = task;
  const readData = subsetOf(flags, parseReadDataSubset);
  const counts = { error: 0, warning: 0, hint: 0 };
  const codes = new Set<FindingCode>();
  const brokenPacks = new Set<string>();
  // A check of the storage that reads a copy beside it proves nothing of the storage.
  const checking = { ...task, flags: { ...flags, cache: flags.cache && flags.withCache === true } };
  let index: CheckedIndex | undefined;
  const ahead = ({ repository, signal }: Session): ReadAhead => {
    index = new CheckedIndex(repository, signal);
    return index;
  };
  const lock = flags.lock ? 'exclusive' : 'none';
  const check = async ({ repository, signal }: Session) => {
    const onProgress = (progress: CheckProgress) => reporter.onProgress(describe(progress));
    for await (const finding of checkRepository(repository, { readData, index, signal, onProgress })) {
      counts[finding.severity]++;
      codes.add(finding.code);
      if (finding.pack !== undefined) brokenPacks.add(finding.pack);
      await show(output, finding);
    }
  };
  await withModestHeap(HEAP_GROWTH_PERCENT, () => withRepository(checking, { lock, ahead }, check));
  const outcome = { errors: counts.error, codes, brokenPacks: [...brokenPacks] };
  const steps = repairSteps(outcome);
  await output.json({
    message_type: 'summary',
    num_errors: counts.error,
    broken_packs: brokenPacks.size === 0 ? null : [...brokenPacks],
    suggest_repair_index: suggestsRepairIndex(outcome),
    suggest_prune: suggestsPrune(outcome),
    num_warnings: counts.warning,
    num_hints: counts.hint,
    read_data: readData !== null,
    repair_steps: steps,
  });
  await output.line(verdict(counts, readData !== null));
  for (const [i, step] of steps.entries()) await output.line(`  ${i + 1}. ${step}`);
  if (leavesToPrune(outcome))
    await output.line(
      '"holdfast prune" removes what no snapshot needs, all but 5 % at most; "holdfast prune --max-unused 0" all of it.',
    );
  return counts.error === 0 ? ExitStatus.ok : ExitStatus.fatal;
}

function subsetOf(flags: CheckFlags, parse: (text: string) => ReadDataSubset): ReadDataSubset | null {
  if (flags.readData && flags.readDataSubset !== undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both --read-data and --read-data-subset: expected one of them.',
    );
  }
  if (flags.readDataSubset !== undefined) return parse(flags.readDataSubset);
  return flags.readData ? parse('100%') : null;
}

async function show(output: Output, finding: Finding): Promise<void> {
  await output.json({ message_type: finding.severity, code: finding.code, message: finding.message });
  if (finding.severity !== 'hint' || output.verbosity > 0) {
    await output.line(`${finding.severity}: ${finding.message}`);
  }
}

function verdict({ error, warning }: { error: number; warning: number }, dataWasRead: boolean): string {
  const warnings = formatCounted(warning, 'warning');
  if (error > 0) {
    return `The repository is damaged: ${formatCounted(error, 'error')}, ${warnings}. Keep a copy of it as it is, then:`;
  }
  const odd = warning > 0 ? ` (${warnings})` : '';
  return dataWasRead
    ? `No errors were found; the data was read${odd}.`
    : `No errors were found${odd}. The data itself was not read: --read-data does that.`;
}

function describe({ phase, done, total }: CheckProgress) {
  const inBytes = phase === 'data';
  return {
    phase: inBytes ? ('reading-packs' as const) : ('checking' as const),
    filesDone: inBytes ? 0 : done,
    filesTotal: null,
    bytesDone: inBytes ? done : 0,
    bytesTotal: inBytes ? total : null,
    current: '',
  };
}
