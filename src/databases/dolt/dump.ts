import { displayText } from '../../bytestring.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { dumpNameOf } from '../dump-name.ts';
import { folderTar, listFolder } from '../folder-tar.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import { ToolMessages } from '../tool-output.ts';
import { removeFolder } from '../work-folder.ts';
import type { DoltClient } from './client.ts';
import type { DoltFacts } from './server.ts';
import { backupFolder, type StagedBackup } from './staging.ts';
import { fingerprintOf } from './state.ts';

export interface DoltDumpPlan {
  readonly client: DoltClient;
  readonly facts: DoltFacts;
  readonly staged: StagedBackup;
  readonly name: string | null;
  readonly context: DatabaseContext;
}

/** One database's backup, as a tar of the files that are a whole backup of Dolt's own: `dolt backup restore file://…` takes them. */
export class DoltDump implements PreparedDump {
  readonly name: string;
  readonly isPinned = true;
  readonly #plan: DoltDumpPlan;
  readonly #messages = new ToolMessages();
  readonly #closing = new AbortController();
  #sizeBytes = 0;

  constructor(plan: DoltDumpPlan) {
    this.#plan = plan;
    this.name = plan.name ?? dumpNameOf(plan.staged.outline.database, 'dolt.tar');
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const { client, staged, context } = this.#plan;
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    const what = `dump the database ${quoted(staged.outline.database)}`;
    const folder = backupFolder(staged.mirror);
    const files = await listFolder(client.host, folder, what, signal);
    const tar = folderTar({ host: client.host, folder, files, messages: this.#messages, signal, what });
    for await (const chunk of tar) {
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
  }

  record(): DumpRecord {
    const { facts, staged } = this.#plan;
    const { outline, state, stagingBytes, isOfServer } = staged;
    return {
      name: this.name,
      engine: 'dolt',
      database: outline.database,
      format: 'backup',
      tool: `dolt ${facts.tool}`,
      size_bytes: this.#sizeBytes,
      pinned: true,
      // Dolt itself has opened the copy and told the same of it as the server.
      proof: isOfServer ? 'counted' : 'deferred',
      options: [],
      warnings: this.#messages.lines,
      fingerprint: fingerprintOf(state, {
        'server version': facts.version,
        'default branch': displayText(outline.defaultBranch),
        'staging in bytes': String(stagingBytes),
      }),
      restore: {
        server_version: facts.version,
        default_branch: outline.defaultBranch,
        outline: JSON.stringify({ branches: outline.branches, tables: outline.tables }),
        remotes: JSON.stringify(outline.remotes),
      },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await removeFolder(this.#plan.client.host, this.#plan.staged.mirror, this.#plan.context.signal);
  }
}
