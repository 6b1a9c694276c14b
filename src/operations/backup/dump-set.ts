import { displayText } from '../../bytestring.ts';
import type { DatabaseContext, PreparedDump } from '../../databases/database.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { isIncomplete } from '../../repository/tags.ts';
import { IDLE } from '../progress.ts';
import { withSmallYoungGeneration } from '../young-generation.ts';
import { saveContent } from './content.ts';
import { changeOf, DEFAULT_SHRINK_LIMIT } from './dump-change.ts';
import { dumpRecordsOf } from './dump-records.ts';
import type { DumpRequest } from './options.ts';
import type { DumpResult } from './result.ts';
import type { BackupRun } from './run.ts';
import type { SavedDump } from './saved-dump.ts';

/**
 * The dumps of one backup. In this order: `pin` and then `saveUnpinned` while the application is held, `savePinned` when it
 * goes on, `giveUpEarlier` when the snapshot is saved, and in any case `close`.
 */
export class DumpSet {
  readonly #run: BackupRun;
  readonly #context: DatabaseContext;
  readonly #prepared: PreparedDump[] = [];
  readonly #saved = new Map<PreparedDump, SavedDump>();
  /** Of those that databases are on, by how they are reached: several may share one. */
  readonly #hosts = new Map<() => Promise<Host>, Host>();
  #bytesDone = 0;

  constructor(run: BackupRun) {
    const { reporter, signal } = run;
    this.#run = run;
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

  get saved(): readonly SavedDump[] {
    return this.#prepared.flatMap((dump) => this.#saved.get(dump) ?? []);
  }

  /** What was saved, compared with the newest complete parent that has a dump of the same name; a shrink is told. */
  async results(): Promise<DumpResult[]> {
    const { reporter, options } = this.#run;
    const limit = options.shrinkLimit ?? DEFAULT_SHRINK_LIMIT;
    const earlier = this.saved.length === 0 ? [] : await this.#earlierRecords();
    return this.saved.map(({ record }) => {
      const before = earlier.find(({ name }) => name === record.name);
      const change = before === undefined ? null : changeOf(before, record, limit);
      for (const line of change?.shrunk ?? []) {
        reporter.onWarning(`${record.name} has shrunk since the last dump: ${displayText(line)}`);
      }
      return { record, change };
    });
  }

  /** To be called once a complete snapshot that holds them is saved. Never rejects. */
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
      if (this.#saved.has(dump)) continue;
      // Of a stream each read is a buffer: what its source doesn't give back waits for the young generation to be looked through.
      this.#saved.set(dump, await withSmallYoungGeneration(() => this.#save(dump)));
    }
  }

  async #save(dump: PreparedDump): Promise<SavedDump> {
    const { repository, reporter, signal } = this.#run;
    reporter.onInfo(`dump: ${dump.name}`);
    const { saved } = await saveContent(repository, this.#counted(dump), signal);
    const content = await saved;
    await dump.close();
    const record = dump.record();
    if (BigInt(record.size_bytes) !== content.sizeBytes) {
      throw new HoldfastError(
        'internal',
        `The dump ${dump.name} has ${record.size_bytes} bytes, of which ${content.sizeBytes} were saved.`,
      );
    }
    return { record, content };
  }

  async *#counted(dump: PreparedDump): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of dump.stream()) {
      this.#bytesDone += chunk.length;
      const done = { bytesDone: this.#bytesDone, current: dump.name };
      this.#run.reporter.onProgress({ ...IDLE, ...done, phase: 'dumping' });
      yield chunk;
    }
  }

  async #earlierRecords(): Promise<DumpRecord[]> {
    const { parents, repository, options, reporter, signal } = this.#run;
    const parent = parents.find(({ snapshot }) => !isIncomplete(snapshot));
    if (parent === undefined) return [];
    try {
      return await dumpRecordsOf(repository, parent, options.target, signal);
    } catch (error) {
      // It would only have told of a change: an old damage must not keep today's dump from being saved.
      if (signal.aborted) throw error;
      reporter.onWarning(
        `The dumps of snapshot ${parent.id.slice(0, 8)} can't be compared: ${String(error)}`,
      );
      return [];
    }
  }
}
