import type { BlobSource } from '../repository/blob-source.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { openRepositoryOf } from './access.ts';
import type { ArchiveAccess } from './archive-access.ts';
import { openArchives } from './archives.ts';
import { requireConfigured, resolveConfigured } from './configured-inputs.ts';
import type { SourceAccess } from './restore-inputs.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** What is restored, and of what. */
export interface OpenSource {
  readonly source: Repository | BlobSource;
  readonly snapshot: StoredSnapshot;
}

/** Opens the repository, or reads the archive, that `access` names, and has `work` restore from it. */
export async function withSource<T>(
  access: SourceAccess,
  which: { readonly spec: string; readonly filter: SnapshotFilter },
  tools: StageTools,
  work: (open: OpenSource) => Promise<T>,
): Promise<T> {
  if (access.kind === 'archive') return withArchive(access.archive, which, tools, work);
  const repository = await openRepositoryOf(access.repository, tools);
  try {
    const snapshot = await resolveConfigured(repository, which.spec, which.filter, tools.signal);
    return await work({ source: repository, snapshot });
  } finally {
    await repository.close();
  }
}

async function withArchive<T>(
  { location, s3, opening }: ArchiveAccess,
  { spec, filter }: { readonly spec: string; readonly filter: SnapshotFilter },
  tools: StageTools,
  work: (open: OpenSource) => Promise<T>,
): Promise<T> {
  const [{ resolveArchive }, { readArchive }] = await Promise.all([
    import('../archive/find-archives.ts'),
    import('../operations/restore-archive/archive-contents.ts'),
  ]);
  unfinished.needsNoRepository();
  const { reporter, signal } = tools;
  const store = await openArchives({ location, s3 }, tools);
  try {
    const narrowed = { target: filter.target ?? null, host: filter.hosts?.[0] ?? null };
    const found = await resolveArchive(store, spec, narrowed, signal);
    requireConfigured(found.id, found.manifest.target);
    if (!found.manifest.complete) {
      reporter.onWarning(
        `The archive ${found.id} is incomplete: not all that was to be saved is in it. Its own manifest (\`own: true\`) says what is missing.`,
      );
    }
    const contents = await readArchive({ ...found, store, opening }, reporter, signal);
    return await work({ source: contents, snapshot: contents.snapshot });
  } finally {
    await store.close();
  }
}
