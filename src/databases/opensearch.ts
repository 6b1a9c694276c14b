import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type {
  Database,
  DatabaseContext,
  PreparedDump,
  RestoredDatabase,
  RestoreTerms,
  StoredDump,
} from './database.ts';
import type { DatabaseUrl } from './database-url.ts';
import type { DatabaseFindings, DrilledDatabase, Tampering } from './drilled.ts';
import { dumpNameOf } from './dump-name.ts';
import { asDumpFailure, Engine } from './engine.ts';
import type { Fingerprint } from './fingerprint.ts';
import { listFolder } from './folder-tar.ts';
import { type DumpContent, type OpensearchChoices, readOpensearchChoices } from './opensearch/choices.ts';
import {
  type ClusterFacts,
  chooseIndexes,
  type IndexState,
  readCluster,
  readStates,
} from './opensearch/cluster.ts';
import { OpensearchDump } from './opensearch/dump.ts';
import { readOpensearchFingerprint } from './opensearch/fingerprint.ts';
import { OpensearchClient } from './opensearch/http.ts';
import { readRepositoryRoots } from './opensearch/repository-roots.ts';
import {
  type ClusterSnapshot,
  newSnapshotName,
  readRepository,
  type SnapshotRepository,
  takeSnapshot,
} from './opensearch/snapshot.ts';
import type { DumpRecord } from './record.ts';

export const OPENSEARCH_SCHEMES: readonly string[] = ['opensearch', 'elasticsearch'];

/** `opensearch://user@host:port/repository?option=value`. @throws HoldfastError bad-input. */
export function opensearchDatabase(url: DatabaseUrl, env: NodeJS.ProcessEnv): Database & DrilledDatabase {
  return new Opensearch(url, readOpensearchChoices(url, env));
}

class Opensearch extends Engine<OpensearchChoices> implements Database, DrilledDatabase {
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    try {
      return [await this.#prepare(this.#clientOn(login, context), context)];
    } catch (error) {
      throw asDumpFailure(error, JSON.stringify(this.shown));
    }
  }

  async lookBeforeRestore(login: Host, _dump: StoredDump, context: DatabaseContext): Promise<void> {
    await readCluster(this.#clientOn(login, context));
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restoreOpensearch } = await import('./opensearch/restore.ts');
    const client = this.#clientOn(login, context);
    return restoreOpensearch({ client, choices: this.choices, dump, terms, context });
  }

  async compare(
    login: Host,
    record: DumpRecord,
    tampering: Tampering,
    context: DatabaseContext,
  ): Promise<DatabaseFindings | null> {
    const { compareIndexes } = await import('./opensearch/verify.ts');
    return compareIndexes(this.#clientOn(login, context), this.choices, record, tampering);
  }

  /** @param statement `GET /index/_count`: a path to get. */
  async ask(login: Host, _record: DumpRecord, statement: string, context: DatabaseContext): Promise<string> {
    const { ask } = await import('./opensearch/ask.ts');
    return ask(this.#clientOn(login, context), statement);
  }

  #clientOn(login: Host, { signal }: DatabaseContext): OpensearchClient {
    return new OpensearchClient(this.hostOf(login), this.choices.access, signal);
  }

  async #prepare(client: OpensearchClient, context: DatabaseContext): Promise<PreparedDump> {
    const facts = await readCluster(client);
    const repository = await readRepository(client, this.#requireRepository());
    const content = this.#contentOf(repository);
    const folder = content === 'files' ? await folderOf(client, repository) : null;
    const { open: indexes, closed } = await chooseIndexes(client, this.choices.indexes);
    for (const index of closed) {
      context.onWarning(
        `${displayText(index)}: it is closed, so that nobody can read it: it is not in the dump. Open it first, if it is to be saved.`,
      );
    }
    if (indexes.length === 0) {
      throw new HoldfastError(
        'dump-failed',
        `Cannot dump ${JSON.stringify(this.shown)}: the cluster has no open index whose name doesn't begin with a dot, expected one.`,
      );
    }
    const name =
      this.choices.name ??
      dumpNameOf(repository.name, content === 'files' ? 'snapshot.tar' : 'snapshot.json');
    const { snapshot, fingerprint, unsettled } = await this.#snapshot(
      client,
      { facts, repository, indexes, name },
      context,
    );
    const files = folder === null ? null : await this.#files(client, folder, snapshot);
    const { given } = this.choices;
    return new OpensearchDump({
      client,
      name,
      facts,
      snapshot,
      fingerprint,
      unsettled,
      files,
      options: given,
      context,
    });
  }

