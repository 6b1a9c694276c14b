import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { DatabaseContext, PreparedDump, RestoredDatabase } from '../../src/databases/database.ts';
import { parseDatabase } from '../../src/databases/databases.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import type { Host } from '../../src/hosts/host.ts';
import { allProcesses, commandLines } from '../services/processes.ts';

const run = promisify(execFile);

export interface Dumped {
  readonly bytes: Buffer;
  readonly record: DumpRecord;
}

/** A context that remembers what it was told. */
export class Context implements DatabaseContext {
  readonly infos: string[] = [];
  readonly warnings: string[] = [];
  readonly signal: AbortSignal;

  constructor(signal = new AbortController().signal) {
    this.signal = signal;
  }

  onInfo(message: string): void {
    this.infos.push(message);
  }

  onWarning(message: string): void {
    this.warnings.push(message);
  }
}

export function prepare(
  host: Host,
  url: string,
  { env = {}, context = new Context() }: { env?: NodeJS.ProcessEnv; context?: Context } = {},
): Promise<PreparedDump[]> {
  return parseDatabase(url, '--database', env).prepareDumps(host, context);
}

/** The first dump of what `url` names, whole. */
export async function dumpOf(
  host: Host,
  url: string,
  options: { env?: NodeJS.ProcessEnv; context?: Context } = {},
): Promise<Dumped> {
  const [dump] = await prepare(host, url, options);
  return streamed(dump as PreparedDump);
}

export async function streamed(dump: PreparedDump): Promise<Dumped> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of dump.stream()) parts.push(Buffer.from(part));
    return { bytes: Buffer.concat(parts), record: dump.record() };
  } finally {
    await dump.close();
  }
}

export function restoreTo(
  host: Host,
  { bytes, record }: Dumped,
  url: string,
  { overwrite = false, context = new Context() } = {},
): Promise<RestoredDatabase> {
  const content = async function* content() {
    for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
  };
  return parseDatabase(url, '--into', {}).restore(host, { record, content }, { overwrite }, context);
}

/** Dumps what `url` names, and does `what` after the first bytes. */
export async function halfWay(
  host: Host,
  url: string,
  what: () => Promise<void>,
  context = new Context(),
): Promise<void> {
  const [dump] = await prepare(host, url, { context });
  let isDone = false;
  try {
    for await (const _ of (dump as PreparedDump).stream()) {
      if (!isDone) await what();
      isDone = true;
    }
  } finally {
    await dump?.close();
  }
}

/**
 * Dump tools that run, by what is on their command lines, and that ask the server in `folder`: other files' tests dump beside
 * ours, and theirs must neither be killed nor be taken for what ours have left.
 */
export async function dumpingProcesses(tool: RegExp, { folder }: { folder: string }): Promise<number[]> {
  const found: number[] = [];
  for (const { pid } of await allProcesses()) {
    const [line = '', environment = ''] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '')),
    );
    const isOurs = line.includes(folder) || environment.includes(folder);
    if (isOurs && tool.test(line.replaceAll('\0', ' '))) found.push(pid);
  }
  return found;
}

/** What all command lines, and all environments that nobody may look at, say while `dump` streams: never `secret`. */
export async function requireHidden(
  dump: PreparedDump | undefined,
  { secret, argument }: { secret: string; argument: string },
): Promise<void> {
  const seen: string[] = [];
  for await (const _ of (dump as PreparedDump).stream()) {
    if (seen.length > 0) continue;
    seen.push((await commandLines()).join('\n'));
    expect(seen[0]?.includes(argument)).toBe(true);
    const look = 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null; true';
    const asNobody = ['--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups', 'sh', '-c', look];
    seen.push((await run('setpriv', asNobody, { maxBuffer: 1 << 26 })).stdout);
  }
  await dump?.close();
  // What else runs here is nobody's business: it isn't printed.
  expect(seen.map((text) => text.includes(secret))).toEqual([false, false]);
}

/** A copy in which `to` stands where `from` stood, as long as that. */
export function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  const copy = Buffer.from(bytes);
  copy.write(to, at, 'latin1');
  return copy;
}
