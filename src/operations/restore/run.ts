import { type ByteString, display } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Phase, Reporter } from '../progress.ts';
import { Destination } from './destination.ts';
import type { HostFacts } from './host-facts.ts';
import type { RestoreOptions } from './options.ts';
import type { Owners } from './owners.ts';
import type { SentCounts } from './send.ts';
import type { RestoreSource } from './source.ts';
import type { SourcePlace } from './source-place.ts';
import { StagedNodes } from './staged-nodes.ts';

export interface RunParts {
  readonly host: Host;
  readonly repository: BlobSource;
  readonly options: RestoreOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly facts: HostFacts;
  readonly owners: Owners;
  readonly source: RestoreSource;
  /** See `restoreKey`. */
  readonly key: string;
  /** Where what is restored lies, if that is on the host. */
  readonly sourcePlace: SourcePlace | null;
}

/** Everything that the steps of one restore share, and how far it is. */
export class RestoreRun implements Omit<RunParts, 'sourcePlace'> {
  readonly host: Host;
  readonly repository: BlobSource;
  readonly options: RestoreOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly facts: HostFacts;
  readonly owners: Owners;
  readonly source: RestoreSource;
  readonly key: string;
  readonly destination: Destination;
  readonly nodes: StagedNodes;
  readonly counts: SentCounts = { files: 0, folders: 0, others: 0, bytes: 0 };
  /** What is to be staged, once it is planned. */
  readonly planned = { files: 0, links: 0, bytes: 0 };
  /** Of it: what an earlier run has sent. */
  readonly resumed = { files: 0, bytes: 0 };
  readonly #verified = { files: 0, bytes: 0 };

  constructor(parts: RunParts) {
    this.host = parts.host;
    this.repository = parts.repository;
    this.options = parts.options;
    this.reporter = parts.reporter;
    this.signal = parts.signal;
    this.facts = parts.facts;
    this.owners = parts.owners;
    this.source = parts.source;
    this.key = parts.key;
    this.nodes = new StagedNodes(parts.facts.uid, parts.facts.unpacker);
    this.destination = new Destination(parts.host, parts.facts, parts.signal, parts.sourcePlace);
  }

  progress(phase: Phase, current: ByteString): void {
    const files = this.counts.files + this.resumed.files;
    const bytes = this.counts.bytes + this.resumed.bytes;
    this.#report(phase, { files, bytes }, { files: this.planned.files, current: display(current) });
  }

  startVerifying(): void {
    Object.assign(this.#verified, { files: 0, bytes: 0 });
    this.#reportVerified();
  }

  #reportVerified(): void {
    // Each file is read by one of its names.
    const { files, links } = this.planned;
    this.#report('verifying', this.#verified, { files: files - links, current: '' });
  }

  onVerified(files: number, bytes: number): void {
    this.#verified.files += files;
    this.#verified.bytes += bytes;
    this.#reportVerified();
  }

  #report(
    phase: Phase,
    done: { files: number; bytes: number },
    { files, current }: { files: number; current: string },
  ): void {
    this.reporter.onProgress({
      phase,
      filesDone: done.files,
      bytesDone: done.bytes,
      filesTotal: files,
      bytesTotal: this.planned.bytes,
      current,
    });
  }
}
