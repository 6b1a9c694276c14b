import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath } from '../../files/paths.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { type HostFacts, readHostFacts } from '../restore/host-facts.ts';
import { listFolder } from '../restore/list-folder.ts';
import { Owners } from '../restore/owners.ts';
import { type RestoreSource, restoreSource } from '../restore/source.ts';
import type { SourceFolder } from '../restore/source-folder.ts';
import { StagedNodes } from '../restore/staged-nodes.ts';
import { verifyMetadata } from '../restore/verify.ts';
import { verifyContents } from '../restore/verify-contents.ts';
import type { Workspace } from '../restore/workspace.ts';

export interface FilesFindings {
  /** What isn't as it was saved, ready to show; empty: all is. */
  readonly differences: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

/** A file of the snapshot that holds something, and where it was restored. */
export interface RestoredFile {
  readonly path: ByteString;
  readonly node: Node;
}

/** The times that every filesystem for Linux keeps: ext4's, with 128 bytes an inode. Others may come back otherwise. */
const KEPT_TIMES_NS = { from: -(2n ** 31n) * 10n ** 9n, to: 2n ** 31n * 10n ** 9n };

/** How many files a drill looks at for one to tamper with. */
const MAX_CANDIDATES = 1000;

/** What was restored below a folder of a host, and what the snapshot says of it. */
export class RestoredFiles {
  readonly host: Host;
  readonly folder: ByteString;
  /** Whether owners can be compared: only root could give files to them. */
  readonly hasOwners: boolean;
  readonly totals: RestoreSource['totals'];
  readonly #repository: Repository;
  readonly #source: SourceFolder;
  readonly #facts: HostFacts;
  readonly #signal: AbortSignal;

  private constructor(
    host: Host,
    repository: Repository,
    parts: {
      folder: ByteString;
      source: SourceFolder;
      totals: RestoreSource['totals'];
      facts: HostFacts;
      signal: AbortSignal;
    },
  ) {
    this.host = host;
    this.folder = parts.folder;
    this.hasOwners = parts.facts.uid === 0;
    this.totals = parts.totals;
    this.#repository = repository;
    this.#source = parts.source;
    this.#facts = parts.facts;
    this.#signal = parts.signal;
  }

  /**
   * @param options.part The folder of the snapshot that was restored; default: all of it.
   * @param options.includeOwn Whether what Holdfast has added to the snapshot was restored, too.
   */
  static async open(
    host: Host,
    repository: Repository,
    options: { snapshot: StoredSnapshot; folder: ByteString; part?: ByteString; includeOwn: boolean },
    signal: AbortSignal,
  ): Promise<RestoredFiles> {
    const none = { includes: [], excludes: [], iincludes: [], iexcludes: [] };
    const { snapshot, folder, part = null, includeOwn } = options;
    const chosen = { ...none, snapshot, includeOwn, folder: part, target: folder };
    const { root, totals } = await restoreSource(repository, chosen, signal);
    const facts = await readHostFacts(host, signal);
    const source = await below(root, folder);
    return new RestoredFiles(host, repository, { folder, source, totals, facts, signal });
  }

  /**
   * Compares all that is below the folder with the snapshot: names, kinds, modes, owners, times and symlinks of all, and the
   * SHA-256 of what the files hold, as a restore verifies them.
   * @param only Hashes this file alone.
   */
  async compare(only: RestoredFile | null = null): Promise<FilesFindings> {
    const counts = { files: 0, bytes: 0 };
    const source = only === null ? this.#source : await this.#narrowed(only.path);
    const differences: string[] = [];
    const metadata = await mismatchOf(() => this.#compareMetadata());
    if (metadata !== null) differences.push(metadata);
    // What is missing can't be read: that is told already.
    const contents = await mismatchOf(() => this.#compareContents(source, counts)).catch((error: unknown) => {
      if (metadata === null || this.#signal.aborted) throw error;
      return null;
    });
    if (contents !== null) differences.push(contents);
    return { differences, ...counts };
  }

  /** Files that hold something, by the tree's order: some of them. */
  async candidates(): Promise<RestoredFile[]> {
    const found: RestoredFile[] = [];
    const folders = [this.#source];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const { node, folder: sub } of await folder.children()) {
        if (sub !== null) folders.push(sub);
        else if (node.type === 'file' && node.sizeBytes > 0n)
          found.push({ path: joinPath(folder.path, node.name), node });
        if (found.length === MAX_CANDIDATES) return found;
      }
    }
    return found;
  }

  async #compareMetadata(): Promise<void> {
    const { reader, unpacker, uid } = this.#facts;
    const doubts = await verifyMetadata({
      path: this.folder,
      folder: this.#source,
      owners: new Owners(uid === 0, null),
      nodes: new StagedNodes(0, unpacker),
      isTime: unpacker.isTime,
      listing: listFolder(this.host, this.folder, { reader, signal: this.#signal }),
    });
    const wrong = doubts.find(({ savedNs }) => savedNs > KEPT_TIMES_NS.from && savedNs < KEPT_TIMES_NS.to);
    if (wrong === undefined) return;
    throw new HoldfastError(
      'restore-mismatch',
      `"${display(wrong.path)}": its mtime is ${wrong.mtimeNs}, expected ${wrong.savedNs}`,
    );
  }

  async #compareContents(source: SourceFolder, counts: { files: number; bytes: number }): Promise<void> {
    const stat = `stat -c %d:%i -- ${quote(this.folder)}`;
    const { stdout } = await runSuccessfully(this.host, 'find the restored files', stat, {
      signal: this.#signal,
    });
    const identity = stdout.toString('latin1').trim();
    const workspace = { host: this.host, path: this.folder, identity } as Workspace;
    await verifyContents(
      workspace,
      { path: HERE, children: () => source.children() },
      {
        repository: this.#repository,
        hashTools: this.#facts.hashTools,
        hashes: new Map(),
        onVerified: (files, bytes) => {
          counts.files += files;
          counts.bytes += bytes;
        },
        signal: this.#signal,
      },
    );
  }

  /** The folder with nothing in it but the way to `path`, and that. */
  async #narrowed(path: ByteString): Promise<SourceFolder> {
    const narrow = (folder: SourceFolder): SourceFolder => ({
      path: folder.path,
      children: async () =>
        (await folder.children())
          .filter(({ node }) => {
            const here = joinPath(folder.path, node.name);
            return path === here || path.startsWith(`${here}/`);
          })
          .map((child) => ({ ...child, folder: child.folder === null ? null : narrow(child.folder) })),
    });
    return narrow(this.#source);
  }
}

const HERE = '.' as ByteString;

async function below(root: SourceFolder, path: ByteString): Promise<SourceFolder> {
  let folder = root;
  for (const name of path.split('/').filter(Boolean)) {
    const child = (await folder.children()).find(({ node }) => node.name === name)?.folder;
    if (child == null) throw new HoldfastError('internal', `The restore has no folder "${display(path)}".`);
    folder = child;
  }
  return folder;
}

/** Null: no mismatch. */
async function mismatchOf(compare: () => Promise<void>): Promise<string | null> {
  try {
    await compare();
    return null;
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== 'restore-mismatch') throw error;
    const [, told = error.message] =
      /it isn't what was saved\. (.*?)\.? Nothing was swapped in/s.exec(error.message) ?? [];
    return told;
  }
}
