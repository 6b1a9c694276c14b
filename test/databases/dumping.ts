import type { DatabaseContext, PreparedDump, RestoredDatabase } from '../../src/databases/database.ts';
import { parseDatabase } from '../../src/databases/databases.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import type { Host } from '../../src/hosts/host.ts';

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
