import type { ByteString } from '../../bytestring.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { folderTar } from '../folder-tar.ts';
import type { DumpRecord } from '../record.ts';
import { ToolMessages } from '../tool-output.ts';
import type { DumpContent } from './choices.ts';
import type { ClusterFacts } from './cluster.ts';
import type { OpensearchClient } from './http.ts';
import { type ClusterSnapshot, removeEarlier } from './snapshot.ts';

export const OPENSEARCH_ENGINE = 'opensearch';

export interface OpensearchDumpPlan {
  readonly client: OpensearchClient;
  readonly name: string;
  readonly facts: ClusterFacts;
  readonly snapshot: ClusterSnapshot;
  readonly fingerprint: Fingerprint;
  /** Indexes that were written while the snapshot was taken. */
  readonly unsettled: readonly string[];
  /** The repository's folder and what lies there; null: the dump is a reference. */
  readonly files: { readonly folder: string; readonly paths: readonly ByteString[] } | null;
  readonly options: readonly string[];
  readonly context: DatabaseContext;
}

/** A snapshot that the cluster has taken: the tar of its repository's folder, or a file that says which one it is. */
export class OpensearchDump implements PreparedDump {
  readonly name: string;
  readonly isPinned = true;
  readonly #plan: OpensearchDumpPlan;
  readonly #messages = new ToolMessages();
  readonly #closing = new AbortController();
  #sizeBytes = 0;

  constructor(plan: OpensearchDumpPlan) {
    this.#plan = plan;
    this.name = plan.name;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.#content()) {
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
  }

  async *#content(): AsyncGenerator<Uint8Array, void, undefined> {
    const { client, snapshot, files, context } = this.#plan;
    if (files === null) {
      yield Buffer.from(`${JSON.stringify(snapshot, null, 2)}\n`, 'utf8');
      return;
    }
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    const what = `dump the snapshot ${snapshot.name}`;
    const { folder, paths } = files;
    yield* folderTar({ host: client.host, folder, files: paths, messages: this.#messages, signal, what });
  }

  record(): DumpRecord {
    const { facts, snapshot, fingerprint, unsettled, files, options } = this.#plan;
    const content: DumpContent = files === null ? 'reference' : 'files';
    return {
      name: this.name,
      engine: OPENSEARCH_ENGINE,
      database: facts.clusterName,
      format: content,
      tool: `${facts.distribution} ${facts.version}`,
      size_bytes: this.#sizeBytes,
      pinned: true,
      // SUCCESS and no failed shard is the cluster's own word; that it can be read back, only a restore proves.
      proof: 'deferred',
      options,
      warnings: this.#messages.lines,
      fingerprint,
      restore: {
        repository: snapshot.repository,
        snapshot: snapshot.name,
        uuid: snapshot.uuid,
        indexes: JSON.stringify(snapshot.indexes),
        unsettled: JSON.stringify(unsettled),
        server_version: facts.version,
        distribution: facts.distribution,
      },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  /** Our earlier snapshots in the same repository: what only they hold is in earlier dumps. Of a reference they are the dump. */
  async giveUpEarlier(): Promise<void> {
    const { client, snapshot, files, context } = this.#plan;
    if (files === null) return;
    try {
      const removed = await removeEarlier(client, snapshot, this.name);
      if (removed > 0)
        context.onInfo(`removed ${removed} earlier snapshots of ours from ${snapshot.repository}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      context.onWarning(`Earlier snapshots of ours are left in ${snapshot.repository}: ${reason}`);
    }
  }
}
