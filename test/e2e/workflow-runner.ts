import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ACT } from '../services/workflow-tools.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What act runs in the place of actions of GitHub's that need its services: `path` is copied to where the test looks. */
const UPLOAD = `name: upload
inputs: { name: { default: github-pages }, path: { required: true }, if-no-files-found: {}, retention-days: {} }
runs:
  using: composite
  steps:
    - shell: sh
      env: { NAME: '\${{ inputs.name }}', FROM: '\${{ inputs.path }}' }
      run: mkdir -p "$UPLOADED/$NAME" && cp -R "$FROM" "$UPLOADED/$NAME/"
`;

/** … and of its deployment: what was uploaded for it is where a web server would read it, which it does as somebody else. */
const DEPLOY = `name: deploy
inputs: { artifact_name: { default: github-pages } }
outputs: { page_url: { value: 'http://pages.test/' } }
runs:
  using: composite
  steps:
    - shell: sh
      env: { NAME: '\${{ inputs.artifact_name }}' }
      run: |
        test -z "$(find "$UPLOADED/$NAME" ! -perm -o=r)"
        mv "$UPLOADED/$NAME" "$UPLOADED/published"
`;

/** A run of a workflow. */
export interface WorkflowRun {
  /** Its last job succeeded. */
  readonly succeeded: boolean;
  /** What the runner printed, masked as it masks. */
  readonly log: string;
  /** Jobs that were begun, by their names, sorted. */
  readonly jobs: readonly string[];
}

export interface Dispatch {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** What the event says. Default: nothing but the inputs. */
  readonly event?: Readonly<Record<string, unknown>>;
}

/**
 * Runs workflows by act, a runner of workflows, on this machine itself: a checkout with a `backup.yml` and workflows that call
 * ours. The called ones are copies beside them, since act takes no others from a folder; the actions are the built ones.
 */
export class WorkflowRunner {
  readonly checkout: string;
  /** What was uploaded as artifacts, a folder each. */
  readonly uploaded: string;
  readonly #folder: string;
  readonly #local: readonly string[];
  readonly #env: Readonly<Record<string, string>>;

  private constructor(folder: string, local: readonly string[], env: Readonly<Record<string, string>>) {
    this.#env = env;
    this.#folder = folder;
    this.#local = local;
    this.checkout = join(folder, 'checkout');
    this.uploaded = join(folder, 'uploaded');
  }

