import { fromText } from '../../bytestring.ts';
import type { ApplicationMount, ApplicationWish, ReadyCheck } from '../../drills/application-wish.ts';
import { startDaemon } from '../../drills/services/daemon.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { displayTail } from '../../hosts/output-tail.ts';
import { quote } from '../../hosts/quote.ts';
import { askScript } from './ask-address.ts';
import type { DrilledDump } from './databases.ts';
import type { FilesPlace } from './files.ts';
import type { DrillPlace } from './place.ts';
import type { DrillRun } from './run.ts';

export interface RunningApplication {
  readonly host: Host;
  /** Of its command, in its container. */
  readonly pid: number;
}

/** Of its output, in memory as all of the container's /tmp is. */
const FOLDER = '/tmp/holdfast';

/**
 * Starts the application that the user names, beside what was restored, which it sees and can't write; its databases it can: so
 * all that is compared has been compared before. @returns null: it isn't ready, as a check says, or nobody has asked for it.
 */
export async function startApplication(
  run: DrillRun,
  drillPlace: DrillPlace,
  { files, dumps }: { files: FilesPlace | null; dumps: readonly DrilledDump[] },
): Promise<RunningApplication | null> {
  const wish = run.options.application;
  if (wish === null) return null;
  const limitMs = wish.initMs ?? run.options.limits.initMs;
  let running: RunningApplication | null = null;
  const title = {
    kind: 'environment',
    name: 'application',
    expected: `it is ready within ${limitMs / 1000} s`,
  } as const;
  await run.check(title, async () => {
    const container = await drillPlace.startApplication(wish);
    const root = await container.connect(null, run.signal);
    await copyFiles(root, wish.mounts, files, run.signal);
    const host = wish.user === null ? root : await container.connect(wish.user, run.signal);
    await runSuccessfully(host, 'make a folder for the application', `mkdir -p ${FOLDER}`, {
      signal: run.signal,
    });
    const startedMs = performance.now();
    const place = { host, folder: FOLDER, limitMs, spentMs: 0, signal: run.signal };
    const [pid] = await startDaemon(place, daemonOf(wish, dumps)).catch((cause: unknown) =>
      withItsWords(host, cause, run.signal),
    );
    running = { host, pid: Number(pid) };
    return { passed: true, found: `it is ready after ${Math.round(performance.now() - startedMs)} ms` };
  });
  return running;
}

/**
 * Notes whether it still runs when all else is done: one that is taken for ready by its first breath, and ends, wouldn't serve
 * anybody.
 */
export async function checkItStays(run: DrillRun, application: RunningApplication | null): Promise<void> {
  if (application === null) return;
  const { host, pid } = application;
  const title = {
    kind: 'environment',
    name: 'application stays up',
    expected: 'it runs until the end',
  } as const;
  await run.check(title, async () => {
    // The process 1 may not have taken leave of one that has ended: that has no words.
    const look = `read -r words </proc/${pid}/cmdline; [ -n "$words" ]`;
    const { exit } = await runToEnd(host, look, { signal: run.signal });
    if (isSuccess(exit)) return { passed: true, found: 'it runs' };
    return { passed: false, found: `it has ended${await lastWords(host, run.signal)}` };
  });
}

/** @throws `cause`, with the end of what the application has said. */
async function withItsWords(host: Host, cause: unknown, signal: AbortSignal): Promise<never> {
  if (!(cause instanceof HoldfastError) || signal.aborted) throw cause;
  throw new HoldfastError(cause.code, `${cause.message}${await lastWords(host, signal)}`, { cause });
}

async function lastWords(host: Host, signal: AbortSignal): Promise<string> {
  const { stdout } = await runToEnd(host, `tail -n 5 ${FOLDER}/log`, { signal });
  return `; what it printed last${displayTail(stdout) || ': nothing'}`;
}

function daemonOf({ command, ready }: ApplicationWish, dumps: readonly DrilledDump[]) {
  const inShell = (script: string) => `sh -c ${quote(fromText(script))}`;
  return {
    title: 'the application',
    prepare: variablesOf(dumps),
    command: inShell(command),
    isReady: inShell(readyScript(ready)),
    facts: 'echo $pid',
  };
}

/** By which commands find the databases. */
export function variablesOf(dumps: readonly DrilledDump[]): string {
  const variables = Object.entries(Object.assign({}, ...dumps.map((dump) => dump.variables)));
  return variables
    .map(([name, value]) => `${name}=${quote(fromText(String(value)))}; export ${name}\n`)
    .join('');
}

function readyScript(ready: ReadyCheck): string {
  return ready.kind === 'command' ? ready.command : `${askScript(ready)}\nask`;
}

/**
 * Copies, so that what it writes changes nothing of what was restored; nothing of the image's stays between. A link on the way leads
 * nowhere but inside its container, where there is nothing but this.
 */
async function copyFiles(
  root: Host,
  mounts: readonly ApplicationMount[],
  files: FilesPlace | null,
  signal: AbortSignal,
): Promise<void> {
  for (const { from, to } of mounts) {
    const what = `give the application its copy of ${JSON.stringify(from)}`;
    if (files === null) {
      throw new HoldfastError(
        'host-unsupported',
        `Cannot ${what}: no files were restored, expected those of the snapshot. See why in the checks before this one.`,
      );
    }
    const target = quote(fromText(to));
    const clear = `find ${target} -xdev -mindepth 1 -delete`;
    const copy = `cp -a -- ${quote(fromText(`${files.folder}${from}`))}/. ${target}/`;
    await runSuccessfully(root, what, `${clear} && ${copy}`, { signal });
  }
}
