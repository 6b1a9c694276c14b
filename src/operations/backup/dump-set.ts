import { displayText } from '../../bytestring.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { withSmallYoungGeneration } from '../young-generation.ts';
import { type SavedContent, saveContent } from './content.ts';
import { changeOf, DEFAULT_SHRINK_LIMIT } from './dump-change.ts';
import { dumpRecordsOf } from './dump-records.ts';
import { DumpStreams } from './dump-streams.ts';
import type { DumpResult } from './result.ts';
import type { BackupRun } from './run.ts';
import type { SavedDump } from './saved-dump.ts';

/** The dumps of one backup, in its repository. */
export class DumpSet {
  readonly #run: BackupRun;
  readonly #streams: DumpStreams<SavedContent>;

  constructor(run: BackupRun) {
    this.#run = run;
    this.#streams = new DumpStreams(run, async (_name, content) => {
      const { saved } = await saveContent(run.repository, content, run.signal);
      const stored = await saved();
      return { stored, sizeBytes: stored.sizeBytes };
    });
  }

  /** See DumpStreams. */
  pin(): Promise<void> {
    return this.#streams.pin();
  }

  // Of a stream each read is a buffer: what its source doesn't give back waits for the young generation to be looked through.

  saveUnpinned(): Promise<void> {
    return withSmallYoungGeneration(() => this.#streams.saveUnpinned());
  }

  savePinned(): Promise<void> {
    return withSmallYoungGeneration(() => this.#streams.savePinned());
  }

  /** See DumpStreams. */
  giveUpEarlier(): Promise<void> {
    return this.#streams.giveUpEarlier();
  }

  close(): Promise<void> {
    return this.#streams.close();
  }

  /** What the tools have sent. */
  get bytesRead(): number {
    return this.#streams.bytesRead;
  }

  get saved(): readonly SavedDump[] {
    return this.#streams.saved.map(({ record, stored }) => ({ record, content: stored }));
  }

  /** What was saved, compared with what the last snapshot of the target has under the same name; a shrink is told. */
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

  async #earlierRecords(): Promise<DumpRecord[]> {
    const { last, repository, options, reporter, signal } = this.#run;
    if (last === null) return [];
    try {
      return await dumpRecordsOf(repository, last, options.target, signal);
    } catch (error) {
      // It would only have told of a change: an old damage must not keep today's dump from being saved.
      if (signal.aborted) throw error;
      reporter.onWarning(`The dumps of snapshot ${last.id.slice(0, 8)} can't be compared: ${String(error)}`);
      return [];
    }
  }
}
