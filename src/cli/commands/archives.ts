import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { addExamples } from '../examples.ts';
import type { Task, TaskRunner } from '../task.ts';

interface ArchivesFlags {
  readonly of?: string;
  readonly host?: string;
}

export function addArchivesCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('archives')
    .summary('list the archives of a folder or a bucket')
    .description(
      'Lists the archives that `backup --archive-to` made, oldest first, by their manifests: nothing is decrypted.',
    )
    .argument('<location>', 'a folder, or s3:https://HOST/BUCKET/PREFIX')
    .option('-H, --host <name>', 'only those of this host')
    .option('--of <target>', 'only those of this application');
  addExamples(command, ['holdfast archives /srv/archives --of wiki', 'Those of one application']);
  runner.handle<ArchivesFlags>(command, run);
}

async function run(task: Task<ArchivesFlags>, [location = '']: readonly string[]): Promise<undefined> {
  const [{ openArchives }, { findArchives }] = await Promise.all([
    import('../archive-store.ts'),
    import('../../archive/find-archives.ts'),
  ]);
  const { host, of } = task.flags;
  const store = await openArchives(task, location);
  try {
    const found = (await findArchives(store, task.signal)).filter(
      ({ manifest }) =>
        (of === undefined || manifest?.target === of) && (host === undefined || manifest?.hostname === host),
    );
    await show(task, found);
  } finally {
    await store.close();
  }
}

type Found = Awaited<ReturnType<typeof import('../../archive/find-archives.ts')['findArchives']>>;

async function show({ output }: Task<ArchivesFlags>, found: Found): Promise<void> {
  const [{ tableLines }, { formatLocalTime }, { formatBytes, formatCounted }, { archiveJson }] =
    await Promise.all([
      import('../table.ts'),
      import('../local-time.ts'),
      import('../../amounts.ts'),
      import('../archive-json.ts'),
    ]);
  await output.json(found.map(archiveJson));
  const rows = found.map(({ id, file, manifest, fault }) => [
    id,
    manifest === null ? '' : formatLocalTime(manifest.timeNs),
    displayText(manifest?.hostname ?? ''),
    displayText(manifest?.target ?? ''),
    fault === null ? (manifest?.complete ? '' : 'incomplete') : displayText(fault),
    file === null ? '' : formatBytes(file.sizeBytes),
  ]);
  const columns = ['ID', 'Time', 'Host', 'Of', 'Fault'].map((title) => ({ title }));
  for (const line of tableLines([...columns, { title: 'Size', right: true }], rows)) await output.line(line);
  await output.line(formatCounted(found.length, 'archive'));
}
