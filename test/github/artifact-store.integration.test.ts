import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { isMissing } from '../../src/backends/backend.ts';
import { HoldfastError } from '../../src/errors.ts';
import { isExpired } from '../../src/github/artifact-errors.ts';
import { openArtifactStore } from '../../src/github/artifact-store.ts';
import { refusePlainArtifact } from '../../src/github/visibility.ts';
import { archiveStoreContract, pieces } from '../contract/archive-store.ts';
import { type GitHubService, startGitHubService } from '../services/github-service.ts';

let service: GitHubService;
let temporary: string;

beforeAll(async () => {
  service = await startGitHubService();
  temporary = await mkdtemp(join(tmpdir(), 'holdfast-runner-temp-'));
});

afterAll(async () => {
  await service.stop();
  await rm(temporary, { recursive: true, force: true });
});

beforeEach(() => {
  service.artifacts.length = 0;
  service.calls.length = 0;
  service.tokens.clear();
  service.refuse = () => null;
  enterRun(1000);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  expect(await readdir(temporary)).toEqual([]); // no pipe, no download is left
});

/** From here on we are a step of this run. */
function enterRun(runId: number): void {
  const env = { ...service.env({ owner: 'acme', repository: 'wiki', runId }), RUNNER_TEMP: temporary };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
}

const NAME = 'wiki.tar.zst.age';
const ofThisRun = (retentionDays: number | null = null) => openArtifactStore({ source: null, retentionDays });
const ofRepository = (token: string, repository = 'wiki') =>
  openArtifactStore({ source: { owner: 'acme', repository, token }, retentionDays: null });

async function failureOf(work: Promise<unknown>): Promise<HoldfastError> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof HoldfastError) return error;
  throw new Error('expected a HoldfastError', { cause: error });
}

async function bytesOf(store: ReturnType<typeof ofThisRun>, name = NAME): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(store.get(name), (part) => Buffer.from(part)));
}

archiveStoreContract('artifacts of a run', async () => ({
  store: ofThisRun(),
  cleanUp: async () => {},
  leftovers: async () => service.artifacts.filter(({ final }) => final !== null).length,
}));

describe('across runs, by a token', () => {
  test('the newest of one name is listed and read, of whichever run it is', async () => {
    service.tokens.add('ghs_reader');
    for (const [runId, text] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      enterRun(runId);
      await ofThisRun().put(NAME, pieces(Buffer.from(text)));
    }
    enterRun(3);
    const store = ofRepository('ghs_reader');
    expect((await Array.fromAsync(store.list())).map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      [NAME, 6],
    ]);
    expect((await bytesOf(store)).toString()).toBe('second');
    await expect(bytesOf(ofThisRun())).rejects.toSatisfy(isMissing);
    await store.remove(NAME);
    expect(service.artifacts).toEqual([]);
  });

  test.each([
    ['a fork', 8],
    ['a fork that is gone', null],
  ])('what a pull request from %s uploads is none of ours, whatever its name', async (_what, fork) => {
    service.tokens.add('ghs_reader');
    enterRun(1);
    await ofThisRun().put(NAME, pieces(Buffer.from('ours')));
    enterRun(2);
    await ofThisRun().put(NAME, pieces(Buffer.from('a stranger’s')));
    await ofThisRun().put('other.tar.zst.age', pieces(Buffer.from('a stranger’s')));
    for (const one of service.artifacts) if (one.runId === 2) one.headRepositoryId = fork;
    enterRun(3);
    const store = ofRepository('ghs_reader');
    expect((await Array.fromAsync(store.list())).map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      [NAME, 4],
    ]);
    expect((await bytesOf(store)).toString()).toBe('ours');
    await expect(bytesOf(store, 'other.tar.zst.age')).rejects.toSatisfy(isMissing);
    await store.remove(NAME);
    expect(service.artifacts.map(({ runId }) => runId)).toEqual([2, 2]);
  });

  test('more than one page is listed', async () => {
    service.tokens.add('t');
    await ofThisRun().put(NAME, pieces(Buffer.from('x')));
    const [one] = service.artifacts;
    for (let i = 0; i < 230 && one !== undefined; i++)
      service.artifacts.push({ ...one, id: i + 10, name: `n${i}` });
    expect(await Array.fromAsync(ofRepository('t').list())).toHaveLength(231);
  });

  test('one that expired is told apart from one that never was', async () => {
    service.tokens.add('t');
    await ofThisRun().put(NAME, pieces(Buffer.from('x')));
    for (const one of service.artifacts) one.expiresAt = new Date('2026-01-02');
    const error = await failureOf(bytesOf(ofRepository('t')));
    expect(isExpired(error)).toBe(true);
    expect(isMissing(error)).toBe(false);
    expect(error.message).toContain('it expired on 2026-01-02');
    expect(await Array.fromAsync(ofRepository('t').list())).toEqual([]);
    expect(isExpired(await failureOf(bytesOf(ofRepository('t'), 'other')))).toBe(false);
  });

  test.each([
    ['no rights', 'ghs_none', 403, 'Resource not accessible by integration', 'actions: read'],
    ['a wrong token', 'ghs_none', 401, 'Bad credentials', "doesn't take the token"],
  ])('%s explain themselves, without the token', async (_what, token, status, message, expected) => {
    service.refuse = (call) => (call.startsWith('GET ') ? { status, body: { message } } : null);
    const error = await failureOf(Array.fromAsync(ofRepository(token).list()));
    expect(error.code).toBe('no-permission');
    expect(error.message).toContain(expected);
    expect(error.message).not.toContain(token);
  });
});

