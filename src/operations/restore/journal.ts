import { type ByteString, fromBytes, fromText, toBytes, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/**
 * What one workspace's swap will do, all of it written and synced before the first rename. The state of each step is
 * read from the folders themselves (see swap.ts), so a cut between any two renames can be finished or undone.
 *
 * JSON lines: a head, then batches of steps, folders' metadata, and `end` as the last line, without which the
 * journal is incomplete and nothing was swapped. Names that aren't UTF-8 stand as `{"base64":"…"}`.
 */
export interface JournalHead {
  readonly snapshotId: string;
  readonly timeNs: bigint;
  /** All workspaces of this restore, by their final names: each filesystem has one. */
  readonly workspaces: readonly ByteString[];
  /** The workspace that it lies in, by its final name, as it was. Null: earlier versions did not note it. */
  readonly at: JournalPlace | null;
}

export interface JournalPlace {
  readonly path: ByteString;
  /** `device:inode`. */
  readonly identity: string;
}

/** Names of one folder that are swapped (`place`) or only moved out of the way (`remove`). */
export interface SwapBatch {
  readonly kind: 'place' | 'remove';
  readonly parent: ByteString;
  /** `device:inode` of the parent. */
  readonly parentIdentity: string;
  readonly group: string;
  readonly names: readonly ByteString[];
}

/** A folder that stays, and whose own metadata is restored after its children were swapped. */
export interface FolderMetadata {
  readonly path: ByteString;
  readonly identity: string;
  readonly before: Metadata;
  readonly after: Metadata;
}

export interface Metadata {
  readonly permissions: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtimeNs: bigint;
}

export type JournalLine =
  | { readonly is: 'head'; readonly head: JournalHead }
  | { readonly is: 'swap'; readonly batch: SwapBatch }
  | { readonly is: 'folder'; readonly folder: FolderMetadata }
  | { readonly is: 'end'; readonly lines: number };

const VERSION = 1;

/** One line with its newline. */
export function encodeJournalLine(line: JournalLine): string {
  return `${JSON.stringify(jsonOf(line))}\n`;
}

function jsonOf(line: JournalLine): unknown {
  switch (line.is) {
    case 'head': {
      const { snapshotId, timeNs, workspaces, at } = line.head;
      const names = workspaces.map(encodeName);
      return {
        holdfastRestore: VERSION,
        snapshot: snapshotId,
        timeNs: String(timeNs),
        workspaces: names,
        at: at === null ? null : { path: encodeName(at.path), identity: at.identity },
      };
    }
    case 'swap': {
      const { kind, parent, parentIdentity, group, names } = line.batch;
      return { [kind]: names.map(encodeName), in: encodeName(parent), identity: parentIdentity, group };
    }
    case 'folder': {
      const { path, identity, before, after } = line.folder;
      return {
        folder: encodeName(path),
        identity,
        before: encodeMetadata(before),
        after: encodeMetadata(after),
      };
    }
    case 'end':
      return { end: line.lines };
  }
}

/** @throws HoldfastError restore-blocked if the line is none that `encodeJournalLine` writes. */
export function decodeJournalLine(text: string): JournalLine {
  try {
    return lineOf(JSON.parse(text) as Record<string, unknown>);
  } catch (error) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot read the journal of a restore: ${JSON.stringify(text.slice(0, 80))} is no line of it, expected JSON as Holdfast wrote it. What was in the way lies unharmed in the folder "old" beside the journal; move it back by hand.`,
      { cause: error },
    );
  }
}

function lineOf(json: Record<string, unknown>): JournalLine {
  if (json['holdfastRestore'] === VERSION) {
    const workspaces = list(json['workspaces']).map(decodeName);
    const timeNs = BigInt(string(json['timeNs']));
    const at = json['at'] == null ? null : decodePlace(json['at']);
    return { is: 'head', head: { snapshotId: string(json['snapshot']), timeNs, workspaces, at } };
  }
  if (json['end'] !== undefined) return { is: 'end', lines: number(json['end']) };
  const identity = string(json['identity']);
  if (json['folder'] !== undefined) {
    const path = decodeName(json['folder']);
    const [before, after] = [decodeMetadata(json['before']), decodeMetadata(json['after'])];
    return { is: 'folder', folder: { path, identity, before, after } };
  }
  const kind = json['place'] === undefined ? 'remove' : 'place';
  const names = list(json[kind]).map(decodeName);
  const parent = decodeName(json['in']);
  return {
    is: 'swap',
    batch: { kind, parent, parentIdentity: identity, group: string(json['group']), names },
  };
}

function decodePlace(json: unknown): JournalPlace {
  const { path, identity } = json as Record<string, unknown>;
  return { path: decodeName(path), identity: string(identity) };
}

/** A name as JSON: text where it is UTF-8, for the eyes of who must read a journal. */
function encodeName(name: ByteString): unknown {
  return toText(name) ?? { base64: toBytes(name).toString('base64') };
}

function decodeName(json: unknown): ByteString {
  if (typeof json === 'string') return fromText(json);
  return fromBytes(Buffer.from(string((json as { base64: unknown }).base64), 'base64'));
}

function encodeMetadata({ permissions, uid, gid, mtimeNs }: Metadata): unknown {
  return { mode: permissions.toString(8), uid, gid, mtimeNs: String(mtimeNs) };
}

function decodeMetadata(json: unknown): Metadata {
  const { mode, uid, gid, mtimeNs } = json as Record<string, unknown>;
  return {
    permissions: Number.parseInt(string(mode), 8),
    uid: number(uid),
    gid: number(gid),
    mtimeNs: BigInt(string(mtimeNs)),
  };
}

function string(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected text, found ${typeof value}`);
}

function number(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError(`expected a whole number, found ${String(value)}`);
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`expected a list, found ${typeof value}`);
}
