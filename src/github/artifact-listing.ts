import { artifactError } from './artifact-errors.ts';
import { askRest } from './rest.ts';
import type { ListedArtifact } from './toolkit-messages.ts';
import { askToolkit } from './toolkit-process.ts';

/** A GitHub repository whose artifacts are meant, of all its runs, and a token with `actions: read` there. */
export interface ArtifactSource {
  readonly owner: string;
  readonly repository: string;
  readonly token: string;
}

export interface FoundArtifact extends ListedArtifact {
  /** When GitHub removes it; null where that isn't said. */
  readonly expiresMs: number | null;
  readonly isExpired: boolean;
  /** The run that it is of; null: this one. */
  readonly runId: number | null;
}

const PER_PAGE = 100;

/** So many artifacts of one name, or of one repository, are looked at: the newest. */
const MAX_PAGES = 100;

/**
 * Artifacts, the newest first: of all runs of `source` but those for forks, or, if that is null, of this run.
 * @param name Only those of this name.
 * @throws HoldfastError: see `artifactError`.
 */
export async function* listArtifacts(
  source: ArtifactSource | null,
  name: string | null,
  signal?: AbortSignal,
): AsyncGenerator<FoundArtifact> {
  const where = source === null ? 'this run' : `${source.owner}/${source.repository}`;
  try {
    if (source === null) yield* await ofThisRun(name, signal);
    else yield* ofRepository(source, name, signal);
  } catch (error) {
    throw artifactError(`Cannot list the artifacts of ${where}`, error);
  }
}

async function ofThisRun(name: string | null, signal: AbortSignal | undefined): Promise<FoundArtifact[]> {
  const listed = await askToolkit<'list-artifacts'>({ do: 'list-artifacts' }, { signal });
  return listed
    .filter((one) => name === null || one.name === name)
    .map((one) => ({ ...one, expiresMs: null, isExpired: false, runId: null }))
    .sort((a, b) => b.id - a.id);
}

async function* ofRepository(
  { owner, repository, token }: ArtifactSource,
  name: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundArtifact> {
  const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/actions/artifacts`;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const query = new URLSearchParams({
      per_page: `${PER_PAGE}`,
      page: `${page}`,
      ...(name === null ? {} : { name }),
    });
    const answer = await askRest('GET', `${path}?${query}`, { token, signal });
    const artifacts = artifactsIn(answer);
    yield* artifacts.filter((one) => !isOfFork(one)).map(foundIn);
    if (artifacts.length < PER_PAGE) return;
  }
}

interface RestArtifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly digest?: string | null;
  readonly expired: boolean;
  readonly created_at: string | null;
  readonly expires_at: string | null;
  readonly workflow_run?: {
    readonly id?: number;
    readonly repository_id?: number;
    /** Of a fork that is gone: null. */
    readonly head_repository_id?: number | null;
  } | null;
}

function artifactsIn(answer: unknown): readonly RestArtifact[] {
  const list = (answer as { artifacts?: unknown } | null)?.artifacts;
  if (!Array.isArray(list)) throw new Error("GitHub's answer is no list of artifacts");
  return list as readonly RestArtifact[];
}

/**
 * Of a run for a pull request from a fork, whose workflow is whatever a stranger wrote: what it uploads stands among ours,
 * by any name, and is the newest. No backup is made there, for such a run gets no secret.
 */
function isOfFork({ workflow_run: run }: RestArtifact): boolean {
  if (run?.repository_id === undefined || run.head_repository_id === undefined) return false;
  return run.head_repository_id !== run.repository_id;
}

function foundIn(one: RestArtifact): FoundArtifact {
  return {
    id: one.id,
    name: one.name,
    sizeBytes: one.size_in_bytes,
    createdMs: msOf(one.created_at),
    digest: one.digest ?? null,
    expiresMs: msOf(one.expires_at),
    isExpired: one.expired,
    runId: one.workflow_run?.id ?? null,
  };
}

function msOf(time: string | null): number | null {
  const ms = Date.parse(time ?? '');
  return Number.isNaN(ms) ? null : ms;
}