  /** The indexes are looked at before and after it: what was written meanwhile may be in it or not. */
  async #snapshot(
    client: OpensearchClient,
    what: {
      readonly facts: ClusterFacts;
      readonly repository: SnapshotRepository;
      readonly indexes: readonly string[];
      readonly name: string;
    },
    context: DatabaseContext,
  ): Promise<{ snapshot: ClusterSnapshot; fingerprint: Fingerprint; unsettled: readonly string[] }> {
    const { facts, repository, indexes } = what;
    const choices = this.choices;
    const before = await readStates(client, indexes);
    const wanted = { repository: repository.name, name: newSnapshotName(what.name), indexes };
    const snapshot = await takeSnapshot(client, wanted, choices.timeLimitMs);
    const { fingerprint, notRead } = await readOpensearchFingerprint(client, {
      states: before,
      choices,
      facts,
    });
    const after = await readStates(client, indexes);
    const changed = indexes.filter((index) => !isSame(before.get(index), after.get(index)));
    context.onInfo(
      `snapshot ${snapshot.name} of ${indexes.length} indexes in the repository ${repository.name} (${repository.type}) ` +
        `of ${facts.distribution} ${facts.version}`,
    );
    for (const index of notRead) {
      context.onWarning(
        `${displayText(index)}: its documents are only counted: the cluster reads none by a script.`,
      );
    }
    for (const index of changed) {
      context.onWarning(
        `${displayText(index)}: it was written while the snapshot was taken: nothing of it is compared after a restore. Hold the ` +
          'application meanwhile (--before, --after).',
      );
    }
    return { snapshot, fingerprint: onlyCounted(fingerprint, changed), unsettled: changed };
  }

  /** The whole folder: earlier snapshots of ours are in it, too, till this one is saved. */
  async #files(
    client: OpensearchClient,
    folder: string,
    snapshot: ClusterSnapshot,
  ): Promise<{ folder: string; paths: Awaited<ReturnType<typeof listFolder>> }> {
    const paths = await listFolder(
      client.host,
      folder,
      `read the snapshot repository's folder`,
      client.signal,
    );
    if (paths.some((path) => path === `snap-${snapshot.uuid}.dat`)) return { folder, paths };
    throw new HoldfastError(
      'dump-failed',
      `Cannot dump the files of ${snapshot.repository}: the snapshot isn't in ${JSON.stringify(displayText(folder))} on "${client.host.name}", ` +
        'expected snap-….dat there. Run on a host that has the repository’s folder, as an account that may read it (?as=opensearch), or ' +
        'keep the files where they are: ?content=reference.',
    );
  }

  #contentOf({ type, name }: SnapshotRepository): DumpContent {
    const isFolder = type === 'fs';
    const content = this.choices.content ?? (isFolder ? 'files' : 'reference');
    if (content === 'reference' || isFolder) return content;
    throw new HoldfastError(
      'bad-input',
      `Cannot dump the files of the snapshot repository ${name}: its type is ${type}, expected fs. Leave the option content out.`,
    );
  }

  #requireRepository(): string {
    const { repository } = this.choices;
    if (repository !== null) return repository;
    throw new HoldfastError(
      'bad-input',
      `Cannot dump ${JSON.stringify(this.shown)}: expected the name of a registered snapshot repository after the host: ` +
        'opensearch://user@localhost:9200/backups.',
    );
  }
}

/** A location that isn't absolute is below the first folder that the cluster allows. */
async function folderOf(client: OpensearchClient, { location }: SnapshotRepository): Promise<string> {
  if (location.startsWith('/')) return location;
  const [root = ''] = await readRepositoryRoots(client);
  return `${root}/${location}`;
}

function isSame(a: IndexState | undefined, b: IndexState | undefined): boolean {
  return a !== undefined && a.uuid === b?.uuid && a.sequence === b.sequence && a.documents === b.documents;
}

/** What was written meanwhile has a count, for whoever looks at what has shrunk, but none to compare with. */
function onlyCounted(fingerprint: Fingerprint, indexes: readonly string[]): Fingerprint {
  const tables = { ...fingerprint.tables };
  for (const name of indexes.map(displayText))
    tables[name] = { rows: tables[name]?.rows ?? 0, checksum: null };
  return { ...fingerprint, tables };
}