describe('an artifact that was altered in GitHub’s storage', () => {
  test('is an error, not an archive', async () => {
    await ofThisRun().put(NAME, pieces(randomBytes(1000)));
    for (const one of service.artifacts) one.final = { sizeBytes: 1000, digest: `sha256:${'0'.repeat(64)}` };
    const error = await failureOf(bytesOf(ofThisRun()));
    expect(error.message).toContain('its SHA-256 is another');
  });

  test('is an error, too, where GitHub knows no digest and bytes are missing', async () => {
    await ofThisRun().put(NAME, pieces(randomBytes(1000)));
    for (const one of service.artifacts) one.final = { sizeBytes: 1001, digest: '' };
    await expect(bytesOf(ofThisRun())).rejects.toThrow('1000 bytes came, expected 1001');
  });
});

test('where there are no named pipes it goes by a file, and fails as one', async () => {
  vi.stubEnv('PATH', temporary);
  const bytes = randomBytes(100_000);
  await ofThisRun().put(NAME, pieces(bytes));
  expect(await bytesOf(ofThisRun())).toEqual(bytes);
  const failure = new HoldfastError('command-failed', 'The dump failed.');
  const failing = (async function* () {
    yield bytes;
    throw failure;
  })();
  await expect(ofThisRun().put('other.tar', failing)).rejects.toBe(failure);
  expect(service.artifacts.map(({ name }) => name)).toEqual([NAME]);
});

test('retention days go with it', async () => {
  await ofThisRun(3).put(NAME, pieces(Buffer.from('x')));
  const days = ((service.artifacts[0]?.expiresAt.getTime() ?? 0) - Date.now()) / (24 * 60 * 60_000);
  expect(Math.round(days)).toBe(3);
});

test.each([
  [
    'a full quota',
    'CreateArtifact',
    { status: 403, body: { msg: 'insufficient usage to create artifact' } },
    'no-space',
    'quota',
  ],
  [
    'a name that was taken meanwhile',
    'CreateArtifact',
    { status: 409, body: { msg: 'already exists' } },
    'backend-failed',
    'none can be replaced',
  ],
])('%s explains itself, and removes nobody else’s', async (_what, method, refusal, code, text) => {
  service.refuse = (call) => (call === method ? refusal : null);
  const error = await failureOf(ofThisRun().put(NAME, pieces(Buffer.from('x'))));
  expect(error.code).toBe(code);
  expect(error.message).toContain(text);
  expect(service.calls).not.toContain('DeleteArtifact');
});

test('GitHub Enterprise Server, and a step without the variables, explain themselves', async () => {
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.example.org');
  expect((await failureOf(Array.fromAsync(ofThisRun().list()))).message).toContain('Enterprise Server');
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', '');
  expect((await failureOf(Array.fromAsync(ofThisRun().list()))).code).toBe('bad-input');
});

test('what the client reckons otherwise than we is not kept', async () => {
  service.refuse = (call) => (call === 'FinalizeArtifact' ? { status: 400, body: { msg: 'no' } } : null);
  await failureOf(ofThisRun().put(NAME, pieces(Buffer.from('x'))));
  expect(service.artifacts.filter(({ final }) => final !== null)).toEqual([]);
});

test('a dump that gives nothing for longer than the client’s patience is no failure', async () => {
  const slow = (async function* () {
    yield Buffer.from('first');
    await sleep(1500);
    yield Buffer.from(' last');
  })();
  // What an operator of the runner has set is not what counts.
  vi.stubEnv('ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS', '300');
  await ofThisRun().put(NAME, slow);
  expect((await bytesOf(ofThisRun())).toString()).toBe('first last');
});

test('a failed upload ends the waiting for a dump that gives nothing more', async () => {
  service.refuse = (call) => (call === 'CreateArtifact' ? { status: 400, body: { msg: 'no' } } : null);
  const stuck = (async function* () {
    yield Buffer.from('x');
    await new Promise(() => {});
  })();
  await expect(ofThisRun().put(NAME, stuck)).rejects.toThrow('no');
});

