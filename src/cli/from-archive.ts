import { type FoundArchive, resolveArchive } from '../archive/find-archives.ts';
import { HoldfastError } from '../errors.ts';
import { type ArchiveContents, readArchive } from '../operations/restore-archive/archive-contents.ts';
import { readOpening } from './age-keys.ts';
import { openArchives } from './archive-store.ts';
import { snapshotFilter } from './filter.ts';
import type { RestoreFlags } from './restore-flags.ts';
import type { Task } from './task.ts';

/** Finds the archive that `spec` means where `--archive-from` says, reads it, and has `work` restore from it. */
export async function withArchive<T>(
  task: Task<RestoreFlags>,
  spec: string,
  work: (contents: ArchiveContents) => Promise<T>,
): Promise<T> {
  const { flags, terminal, reporter, signal } = task;
  refuseIgnored(flags);
  const opening = await readOpening(flags);
  const store = await openArchives(task, flags.archiveFrom ?? '');
  try {
    const [host = null] = snapshotFilter(flags, terminal.env).hosts ?? [];
    const filter = { target: flags.of ?? null, host };
    const found = await resolveArchive(store, spec, filter, signal);
    tellIncomplete(found, task);
    return await work(await readArchive({ ...found, store, opening }, reporter, signal));
  } finally {
    await store.close();
  }
}

function tellIncomplete({ id, manifest }: FoundArchive, { reporter }: Task<RestoreFlags>): void {
  if (manifest?.complete === false)
    reporter.onWarning(
      `The archive ${id} is incomplete: not all that was to be saved is in it. Its own manifest (--own) says what is missing.`,
    );
}

/** @throws HoldfastError bad-input for what chooses a snapshot of a repository alone. */
function refuseIgnored(flags: Task<RestoreFlags>['flags']): void {
  const ignored =
    (flags.repo !== undefined && '--repo') ||
    (flags.tag.length > 0 && '--tag') ||
    (flags.path.length > 0 && '--path') ||
    (flags.notAfter !== undefined && '--not-after') ||
    (flags.host.length > 1 && 'several --host');
  if (!ignored) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both --archive-from and ${ignored}: an archive is chosen by its ID, or as latest by --host and --of.`,
  );
}
