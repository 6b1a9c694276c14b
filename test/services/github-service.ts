import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type BlobStorage, newBlobName, startBlobStorage } from './azurite.ts';

/** What the services hold of an artifact. */
export interface HeldArtifact {
  readonly id: number;
  readonly name: string;
  readonly run: string;
  readonly runId: number;
  /** Of a run for a pull request: whose branch it runs. Default: the repository’s own; null: of a fork that is gone. */
  headRepositoryId?: number | null;
  readonly owner: string;
  readonly repository: string;
  readonly blob: string;
  readonly createdAt: Date;
  expiresAt: Date;
  /** Null until it is finalized: nobody sees it before. */
  final: { sizeBytes: number; digest: string } | null;
}

export interface HeldCache {
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  sizeBytes: number | null;
}

/** What the services answer in the place of doing it. */
export interface Refusal {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** GitHub's services for artifacts and caches, and as much of its REST interface as is asked, before real blob storage. */
export interface GitHubService {
  readonly port: number;
  readonly artifacts: HeldArtifact[];
  readonly caches: HeldCache[];
  /** Names of methods, in the order in which they came: `CreateArtifact`, `GET /repos/…`. */
  readonly calls: string[];
  /** Tokens that REST takes. */
  readonly tokens: Set<string>;
  /** Whether the GitHub repositories are public. */
  visibility: 'public' | 'private';
  refuse: (method: string) => Refusal | null;
  /** The variables that a run's step has. */
  env(run?: RunIdentity): Record<string, string>;
  stop(): Promise<void>;
}

export interface RunIdentity {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
}

const RUN: RunIdentity = { owner: 'acme', repository: 'wiki', runId: 1000 };
const RETENTION_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

export async function startGitHubService(): Promise<GitHubService> {
  const blobs = await startBlobStorage();
  const server = createServer((request, response) => {
    const come = new Service(service, blobs);
    come.serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ msg: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const service: GitHubService = {
    port,
    artifacts: [],
    caches: [],
    calls: [],
    tokens: new Set(),
    visibility: 'private',
    refuse: () => null,
    env: (run = RUN) => ({
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(run),
      ACTIONS_CACHE_SERVICE_V2: 'True',
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: `${run.owner}/${run.repository}`,
      GITHUB_RUN_ID: `${run.runId}`,
      GITHUB_RETENTION_DAYS: `${RETENTION_DAYS}`,
    }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await blobs.stop();
    },
  };
  return service;
}

/** As the runner gets it: the service knows by it which run speaks. Nobody here verifies the signature. */
function runtimeToken({ owner, repository, runId }: RunIdentity): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const run = `${owner}.${repository}.${runId}`;
  return `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${run}:${run}-job` })}.c2ln`;
}

type Fields = Readonly<Record<string, unknown>>;

/** One request. */
class Service {
  readonly #state: GitHubService;
  readonly #blobs: BlobStorage;

  constructor(state: GitHubService, blobs: BlobStorage) {
    this.#state = state;
    this.#blobs = blobs;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '', 'http://service');
    const [, , service = '', method = ''] = url.pathname.split('/');
    const isTwirp = url.pathname.startsWith('/twirp/');
    const call = isTwirp ? method : `${request.method} ${url.pathname}`;
    this.#state.calls.push(call);
    const refusal = this.#state.refuse(call);
    if (refusal !== null) return answer(response, refusal.status, refusal.body);
    if (!isTwirp) return this.#rest(request, url, response);
    const fields = JSON.parse(Buffer.concat(parts).toString()) as Fields;
    const isCache = service.endsWith('CacheService');
    const body = isCache ? this.#cache(method, fields) : this.#artifact(method, fields);
    answer(response, 'msg' in body ? 409 : 200, body);
  }

  #artifact(method: string, fields: Fields): Fields {
    const run = String(fields['workflow_run_backend_id']);
    const name = String(fields['name']);
    const { artifacts } = this.#state;
    const held = artifacts.find((one) => one.run === run && one.name === name);
    switch (method) {
      case 'CreateArtifact': {
        if (fields['version'] !== 7) throw new Error(`version ${fields['version']}`);
        if (held !== undefined)
          return {
            code: 'already_exists',
            msg: 'an artifact with this name already exists on the workflow run',
          };
        const blob = newBlobName();
        artifacts.push({ ...newArtifact(artifacts.length + 1, run, fields), name, blob });
        return { ok: true, signed_upload_url: this.#blobs.signedUrl(blob, 'cw') };
      }
      case 'FinalizeArtifact': {
        if (held === undefined) throw new Error('nothing to finalize');
        held.final = { sizeBytes: Number(fields['size'] ?? 0), digest: String(fields['hash']) };
        return { ok: true, artifact_id: `${held.id}` };
      }
      case 'ListArtifacts':
        return {
          artifacts: artifacts.filter((one) => isListed(one, run, fields)).map((one) => listed(one, run)),
        };
      case 'GetSignedArtifactURL':
        return { signed_url: this.#blobs.signedUrl(held?.blob ?? '', 'r', name) };
      case 'DeleteArtifact': {
        if (held !== undefined) artifacts.splice(artifacts.indexOf(held), 1);
        return { ok: held !== undefined, artifact_id: `${held?.id ?? 0}` };
      }
      default:
        throw new Error(method);
    }
  }

  #cache(method: string, fields: Fields): Fields {
    const { caches } = this.#state;
    const [key, version] = [String(fields['key']), String(fields['version'])];
    const held = caches.find((one) => one.key === key && one.version === version);
    switch (method) {
      case 'CreateCacheEntry': {
        if (held !== undefined) return { ok: false, message: 'cache entry already exists' };
        const blob = newBlobName();
        caches.push({ key, version, blob, sizeBytes: null });
        return { ok: true, signed_upload_url: this.#blobs.signedUrl(blob, 'cw') };
      }
      case 'FinalizeCacheEntryUpload': {
        if (held !== undefined) held.sizeBytes = Number(fields['size_bytes']);
        return { ok: held !== undefined, entry_id: `${caches.length}` };
      }
      case 'GetCacheEntryDownloadURL': {
        const keys = [key, ...((fields['restore_keys'] as string[] | undefined) ?? [])];
        const found = this.#findCache(keys, version);
        if (found === undefined) return { ok: false };
        return {
          ok: true,
          signed_download_url: this.#blobs.signedUrl(found.blob, 'r'),
          matched_key: found.key,
        };
      }
      default:
        throw new Error(method);
    }
  }

  /** The newest whose key begins with one of these, in their order. */
  #findCache(keys: readonly string[], version: string): HeldCache | undefined {
    const whole = this.#state.caches.filter((one) => one.version === version && one.sizeBytes !== null);
    return keys
      .map((key) => whole.findLast((one) => one.key.startsWith(key)))
      .find((one) => one !== undefined);
  }

  #rest(request: IncomingMessage, url: URL, response: ServerResponse): void {
    const [status, body] = this.#restAnswer(request, url);
    if (status === 302) response.writeHead(302, { location: String(body['location']) }).end();
    else answer(response, status, body);
  }

  #restAnswer({ method, headers }: IncomingMessage, url: URL): [number, Fields] {
    const token = (headers.authorization ?? '').replace(/^(token|bearer) /i, '');
    if (token !== '' && !this.#state.tokens.has(token)) return [401, { message: 'Bad credentials' }];
    if (token === '' && this.#state.visibility !== 'public') return [404, { message: 'Not Found' }];
    const [, , owner = '', repository = '', ...rest] = url.pathname.split('/');
    if (rest.length === 0) return [200, { visibility: this.#state.visibility }];
    const ofRepository = this.#state.artifacts.filter(
      (one) => one.owner === owner && one.repository === repository && one.final !== null,
    );
    if (rest.join('/') === 'actions/artifacts') return [200, restList(ofRepository, url)];
    const held = ofRepository.find((one) => one.id === Number(rest[2]));
    if (held === undefined) return [404, { message: 'Not Found' }];
    if (method === 'DELETE') {
      this.#state.artifacts.splice(this.#state.artifacts.indexOf(held), 1);
      return [204, {}];
    }
    if (held.expiresAt.getTime() < Date.now()) return [410, { message: 'Artifact has expired' }];
    return [302, { location: this.#blobs.signedUrl(held.blob, 'r', held.name) }];
  }
}

function newArtifact(id: number, run: string, fields: Fields): Omit<HeldArtifact, 'name' | 'blob'> {
  const [owner = '', repository = '', runId = ''] = run.split('.');
  const createdAt = new Date();
  const expiresAt = new Date(String(fields['expires_at'] ?? new Date(Date.now() + RETENTION_DAYS * DAY_MS)));
  return { id, run, owner, repository, runId: Number(runId), createdAt, expiresAt, final: null };
}

function isListed(one: HeldArtifact, run: string, fields: Fields): boolean {
  const { name_filter: name, id_filter: id } = fields;
  if (one.run !== run || one.final === null) return false;
  return (name === undefined || name === one.name) && (id === undefined || Number(id) === one.id);
}

function listed(one: HeldArtifact, run: string): Fields {
  return {
    workflow_run_backend_id: run,
    workflow_job_run_backend_id: `${run}-job`,
    database_id: `${one.id}`,
    name: one.name,
    size: `${one.final?.sizeBytes ?? 0}`,
    created_at: one.createdAt.toISOString(),
    digest: one.final?.digest,
  };
}

/** Of the GitHub repository that the runs are of. */
const OWN_ID = 7;

function restList(all: readonly HeldArtifact[], url: URL): Fields {
  const name = url.searchParams.get('name');
  const [perPage, page] = ['per_page', 'page'].map((key) => Number(url.searchParams.get(key) ?? 1)) as [
    number,
    number,
  ];
  const found = all.filter((one) => name === null || one.name === name).toReversed();
  const artifacts = found.slice((page - 1) * perPage, page * perPage).map((one) => ({
    id: one.id,
    name: one.name,
    size_in_bytes: one.final?.sizeBytes,
    digest: one.final?.digest,
    expired: one.expiresAt.getTime() < Date.now(),
    created_at: one.createdAt.toISOString(),
    expires_at: one.expiresAt.toISOString(),
    workflow_run: {
      id: one.runId,
      repository_id: OWN_ID,
      head_repository_id: one.headRepositoryId === undefined ? OWN_ID : one.headRepositoryId,
    },
  }));
  return { total_count: found.length, artifacts };
}

function answer(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}
