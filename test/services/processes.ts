import { execFileSync } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What /proc says of a process. */
export interface ProcessStatus {
  readonly pid: number;
  readonly name: string;
  /** `R`, `S`, `Z` (ended, not yet waited for) … */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
}

/** Every process of this machine, ended ones that nobody has waited for included. */
export async function allProcesses(): Promise<ProcessStatus[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(pids.map((pid) => processStatus(Number(pid))));
  return all.filter((status) => status !== null);
}

/** Null when there is no such process. */
export async function processStatus(pid: number): Promise<ProcessStatus | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name stands in parentheses and may hold any byte: fields are counted from its end.
  const match = line?.match(/^\d+ \((.*)\) (\S) (\d+) (\d+) /s);
  if (match === null || match === undefined) return null;
  const [, name = '', state = '', parent, group] = match;
  return { pid, name, state, parent: Number(parent), group: Number(group) };
}

/** Whether `pid` runs: it exists and has not ended. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await processStatus(pid);
  return status !== null && !hasEnded(status);
}

function hasEnded({ state }: ProcessStatus): boolean {
  return state === 'Z' || state === 'X';
}

export async function descendantsOf(pid: number): Promise<number[]> {
  const all = await allProcesses();
  const found: number[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent)).map((status) => status.pid);
    found.push(...children);
    parents = children;
  }
  return found;
}

/** Kills the processes and waits until none of them runs. */
export async function endProcesses(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  for (const pid of pids) {
    while (await isRunning(pid)) await sleep(10);
  }
}

/** The processes of a group that run. */
export async function groupMembers(group: number): Promise<number[]> {
  const all = await allProcesses();
  return all.filter((status) => status.group === group && !hasEnded(status)).map(({ pid }) => pid);
}

/** The command line of every process of this machine, its words with spaces between. */
export async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.map((line) => line.replaceAll('\0', ' '));
}

/** The processes of a user that run, the sshd of the user's sessions among them. */
export async function processesOf(user: string): Promise<ProcessStatus[]> {
  const uid = Number(execFileSync('id', ['-u', user]));
  const all = await allProcesses();
  const owners = await Promise.all(all.map(({ pid }) => ownerOf(pid)));
  return all.filter((status, index) => owners[index] === uid && !hasEnded(status));
}

function ownerOf(pid: number): Promise<number | null> {
  return stat(`/proc/${pid}`).then(
    ({ uid }) => uid,
    () => null,
  );
}

/** The process here that has the number `inside` in the process namespace of `leader`, which runs. */
export async function pidInNamespaceOf(leader: number, inside: number): Promise<number> {
  const namespace = await readlink(`/proc/${leader}/ns/pid`);
  for (const { pid } of await allProcesses()) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    if (Number(/^NSpid:.*\t(\d+)$/m.exec(status)?.[1]) !== inside) continue;
    if ((await readlink(`/proc/${pid}/ns/pid`).catch(() => '')) === namespace) return pid;
  }
  throw new Error(`no process ${inside} in the namespace of ${leader}`);
}
