import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import { connectHost } from '../../../src/hosts/connect.ts';
import type { ConnectTimings } from '../../../src/hosts/connect-options.ts';
import type { Host, RunningCommand } from '../../../src/hosts/host.ts';
import { commandLines, processesOf } from '../../services/processes.ts';
import type { Sshd } from '../../services/sshd.ts';
import { afterBytes, startTcpProxy, type TcpProxy } from '../../services/tcp-proxy.ts';

export type Client = 'ssh2' | 'openssh';
export const CLIENTS: readonly Client[] = ['ssh2', 'openssh'];

export const FAULTS: readonly (readonly [how: string, (proxy: TcpProxy) => void])[] = [
  ['closed', (proxy) => proxy.endAll()],
  ['reset', (proxy) => proxy.resetAll()],
  ['silent', (proxy) => proxy.fallSilent()],
];

/** A moment of an operation, and how to know it. */
export interface Stage {
  readonly name: string;
  /** While it connects: calls `cut` when it is time. */
  readonly connecting?: (proxy: TcpProxy, cut: () => void) => void;
  /** Picks the command in which the connection is cut, among all that the operation starts. */
  readonly script?: (script: string, earlier: readonly string[]) => boolean;
  /** Where in it. Default: when its first byte comes. */
  readonly within?: (command: RunningCommand, proxy: TcpProxy, cut: () => void) => void;
}

export const atFirstByte: Stage['within'] = (_command, proxy, cut) =>
  proxy.when('server', afterBytes(1), cut);

export const NO_TIME = { silentAfterMs: 4000, connectTimeoutMs: 4000, retryDelaysMs: [50] };
/**
 * Two attempts to connect take 8 s, silence is found out after 5 s. The rest is for a machine that has other things to do: ten
 * stages at once, each with its backup or restore. By the times that hold where none are given it would be 40 s and more.
 */
const LIMIT_MS = 20_000;

/** What became of one operation whose connection was cut. */
export interface CutOutcome {
  readonly error: unknown;
  /** From the cut until the operation had ended and the connection was closed. */
  readonly tookMs: number;
}

export interface Cutting {
  readonly sshd: Sshd;
  readonly client: Client;
  readonly fault: (proxy: TcpProxy) => void;
  /** Default: `NO_TIME`. */
  readonly timings?: Partial<ConnectTimings>;
}

/** Runs `operation` on a host whose connection is cut at `stage`. */
export async function cutAt(
  { sshd, client, fault, timings = NO_TIME }: Cutting,
  stage: Stage,
  operation: (host: Host, cut: () => void) => Promise<unknown>,
): Promise<CutOutcome> {
  let cutMs: number | null = null;
  const proxy = await startTcpProxy(sshd.port, (connected) => stage.connecting?.(connected, cut));
  const cut = () => {
    cutMs ??= performance.now();
    fault(proxy);
  };
  try {
    const error = await run(await reached({ sshd, client, timings }, proxy), stage, {
      proxy,
      cut,
      operation,
    });
    if (cutMs === null) throw new Error(`Stage "${stage.name}" never came: ${error}`);
    const tookMs = performance.now() - cutMs;
    const left = (await commandLines()).filter((line) => line.includes(`-p ${proxy.port} `));
    expect(left, 'processes of ours on this machine').toEqual([]);
    return { error, tookMs };
  } finally {
    await proxy.stop();
  }
}

/** The host, or the error that came instead. */
function reached(
  { sshd, client, timings = {} }: Omit<Cutting, 'fault'>,
  proxy: TcpProxy,
): Promise<Host | unknown> {
  return connectHost(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, {
    client,
    identity: sshd.identityFile,
    knownHosts: sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port)),
    timings,
  }).catch((error: unknown) => error);
}

async function run(
  reachedHost: Host | unknown,
  stage: Stage,
  {
    proxy,
    cut,
    operation,
  }: Pick<Parameters<typeof cutting>[2], 'proxy' | 'cut'> & {
    operation: (host: Host, cut: () => void) => Promise<unknown>;
  },
): Promise<unknown> {
  if (reachedHost instanceof Error) return reachedHost;
  const host = cutting(reachedHost as Host, stage, { proxy, cut });
  try {
    await operation(host, cut);
    return null;
  } catch (error) {
    return error;
  } finally {
    await host.close();
  }
}

function cutting(host: Host, stage: Stage, { proxy, cut }: { proxy: TcpProxy; cut: () => void }): Host {
  const earlier: string[] = [];
  let isCut = false;
  return {
    name: host.name,
    close: () => host.close(),
    start: async (script, options) => {
      const isIt = !isCut && stage.script?.(script, earlier) === true;
      earlier.push(script);
      const command = await host.start(script, options);
      if (isIt) (stage.within ?? atFirstByte)?.(command, proxy, cut);
      isCut ||= isIt;
      return command;
    },
  };
}

/** A typed error, in time, that says what failed and what to do. */
export function expectTold(
  stage: string,
  { error, tookMs }: CutOutcome,
  codes: readonly string[],
  limitMs = LIMIT_MS,
): void {
  expect(error, stage).toBeInstanceOf(HoldfastError);
  const { code, message } = error as HoldfastError;
  expect(codes, `${stage}: ${message}`).toContain(code);
  expect(message, stage).toMatch(/^Cannot .+: .+\. .*(Look at|run again|restore again|see to it|--undo)/s);
  expect(tookMs, stage).toBeLessThan(limitMs);
}

/** Resolves when all have ended; rejects with the first failure of any. */
export async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(works);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** When the host has heard nothing for three times the 4 s, it ends our commands, and gives them 2 s for that. */
export async function untilNoneRuns({ user }: Sshd): Promise<void> {
  const ours = async () => (await processesOf(user)).filter(({ name }) => name !== 'sshd');
  for (let waitedMs = 0; waitedMs < 30_000 && (await ours()).length > 0; waitedMs += 50) await sleep(50);
  expect(await ours(), 'what runs on the host').toEqual([]);
}
