import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { folderTar } from '../folder-tar.ts';
import type { DumpRecord } from '../record.ts';
import { ToolMessages } from '../tool-output.ts';
import type { DoltClient } from './client.ts';
import type { DoltFacts } from './server.ts';

export const CONFIG_NAME = 'dolt-config.tar';
const WHAT = 'dump the configuration files';

/** What lies beside the databases and isn't theirs: no SQL and no backup of Dolt's holds it. */
export class DoltConfigDump implements PreparedDump {
  readonly name = CONFIG_NAME;
  readonly isPinned = true;
  readonly #client: DoltClient;
  readonly #facts: DoltFacts;
  readonly #files: readonly ByteString[];
  readonly #context: DatabaseContext;
  readonly #messages = new ToolMessages();
  readonly #closing = new AbortController();
  #sizeBytes = 0;

  constructor(client: DoltClient, facts: DoltFacts, files: readonly ByteString[], context: DatabaseContext) {
    this.#client = client;
    this.#facts = facts;
    this.#files = files;
    this.#context = context;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const signal = AbortSignal.any([this.#context.signal, this.#closing.signal]);
    const { host } = this.#client;
    const tar = folderTar({
      host,
      folder: '/',
      files: this.#files,
      messages: this.#messages,
      signal,
      what: WHAT,
    });
    for await (const chunk of tar) {
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
  }

  record(): DumpRecord {
    return {
      name: this.name,
      engine: 'dolt',
      database: null,
      format: 'config',
      tool: `dolt ${this.#facts.tool}`,
      size_bytes: this.#sizeBytes,
      pinned: true,
      proof: 'deferred',
      options: [],
      warnings: this.#messages.lines,
      fingerprint: null,
      restore: { files: String(this.#files.length) },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }
}

/**
 * The files that `paths` are or hold; in the folder of databases, if that is known, those of the server and of each database
 * that aren't data. With a relative `data_dir` Dolt keeps branch control in a folder of the same name below it: it is found
 * wherever it is.
 * @returns paths from `/`, without it.
 * @throws HoldfastError bad-input for one that isn't there.
 */
export async function listConfigFiles(
  client: DoltClient,
  paths: readonly string[],
  dataFolder: string | null,
  context: DatabaseContext,
): Promise<ByteString[]> {
  const files: string[] = [];
  if (paths.length > 0)
    files.push(...(await find(client, `find -L ${quoteAll(paths.map(fromText))} -type f -print`)));
  if (dataFolder !== null) {
    const [folder = ''] = [quoteAll([fromText(dataFolder)])];
    const own = await find(
      client,
      `find ${folder} -type d \\( -name noms -o -name temptf -o -name stats -o -name .dolt_dropped_databases \\) -prune -o -type f ` +
        `\\( -path '*/.doltcfg/*' -o -path '*/.dolt/config.json' -o -path '*/.dolt/repo_state.json' \\) -print
       root=\${DOLT_ROOT_PATH:-$HOME}/.dolt
       for f in "$root/config_global.json" "$root"/creds/*; do [ -f "$f" ] && printf '%s\\n' "$f"; done; true`,
    );
    files.push(...own);
    const stray = own.find(
      (path) => path.endsWith('/branch_control.db') && path !== `${dataFolder}/.doltcfg/branch_control.db`,
    );
    if (stray !== undefined) {
      context.onWarning(
        `Branch control lies in ${JSON.stringify(stray)}, where Dolt won't find it when it starts again: the data_dir is a relative path. ` +
          'Make it an absolute one. The dump of the users has its rows.',
      );
    }
  }
  return [...new Set(files)].sort().map((path) => path.replace(/^\/+/, '') as ByteString);
}

async function find(client: DoltClient, script: string): Promise<string[]> {
  try {
    const { stdout } = await runSuccessfully(client.host, 'look for configuration files', script, {
      signal: client.signal,
    });
    return stdout
      .toString('latin1')
      .split('\n')
      .filter((path) => path !== '');
  } catch (cause) {
    if (!(cause instanceof HoldfastError) || cause.code !== 'command-failed') throw cause;
    throw new HoldfastError('dump-failed', `${cause.message} Look at the options config and data-dir.`, {
      cause,
    });
  }
}