  /**
   * @param callers Workflows by their names, which call those of a release of ours.
   * @param env Variables of every job, such as where GitHub's interface is.
   */
  static async create(
    config: string,
    callers: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = NO_GITHUB,
  ): Promise<WorkflowRunner> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-workflows-'));
    const workflows = join(folder, 'checkout/.github/workflows');
    await mkdir(workflows, { recursive: true });
    await mkdir(join(folder, 'checkout/called'));
    await writeFile(join(folder, 'checkout/backup.yml'), config);
    for (const [name, text] of Object.entries(callers))
      await writeFile(join(workflows, name), text.replaceAll(OURS, CALLED));
    const own = join(ROOT, '.github/workflows');
    const called: string[] = [];
    for (const name of await readdir(own)) {
      const text = await readFile(join(own, name), 'utf8');
      if (!/^ {2}workflow_call:$/m.test(text)) continue;
      called.push(text);
      await writeFile(join(folder, 'checkout/called', name), text.replaceAll(OURS, CALLED));
    }
    await addPatientNode(join(folder, 'bin'));
    const runner = new WorkflowRunner(folder, await localActions(folder, called.join('\n')), env);
    await runner.commit();
    return runner;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Commits what stands in the checkout, and makes it what a pull request is compared with, too, if `isBase`. */
  async commit({ isBase = true }: { readonly isBase?: boolean } = {}): Promise<void> {
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: this.checkout });
    await git('init', '-q', '-b', 'main');
    await git('add', '-A');
    await git('commit', '-q', '-m', 'as it is', '--allow-empty');
    if (isBase) await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  }

  async run(event: string, workflow: string, dispatch: Dispatch = {}): Promise<WorkflowRun> {
    const { inputs = {}, secrets = {} } = dispatch;
    const eventFile = join(this.#folder, 'event.json');
    await writeFile(eventFile, JSON.stringify({ ...dispatch.event, inputs }));
    const args = [
      event,
      '-W',
      `.github/workflows/${workflow}`,
      '-e',
      eventFile,
      '-P',
      'ubuntu-24.04=-self-hosted',
    ];
    args.push('--no-cache-server', '--json');
    // On GitHub each job has a machine of its own; here they share folders in which act sets actions up.
    args.push('--concurrent-jobs', '1');
    for (const local of this.#local) args.push('--local-repository', local);
    // By names alone: their values come from the environment, and stand on no command line.
    for (const name of Object.keys(secrets)) args.push('-s', name);
    const env = {
      PATH: `${join(this.#folder, 'bin')}:${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`,
      HOME: join(this.#folder, 'home'),
      XDG_CACHE_HOME: join(this.#folder, 'cache'),
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      UPLOADED: this.uploaded,
      ...secrets,
    };
    for (const [name, value] of Object.entries({ ...this.#env, UPLOADED: this.uploaded }))
      args.push('--env', `${name}=${value}`);
    const { stdout, failed } = await run(ACT, args, {
      cwd: this.checkout,
      env,
      maxBuffer: 64 * 1024 * 1024,
    }).then(
      (ended) => ({ stdout: ended.stdout, failed: false }),
      (error: { stdout?: string; code?: unknown; signal?: unknown }) => {
        if (typeof error.code === 'number') return { stdout: error.stdout ?? '', failed: true };
        const last = (error.stdout ?? '').slice(-2000);
        throw new Error(
          `act was ended by ${String(error.signal ?? error.code)}, having said at last: ${last}`,
        );
      },
    );
    return runOf(stdout, failed);
  }
}

/** Nobody answers there: what asks GitHub learns at once that it can't. */
const NO_GITHUB = { GITHUB_API_URL: 'http://127.0.0.1:1' };

const CALLED = 'uses: ./called/$1';
const OURS = /uses: holdfast\/holdfast\/\.github\/workflows\/([\w-]+\.yml)@\S+/g;

/**
 * The `node` of an action. act reads what a step prints from a terminal, which it closes as soon as the step has failed, with what
 * it hasn't read yet: on a busy machine the last lines were missing. So one that fails waits until act has read.
 */
async function addPatientNode(folder: string): Promise<void> {
  await mkdir(folder);
  const node = join(folder, 'node');
  const preload = join(folder, 'patient.cjs');
  await writeFile(preload, patient(node));
  // A shell would drop variables with a dash in their names, as inputs have.
  await writeFile(node, `#!/usr/bin/perl\nexec '${process.execPath}', '--require', '${preload}', @ARGV;\n`, {
    mode: 0o755,
  });
}

/** act asks a node for its path first, by `-e`, and then goes by that. */
const patient = (node: string) => `if (process.execArgv.includes('-e')) process.execPath = '${node}';
const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
if (require('node:worker_threads').isMainThread) process.on('exit', (code) => code !== 0 && wait());
`;

/** Every action that our workflows use, from folders of this machine. */
async function localActions(folder: string, workflows: string): Promise<string[]> {
  const own = join(folder, 'holdfast');
  await mkdir(own);
  for (const name of ['action.yml', 'actions'])
    await cp(join(ROOT, name), join(own, name), { recursive: true });
  await cp(join(ROOT, 'dist'), join(own, 'dist'), { recursive: true });
  const doubles = { upload: UPLOAD, deploy: DEPLOY };
  for (const [name, text] of Object.entries(doubles)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'action.yml'), text);
  }
  const localOf = (repository: string) => {
    if (repository === 'holdfast/holdfast') return own;
    return join(folder, repository === 'actions/deploy-pages' ? 'deploy' : 'upload');
  };
  const local = new Set<string>();
  const composite = await readFile(join(ROOT, 'actions/restore-drill/action.yml'), 'utf8');
  for (const [, repository = '', ref = ''] of (workflows + composite).matchAll(
    /uses: ([\w-]+\/[\w-]+)[^@\s]*@([0-9a-f]{40})/g,
  )) {
    if (repository === 'actions/checkout') continue; // act has the checkout already
    local.add(`${repository}@${ref}=${localOf(repository)}`);
  }
  return [...local];
}

interface Line {
  readonly msg?: string;
  readonly job?: string;
}

function runOf(stdout: string, failed: boolean): WorkflowRun {
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  const jobs = new Set(lines.flatMap(({ job }) => (job === undefined ? [] : [nameOf(job)])));
  return { succeeded: !failed, jobs: [...jobs].sort(), log: lines.map(({ msg = '' }) => msg).join('\n') };
}

/** Without the workflow's, the padding, and the number that act gives each job of a matrix. */
function nameOf(job: string): string {
  return (job.split('/').at(-1) ?? '').trim().replace(/-\d+$/, '');
}
