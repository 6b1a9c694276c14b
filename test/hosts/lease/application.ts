import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { Lease } from '../../../src/hosts/lease/lease.ts';
import type { LeaseTerms } from '../../../src/hosts/lease/lease-scripts.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { allProcesses, endProcesses } from '../../services/processes.ts';

/** A daemon that writes down each of its starts; `start` behaves as `fails` and `slow` beside it say. */
export class Application {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<Application> {
    const application = new Application(await mkdtemp(join(tmpdir(), 'holdfast-lease-')));
    await writeFile(join(application.folder, 'app'), APP);
    await chmod(join(application.folder, 'app'), 0o755);
    await application.sh('./app start');
    await writeFile(join(application.folder, 'starts'), '');
    return application;
  }

  get leases(): string {
    return join(this.folder, 'leases');
  }

  get lease(): string {
    return join(this.leases, 'wiki.lease');
  }

  terms(changes: Partial<LeaseTerms> = {}): LeaseTerms {
    return {
      name: 'wiki',
      start: `${this.folder}/app start`,
      status: `${this.folder}/app status`,
      leaseSeconds: 60,
      longestSeconds: 60,
      startLimitSeconds: 20,
      maxTries: 3,
      holder: 'run 1 of acme/wiki',
      token: 'one',
      folder: fromText(this.leases),
      ...changes,
    };
  }

  /** Lays a lease from this process, over hosts of `connect`, and arms it. */
  async lay(
    host: Host,
    { terms = {}, earlier = [], connect = async () => localHost() }: LayOptions = {},
  ): Promise<Lease> {
    const { signal } = new AbortController();
    const onEarlier = (log: readonly string[]) => earlier.push(...log);
    const lease = await Lease.lay(host, this.terms(terms), { connect, onEarlier, signal });
    await lease.arm(signal);
    return lease;
  }

  async sh(script: string): Promise<void> {
    await promisify(execFile)('setsid', ['sh', '-c', script], { cwd: this.folder });
  }

  async runs(): Promise<boolean> {
    const pid = await readFile(join(this.folder, 'pid'), 'utf8').catch(() => null);
    if (pid === null) return false;
    return (await allProcesses()).some((process) => process.pid === Number(pid) && process.state !== 'Z');
  }

  async untilItRuns(): Promise<void> {
    while (!(await this.runs())) await sleep(50);
  }

  /** Whoever started it has seen it run. */
  async untilStarted(): Promise<void> {
    while (!existsSync(join(this.lease, 'started'))) await sleep(50);
  }

  /** Makes its lease as old as one may be: its watchdog starts it. */
  async age(): Promise<void> {
    await this.sh(this.aging(this.lease));
  }

  /** Shell that does so with the lease in `folder`. */
  aging(folder: string): string {
    const { longestSeconds } = this.terms();
    return `cd ${folder} && echo $(($(cat held) - ${longestSeconds})) >held.aged && mv held.aged held || exit`;
  }

  /** How often `start` was called since the application was made. */
  async starts(): Promise<number> {
    return (await readFile(join(this.folder, 'starts'), 'utf8')).length;
  }

  /** The pid of the watchdog that watches. */
  async watchdog(): Promise<number> {
    return Number((await readFile(join(this.lease, 'alive'), 'utf8')).split(' ')[0]);
  }

  async remove(): Promise<void> {
    const pids = (await allProcesses()).filter(({ pid }) => pid > 1).map(({ pid }) => pid);
    const ours: number[] = [];
    for (const pid of pids) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (line.includes(this.folder)) ours.push(pid);
    }
    // The daemon itself is a sleep that says nothing of where it belongs.
    const daemon = Number(await readFile(join(this.folder, 'pid'), 'utf8').catch(() => '0'));
    await endProcesses(daemon > 1 ? [...ours, daemon] : ours);
    await rm(this.folder, { recursive: true, force: true });
  }
}

interface LayOptions {
  readonly terms?: Partial<LeaseTerms>;
  readonly earlier?: string[];
  readonly connect?: () => Promise<Host>;
}

/**
 * `fails` holds how many starts more fail; `slow` so many seconds that one takes. With `hangs` the next start comes to nothing and
 * goes on, with a child, before it is slow (`orderly`: told to end, it takes 7 s for that; `deaf`: it doesn't listen); with `lingers` one goes on although the
 * application runs. With `gated` a start comes no further than to be counted. With `unwilling` it takes so many seconds to stop once it was told, and says meanwhile that it runs.
 */
const APP = `#!/bin/sh
cd "$(dirname "$0")"
case $1 in
  start)
    printf s >>starts
    while [ -e gated ]; do sleep 0.05; done
    if [ -s fails ] && [ $(cat fails) -gt 0 ]; then echo $(($(cat fails) - 1)) >fails; echo 'no luck' >&2; exit 1; fi
    if [ -e hangs ]; then
      rm hangs
      [ ! -e orderly ] || trap 'sleep 7; echo well >ended; exit 1' TERM
      [ ! -e deaf ] || trap '' TERM
      sh -c 'echo $$ >straggler; while [ -e app ]; do sleep 1; done' "$PWD" &
      while [ -e app ]; do sleep 1; done
    fi
    [ ! -e slow ] || sleep $(cat slow)
    sh -c 'echo $$ >pid; exec sleep 1000' "$PWD" </dev/null >/dev/null 2>&1 &
    while [ ! -s pid ]; do sleep 0.05; done
    while [ -e lingers ]; do sleep 1; done ;;
  stop)
    if [ -e unwilling ]; then (sleep $(cat unwilling); kill $(cat pid); rm -f pid) </dev/null >/dev/null 2>&1 & exit 0; fi
    kill $(cat pid) && rm -f pid ;;
  status)
    [ ! -e puzzled ] || exit 1
    [ -s pid ] && kill -0 $(cat pid) 2>/dev/null || exit 3 ;;
esac
`;
