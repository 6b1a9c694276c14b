import type { KnownWorkflow, RunsReader, ScheduledRun } from '../audit/workflow-runs.ts';
import { HoldfastError } from '../errors.ts';
import { askRest } from './rest.ts';

export interface RunsSource {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** As `GITHUB_WORKFLOW_REF` has it: `owner/name/.github/workflows/audit.yml@refs/heads/main`. */
  readonly ownRef: string | null;
  readonly signal: AbortSignal;
}

const PER_PAGE = 100;
const MAX_PAGES = 10;
/** Enough to have one among them that is at its end. */
const RUNS = 5;

/** What GitHub says of a repository's workflows. */
export function githubRuns({ repository, token, ownRef, signal }: RunsSource): RunsReader {
  const [owner = '', name = ''] = repository.split('/');
  const actions = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/actions`;
  const ask = (path: string) => askOrSay(`${actions}${path}`, { token, signal });
  return {
    ownPath: /^[^/]+\/[^/]+\/([^@]+)@/.exec(ownRef ?? '')?.[1] ?? null,
    async workflows() {
      const all: KnownWorkflow[] = [];
      for (let page = 1; page <= MAX_PAGES; page++) {
        const found = listIn(await ask(`/workflows?per_page=${PER_PAGE}&page=${page}`), 'workflows');
        all.push(...found.map(workflowOf));
        if (found.length < PER_PAGE) break;
      }
      return all;
    },
    async scheduledRuns({ id }) {
      const answer = await ask(`/workflows/${id}/runs?event=schedule&per_page=${RUNS}`);
      return listIn(answer, 'workflow_runs').map(runOf);
    },
  };
}

async function askOrSay(path: string, how: { token: string; signal: AbortSignal }): Promise<unknown> {
  try {
    return await askRest('GET', path, how);
  } catch (cause) {
    if (how.signal.aborted) throw new HoldfastError('cancelled', 'Cancelled.', { cause });
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new HoldfastError('backend-failed', `Cannot ask GitHub for workflows and their runs: ${said}.`, {
      cause,
    });
  }
}

type Members = Readonly<Record<string, unknown>>;

function listIn(answer: unknown, name: string): Members[] {
  const list = (answer as Members | null)?.[name];
  if (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null)) return list;
  throw new HoldfastError('backend-failed', `Cannot use GitHub’s answer: it is no list of ${name}.`);
}

function workflowOf({ id, path, state, created_at: created }: Members): KnownWorkflow {
  const createdMs = Date.parse(String(created));
  return {
    ...{ id: Number(id), path: String(path), state: String(state) },
    createdMs: Number.isNaN(createdMs) ? null : createdMs,
  };
}

function runOf({ created_at: created, conclusion, html_url: url }: Members): ScheduledRun {
  const startedMs = Date.parse(String(created));
  return {
    startedMs: Number.isNaN(startedMs) ? 0 : startedMs,
    conclusion: typeof conclusion === 'string' ? conclusion : null,
    url: typeof url === 'string' && url.startsWith('https://') ? url : '',
  };
}
