import { type ByteString, display, displayText, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { baseName, joinPath, parentPath } from '../../files/paths.ts';
import { lookAt, saysVanished } from '../../files/second-look.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { HostFacts } from './host-facts.ts';
import type { SourcePlace } from './source-place.ts';
import { STAGING_PREFIX, UNDO_PREFIX } from './workspace-name.ts';

/** A folder at the destination that stays, and in which entries are swapped. */
export interface StandingFolder {
  readonly path: ByteString;
  /** The same without symlinks. */
  readonly physical: ByteString;
  /** `device:inode`: every later script that enters it by its path makes sure that it is still this one. */
  readonly identity: string;
  readonly writable: boolean;
  /** Null on filesystems that don't count their blocks (ramfs, some of FUSE). */
  readonly freeBytes: number | null;
  /** Null on filesystems that make inodes as they need them. */
  readonly freeInodes: number | null;
  /** Undo folders in it. */
  readonly undoable: readonly ByteString[];
  /** Those of them whose swap was begun and not ended. */
  readonly unfinished: readonly ByteString[];
  /** Staging folders in it. */
  readonly staged: readonly ByteString[];
}

const LIMIT_BYTES = 64 * 1024 * 1024;
const PATHS_PER_VISIT = 5000;

/**
 * For each folder: its own path, where it really is, identity, whether we may write, free space, unfinished undo
 * folders, staging folders, and an empty part. A folder that can't be entered gives nothing.
 */
const VISIT = `xargs -0 -r -n 200 sh -c 'for p; do (
cd -P -- "$p" 2>/dev/null || exit
if [ -w . ]; then w=yes; else w=no; fi
printf "%s\\0%s\\0%s %s %s\\0" "$p" "$PWD" "$(stat -c %d:%i .)" $w "$(stat -f -c "%a %S %d %c %b" .)"
for u in ${UNDO_PREFIX}*; do
  if [ -O "$u" ] && [ -f "$u/journal" ]; then
    if [ -e "$u/done" ]; then printf "done %s\\0" "$u"; else printf "open %s\\0" "$u"; fi
  fi
done
for u in ${STAGING_PREFIX}*; do if [ -O "$u" ] && [ -d "$u" ]; then printf "%s\\0" "$u"; fi; done
printf "\\0"
); done' _`;

/** What stands where a restore is to write. Nothing is looked at twice. */
export class Destination {
  readonly facts: HostFacts;
  readonly host: Host;
  readonly source: SourcePlace | null;
  readonly #signal: AbortSignal | undefined;
  readonly #entries = new Map<ByteString, ListedEntry | null>();
  readonly #folders = new Map<ByteString, StandingFolder | null>();
  readonly #ledTo = new Map<ByteString, ByteString>();

  /** @param source Where what is restored lies, if that is on this host. */
  constructor(
    host: Host,
    facts: HostFacts,
    signal: AbortSignal | undefined,
    source: SourcePlace | null = null,
  ) {
    this.source = source;
    this.host = host;
    this.facts = facts;
    this.#signal = signal;
  }

  /** Makes `entry` answer for each of `paths`. */
  async lookAt(paths: Iterable<ByteString>): Promise<void> {
    const unknown = [...new Set(paths)].filter((path) => !this.#entries.has(path));
    if (unknown.length === 0) return;
    for (let at = 0; at < unknown.length; at += PATHS_PER_VISIT) {
      const batch = unknown.slice(at, at + PATHS_PER_VISIT);
      const { entries, failures } = await lookAt(this.host, batch, {
        reader: this.facts.reader,
        signal: this.#signal,
      });
      for (const path of batch) this.#entries.set(path, entries.get(path) ?? null);
      for (const [path, message] of failures)
        if (!saysVanished(message)) throw this.#hidden(path, message.reason);
    }
  }

  #hidden(path: ByteString, reason: string): HoldfastError {
    return new HoldfastError(
      'no-permission',
      `Cannot look at "${display(path)}" on ${this.host.name}: ${displayText(reason)}. Connect as a user who may, such as root, or restore elsewhere with --target.`,
    );
  }

  /** What stands at a path that was looked at; null: nothing. */
  entry(path: ByteString): ListedEntry | null {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw new HoldfastError('internal', `Nobody looked at "${display(path)}".`);
    return entry;
  }

  /** `device:inode` of what is known to stand at a path, and of the folder that it leads to. */
  identitiesAt(path: ByteString): string[] {
    const entry = this.#entries.get(path) ?? null;
    const folder = this.#folders.get(path) ?? null;
    return [
      ...(entry === null ? [] : [`${entry.device}:${entry.inode}`]),
      ...(folder === null ? [] : [folder.identity]),
    ];
  }

  /** Makes `folder` answer for each of `paths`, symlinks followed. */
  async visit(paths: Iterable<ByteString>): Promise<void> {
    const unknown = [...new Set(paths)].filter((path) => !this.#folders.has(path));
    for (let at = 0; at < unknown.length; at += PATHS_PER_VISIT) {
      const batch = unknown.slice(at, at + PATHS_PER_VISIT);
      const stdin = Buffer.from(`${batch.join('\0')}\0`, 'latin1');
      const { stdout } = await runToEnd(this.host, VISIT, {
        stdin,
        limitBytes: LIMIT_BYTES,
        signal: this.#signal,
      });
      const found = parseVisits(fromBytes(stdout));
      for (const path of batch) this.#folders.set(path, found.get(path) ?? null);
    }
  }

  /** The folder at a path that was visited; null if there is none that we may enter. */
  folder(path: ByteString): StandingFolder | null {
    const folder = this.#folders.get(path);
    if (folder === undefined) throw new HoldfastError('internal', `Nobody visited "${display(path)}".`);
    return folder;
  }

  /** All folders that were visited and may be entered. */
  get visited(): StandingFolder[] {
    return [...this.#folders.values()].filter((folder) => folder !== null);
  }

  /** The names in a folder, in no order. @throws HoldfastError command-failed if it can't be read. */
  async namesIn(path: ByteString): Promise<ByteString[]> {
    const script = `cd -P -- ${quote(path)} && find . -mindepth 1 -maxdepth 1 -print0`;
    const what = `list "${display(path)}"`;
    const options = { limitBytes: LIMIT_BYTES, signal: this.#signal };
    const { stdout } = await runSuccessfully(this.host, what, script, options);
    return fromBytes(stdout)
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => baseName(name as ByteString));
  }

  /**
   * Where `path` (absolute, clean) leads, every symlink on the way followed by hand, those behind others too. One that
   * somebody else made is refused: it would lead a restore, which often runs as root, wherever they want. Those of
   * root and our own are part of the system (`/var/run`).
   * @throws HoldfastError restore-unsafe.
   */
  async follow(path: ByteString): Promise<ByteString> {
    const ahead = componentsOf(path).reverse();
    let at = '/' as ByteString;
    let symlinks = 0;
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      if (name === '..') at = parentPath(at);
      else {
        const next = joinPath(at, name);
        await this.lookAt([next]);
        const entry = this.entry(next);
        if (entry?.type !== 'symlink') at = next;
        else {
          this.#assertTrusted(entry);
          if (++symlinks > MAX_SYMLINKS) throw loop(path);
          if (entry.linkTarget.startsWith('/')) at = '/' as ByteString;
          ahead.push(...componentsOf(entry.linkTarget).reverse());
        }
      }
    }
    this.#ledTo.set(path, at);
    return at;
  }

  /** Where `follow` found that the symlink at `path` leads; null if it wasn't asked. */
  ledTo(path: ByteString): ByteString | null {
    return this.#ledTo.get(path) ?? null;
  }

  #assertTrusted({ path, uid, linkTarget }: ListedEntry): void {
    if (uid === 0 || uid === this.facts.uid) return;
    throw new HoldfastError(
      'restore-unsafe',
      `Cannot restore through "${display(path)}": it is a symlink to "${display(linkTarget)}" that belongs to user ${uid}, expected one of root's or our own. Remove it, or restore to another folder with --target.`,
    );
  }
}

/** As many as Linux follows. */
const MAX_SYMLINKS = 40;

function loop(path: ByteString): HoldfastError {
  return new HoldfastError(
    'restore-unsafe',
    `Cannot restore through "${display(path)}": it leads through more than ${MAX_SYMLINKS} symlinks. Remove some, or restore to another folder with --target.`,
  );
}

function componentsOf(path: ByteString): ByteString[] {
  return path.split('/').filter((name) => name !== '' && name !== '.') as ByteString[];
}

function parseVisits(text: string): Map<ByteString, StandingFolder> {
  const found = new Map<ByteString, StandingFolder>();
  const parts = text.split('\0') as ByteString[];
  for (let i = 0; i + 2 < parts.length; ) {
    const [path, physical, facts] = parts.slice(i, i + 3) as [ByteString, ByteString, ByteString];
    const end = parts.indexOf('' as ByteString, i + 3);
    const own = parts.slice(i + 3, end);
    const [identity = '', writable, free, blockSize, freeInodes, inodes, blocks] = facts.split(' ');
    found.set(path, {
      path,
      physical,
      identity,
      writable: writable === 'yes',
      freeBytes: Number(blocks) === 0 ? null : Number(free) * Number(blockSize),
      freeInodes: Number(inodes) === 0 ? null : Number(freeInodes),
      undoable: [...named(own, 'done '), ...named(own, 'open ')],
      unfinished: named(own, 'open '),
      staged: named(own, ''),
    });
    i = end + 1;
  }
  return found;
}

function named(own: readonly ByteString[], state: 'done ' | 'open ' | ''): ByteString[] {
  return own
    .filter((name) => name.startsWith(`${state}.`))
    .map((name) => name.slice(state.length) as ByteString);
}
