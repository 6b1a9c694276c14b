import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName } from '../../files/paths.ts';
import { type ComparisonVisitor, compareListing } from './compare.ts';
import type { Destination } from './destination.ts';
import { linkedFile } from './hard-links.ts';
import { listFolder, literalPattern } from './list-folder.ts';
import type { Owners } from './owners.ts';
import { type Plan, Stay } from './plan.ts';
import type { FolderChild, StandingPolicy } from './plan-swap.ts';
import { differences, isUntouched } from './same-entry.ts';
import type { SourceChild } from './source-folder.ts';
import { isOwnFolder, OWN_FOLDER_PATTERNS } from './workspace-name.ts';

/** restic's words: when an existing file is replaced. */
export type InPlaceOverwrite = 'if-changed' | 'if-newer' | 'never';

export interface InPlaceOptions {
  readonly overwrite: InPlaceOverwrite;
  readonly owners: Owners;
  /** Whether something that the snapshot doesn't have, in a folder that is restored, is to go. */
  readonly isToGo: (entry: ListedEntry) => boolean;
  readonly destination: Destination;
  readonly signal: AbortSignal | undefined;
}

/** What was found to be as it should. */
export interface UnchangedCounts {
  files: number;
  bytes: number;
}

interface LinkGroup {
  readonly members: { stay: Stay; name: ByteString }[];
  readonly inodes: Set<string>;
  differs: boolean;
}

/** The policy of a restore in place: what stands there is compared, and only what differs is sent. */
export class InPlacePolicy implements StandingPolicy {
  /** What is extra is found by comparing. */
  readonly isToGo = null;
  readonly unchanged: UnchangedCounts = { files: 0, bytes: 0 };
  /** Files that stand there otherwise than saved, and stay: `never`, and what isn't older. */
  leftFiles = 0;
  readonly #options: InPlaceOptions;
  readonly #pseudo: ReadonlySet<ByteString>;
  readonly #leftOut: readonly string[];
  readonly #links = new Map<string, LinkGroup>();

  constructor(options: InPlaceOptions) {
    this.#options = options;
    const { pseudo } = options.destination.facts.mounts;
    this.#pseudo = new Set(pseudo);
    this.#leftOut = [...OWN_FOLDER_PATTERNS, ...pseudo.map((path) => `${literalPattern(path)}/*`)];
  }

  async folder(child: FolderChild, path: ByteString, entry: ListedEntry): Promise<Plan> {
    const { destination, overwrite, signal } = this.#options;
    if (entry.type !== 'dir') return overwrite === 'never' ? new Stay(child.folder, null) : 'replace';
    await destination.visit([path]);
    const root = this.#stay(child, entry);
    const listing = listFolder(destination.host, path, {
      reader: destination.facts.reader,
      leaveOut: this.#leftOut,
      signal,
    });
    await compareListing(listing, path, { folder: child.folder, kept: root }, this.#visitor());
    return root;
  }

  other(child: SourceChild, stay: Stay, entry: ListedEntry): Plan | null {
    const replace = this.#isToBeReplaced(child, entry);
    if (!replace && this.#options.overwrite === 'if-changed' && !isUntouched(child.node, entry))
      stay.doubtful.add(child.node.name);
    this.#noteLink(stay, child, replace ? null : entry);
    return replace ? 'replace' : null;
  }

  /** For what turned out to differ when all had been compared. */
  replace(child: SourceChild, stay: Stay): void {
    const { node } = child;
    stay.changes.set(node.name, 'replace');
    this.#noteLink(stay, child, null);
    if (node.type !== 'file') return;
    this.unchanged.files--;
    this.unchanged.bytes -= Number(node.sizeBytes);
  }

  absent(child: SourceChild, stay: Stay): void {
    this.#noteLink(stay, child, null);
  }

  #visitor(): ComparisonVisitor<Stay> {
    return {
      folder: (kept, child, entry) => {
        if (this.#pseudo.has(entry.path)) return null;
        const stay = this.#stay(child as FolderChild, entry);
        kept.changes.set(child.node.name, stay);
        return stay;
      },
      entry: (kept, child, entry) => {
        const plan = this.other(child, kept, entry);
        if (plan !== null) kept.changes.set(child.node.name, plan);
      },
      missing: (kept, child) => {
        kept.changes.set(child.node.name, 'create');
        this.absent(child, kept);
      },
      extra: (kept, entry) => {
        const name = baseName(entry.path);
        if (!isOwnFolder(name) && this.#options.isToGo(entry)) kept.changes.set(name, 'remove');
      },
    };
  }

  #stay(child: FolderChild, entry: ListedEntry): Stay {
    const isOwn = child.picks === 'whole' || child.picks.own;
    const own = isOwn && this.#options.overwrite !== 'never' ? { node: child.node, entry } : null;
    return new Stay(child.folder, own);
  }

  #isToBeReplaced({ node }: SourceChild, entry: ListedEntry): boolean {
    const { overwrite, owners, destination } = this.#options;
    const { isTime } = destination.facts.unpacker;
    const isChanged = differences(node, entry, { owner: owners.of(node), isTime }).length > 0;
    const replace =
      isChanged && (overwrite === 'if-changed' || (overwrite === 'if-newer' && node.mtimeNs > entry.mtimeNs));
    if (replace || node.type !== 'file') return replace;
    if (isChanged) {
      this.leftFiles++;
    } else {
      this.unchanged.files++;
      this.unchanged.bytes += Number(node.sizeBytes);
    }
    return false;
  }

  #noteLink(stay: Stay, { node }: SourceChild, entry: ListedEntry | null): void {
    const file = linkedFile(node);
    if (file === null || this.#options.overwrite !== 'if-changed') return;
    const group = this.#links.get(file) ?? { members: [], inodes: new Set(), differs: false };
    this.#links.set(file, group);
    group.members.push({ stay, name: node.name });
    if (entry === null) group.differs = true;
    else group.inodes.add(`${entry.device}:${entry.inode}`);
  }

  /**
   * To be called once all is compared. One name of a file can't be replaced alone: the others would go on naming the
   * old one.
   */
  keepLinksTogether(): void {
    for (const { members, inodes, differs } of this.#links.values()) {
      if (!differs && inodes.size < 2) continue;
      for (const { stay, name } of members) if (!stay.changes.has(name)) stay.changes.set(name, 'replace');
    }
  }
}