test('nothing is finished when the process that uploads loses the one that dumps', async () => {
  const ours = await processesOf(temporary); // one that waits for the next request
  const script = join(temporary, 'dumps.ts');
  const source = new URL('../../src/github/artifact-store.ts', import.meta.url).pathname;
  await writeFile(
    script,
    `import { openArtifactStore } from ${JSON.stringify(source)};
     const stream = (async function* () {
       yield Buffer.alloc(9 * 1024 * 1024, 'x');
       process.send('half');
       setInterval(() => {}, 1000);
       await new Promise(() => {});
     })();
     await openArtifactStore({ source: null, retentionDays: null }).put('${NAME}', stream);`,
  );
  const dumping: ChildProcess = fork(script, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(dumping, 'message');
  await vi.waitFor(() => expect(service.calls).toContain('CreateArtifact'), { timeout: 60_000 });
  const uploading = (await processesOf(temporary)).filter((pid) => !ours.includes(pid));
  dumping.kill('SIGKILL');
  await once(dumping, 'exit');
  await vi.waitFor(async () => expect(await processesOf(temporary)).toEqual(ours), { timeout: 60_000 });
  expect(uploading).toHaveLength(1);
  expect(service.calls).not.toContain('FinalizeArtifact');
  for (const entry of await readdir(temporary)) await rm(join(temporary, entry), { recursive: true });
});

/** Processes that have our runner's temporary folder in their environment, and GitHub's client as their program. */
async function processesOf(folder: string): Promise<string[]> {
  const { readFile } = await import('node:fs/promises');
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [environment, line] = await Promise.all(
      ['environ', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '')),
    );
    if (environment?.includes(folder) && line?.includes('toolkit.ts')) found.push(pid);
  }
  return found;
}

test('GitHub’s client sees no password of ours', async () => {
  vi.stubEnv('INPUT_PASSWORD', 'hunter2hunter2');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'hunter3hunter3');
  const { readFile } = await import('node:fs/promises');
  let environment = '';
  const watching = (async function* () {
    yield Buffer.from('x');
    await vi.waitFor(() => expect(service.calls).toContain('CreateArtifact'), { timeout: 60_000 });
    for (const pid of await processesOf(temporary))
      environment += await readFile(`/proc/${pid}/environ`, 'latin1');
    yield Buffer.from('y');
  })();
  await ofThisRun().put(NAME, watching);
  expect(environment).toContain('ACTIONS_RUNTIME_TOKEN=');
  expect(environment).not.toMatch(/hunter/);
});

test('nor does the program that makes the pipe', async () => {
  vi.stubEnv('INPUT_PASSWORD', 'hunter2hunter2');
  const { chmod, readFile } = await import('node:fs/promises');
  const tools = await mkdtemp(join(tmpdir(), 'holdfast-tools-'));
  onTestFinished(() => rm(tools, { recursive: true, force: true }));
  const script = `#!/bin/sh\ncat /proc/self/environ >'${tools}/seen'\nPATH=\${PATH#*:} exec mkfifo "$@"\n`;
  await writeFile(join(tools, 'mkfifo'), script);
  await chmod(join(tools, 'mkfifo'), 0o755);
  vi.stubEnv('PATH', `${tools}:${process.env['PATH']}`);
  await ofThisRun().put(NAME, pieces(randomBytes(10)));
  const seen = await readFile(join(tools, 'seen'), 'latin1');
  expect(seen).toContain(`PATH=${tools}`);
  expect(seen).not.toContain('hunter2');
});

describe('an archive that is not encrypted', () => {
  const plain = { isEncrypted: false };

  const enterEvent = async (payload: unknown) => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-event-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'event.json'), JSON.stringify(payload));
    vi.stubEnv('GITHUB_EVENT_PATH', join(folder, 'event.json'));
  };

  test.each([
    [{ repository: { visibility: 'public' } }, true],
    [{ repository: { private: false } }, true],
    [{ repository: { visibility: 'private', private: true } }, false],
    [{ repository: { visibility: 'internal', private: true } }, false],
  ])('is refused by what the event %j says: %s', async (payload, isRefused) => {
    await enterEvent(payload);
    service.visibility = isRefused ? 'private' : 'public';
    const refusal = refusePlainArtifact(plain, null).then(
      () => false,
      () => true,
    );
    expect(await refusal).toBe(isRefused);
    await refusePlainArtifact({ isEncrypted: true }, null);
  });

  test.each([
    ['public', null, true],
    ['private', null, false],
    ['private', 'ghs_reader', false],
    ['private', 'ghs_wrong', true],
  ] as const)(
    'is refused where an event does not say it and a %s one is asked with the token %s: %s',
    async (visibility, token, isRefused) => {
      await enterEvent({ schedule: '0 3 * * *' });
      service.visibility = visibility;
      service.tokens.add('ghs_reader');
      const refusal = refusePlainArtifact(plain, token).then(
        () => false,
        () => true,
      );
      expect(await refusal).toBe(isRefused);
    },
  );
});
