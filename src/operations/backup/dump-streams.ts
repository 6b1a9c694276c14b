import type { DatabaseContext, PreparedDump } from '../../databases/database.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { IDLE, type Reporter } from '../progress.ts';
import type { BackupOptions, DumpRequest } from './options.ts';

/** What dumps are taken of, and told to. */
export interface DumpRun {
  readonly host: Host;
  readonly options: Pick<BackupOptions, 'dumps' | 'dryRun'>;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** Where a dump's bytes go: a repository, an archive. Resolves once they are stored, and says how many they were. */
export type StoreDump<Stored> = (
  name: string,
  content: AsyncIterable<Uint8Array>,
) => Promise<{ readonly stored: Stored; readonly sizeBytes: bigint }>;

/**
 * The dumps of one backup. In this order: `pin` and then `saveUnpinned` while the application is held, `savePinned` when it
 * goes on, `giveUpEarlier` when the snapshot is saved, and in any case `close`.
 */
export class DumpStreams<Stored> {
  readonly #run: DumpRun;
  readonly #store: StoreDump<Stored>;
  readonly #context: DatabaseContext;
  readonly #prepared: PreparedDump[] = [];
  readonly #saved = new Map<PreparedDump, { readonly record: DumpRecord; readonly stored: Stored }>();
  /** Of those that databases are on, by how they are reached: several may share one. */
  readonly #hosts = new Map<() => Promise<Host>, Host>();
  #bytesDone = 0;

  constructor(run: DumpRun, store: StoreDump<Stored>) {
    const { reporter, signal } = run;
    this.#run = run;
    this.#store = store;
    this.#context = {
      signal,
      onInfo: (message) => reporter.onInfo(message),
      onWarning: (message) => reporter.onWarning(message),
    };
  }

  /** Prepares every dump, one database after the other; what can't be dumped is told before anything is read. */
  async pin(): Promise<void> {
    const { options } = this.#run;
    for (const request of options.dumps ?? []) {
      const prepared = await request.database.prepareDumps(await this.#hostOf(request), this.#context);
      this.#prepared.push(...prepared);
    }
    const names = this.#prepared.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot save two dumps under the name ${JSON.stringify(twice)}: expected one. Name one of them otherwise (?name=…).`,
    );
  }

  /** Streams those whose tools see what is written meanwhile. */
  async saveUnpinned(): Promise<void> {
    await this.#saveThose((dump) => !dump.isPinned);
  }

  /** Streams the others. */
  async savePinned(): Promise<void> {
    await this.#saveThose((dump) => dump.isPinned);
  }

  /** What the tools have sent. */
  get bytesRead(): number {
    return this.#bytesDone;
  }

  /** In their order. */
  get saved(): readonly { readonly record: DumpRecord; readonly stored: Stored }[] {
    return this.#prepared.flatMap((dump) => this.#saved.get(dump) ?? []);
  }

  /** To be called once a complete snapshot, or an archive, that holds them is saved. Never rejects. */
  async giveUpEarlier(): Promise<void> {
    for (const dump of this.#saved.keys()) await dump.giveUpEarlier?.();
  }

  /** Ends what still runs. Idempotent; never rejects. */
  async close(): Promise<void> {
    await Promise.all(this.#prepared.map((dump) => dump.close()));
    await Promise.all([...this.#hosts.values()].map((host) => host.close()));
  }

  async #hostOf({ connect }: DumpRequest): Promise<Host> {
    if (connect === undefined) return this.#run.host;
    const host = this.#hosts.get(connect) ?? (await connect());
    this.#hosts.set(connect, host);
    return host;
  }

  async #saveThose(isMeant: (dump: PreparedDump) => boolean): Promise<void> {
    if (this.#run.options.dryRun) return;
    for (const dump of this.#prepared.filter(isMeant)) {
      if (!this.#saved.has(dump)) this.#saved.set(dump, await this.#save(dump));
    }
  }

  async #save(dump: PreparedDump): Promise<{ record: DumpRecord; stored: Stored }> {
    this.#run.reporter.onInfo(`dump: ${dump.name}`);
    const { stored, sizeBytes } = await this.#store(dump.name, this.#counted(dump));
    await dump.close();
    const record = dump.record();
    if (BigInt(record.size_bytes) !== sizeBytes) {
      throw new HoldfastError(
        'internal',
        `The dump ${dump.name} has ${record.size_bytes} bytes, of which ${sizeBytes} were saved.`,
      );
    }
    return { record, stored };
  }

  async *#counted(dump: PreparedDump): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of dump.stream()) {
      this.#bytesDone += chunk.length;
      const done = { bytesDone: this.#bytesDone, current: dump.name };
      this.#run.reporter.onProgress({ ...IDLE, ...done, phase: 'dumping' });
      yield chunk;
    }
  }
}
