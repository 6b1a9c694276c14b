import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CacheFolder } from '../backends/cache-folder.ts';
import type { RepositoryKey } from '../crypto/seal.ts';
import { ID_BYTES, type IndexId, type SnapshotId } from './format/ids.ts';

const CIPHER = 'aes-256-gcm';
/** What the key is for, so that nothing else of the repository can be taken for marks: not even a file's content, which anybody may write. */
const PURPOSE = 'holdfast marks 1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where marks lie: a folder of this machine, opened when it is first asked for. Null: there is none. */
export type OpenMarksFolder = (
  repositoryId: string,
) => Promise<Pick<CacheFolder, 'read' | 'write' | 'drop' | 'sizeOf'> | null>;

/** The index files that a repository is known by. */
interface IndexFiles {
  readonly files: ReadonlySet<IndexId>;
  readonly written: ReadonlySet<IndexId>;
}

/**
 * What a backup leaves on this machine for the next one, which has its snapshot for a parent: what is in it is the backup's. It may
 * be gone at any time, then the next one only reads more.
 *
 * Sealed by a key of its own, which comes from the master key, and bound to the snapshot. It holds as long as each index file that
 * was known then is there: so long nothing that the snapshot needs was taken out of the index.
 *
 *     nonce (12), then AES-256-GCM of: count of index files (4, BE), their IDs (32 each), what was left; tag (16)
 */
export class SnapshotMarks {
  readonly #masterKey: RepositoryKey;
  readonly #index: IndexFiles;
  readonly #openFolder: () => ReturnType<OpenMarksFolder>;
  #folder: ReturnType<OpenMarksFolder> | null = null;
  #key: Buffer | null = null;

  constructor(
    masterKey: RepositoryKey,
    { index, openFolder }: { index: IndexFiles; openFolder: () => ReturnType<OpenMarksFolder> },
  ) {
    this.#masterKey = masterKey;
    this.#index = index;
    this.#openFolder = openFolder;
  }

  /** Whether something was left with the snapshot; whether it holds, `load` tells. Never rejects. */
  async has(snapshot: SnapshotId): Promise<boolean> {
    const folder = await this.#open();
    return folder !== null && folder.sizeOf({ kind: 'marks', name: snapshot }) !== null;
  }

  /** What was left with the snapshot, if it still holds. The index must be loaded. Never rejects. */
  async load(snapshot: SnapshotId): Promise<Buffer | null> {
    const folder = await this.#open();
    const sealed = (await folder?.read({ kind: 'marks', name: snapshot })) ?? null;
    const plain = sealed === null ? null : this.#unseal(snapshot, sealed);
    if (plain === null) return null;
    const idsEnd = 4 + ID_BYTES * plain.readUInt32BE(0);
    for (let at = 4; at < idsEnd; at += ID_BYTES) {
      if (!this.#index.files.has(plain.toString('hex', at, at + ID_BYTES) as IndexId)) return null;
    }
    return plain.subarray(idsEnd);
  }

  /**
   * Leaves `marks` with the snapshot, in the place of those of `instead`. All that the snapshot needs must be in the index. Never
   * rejects: where they can't be written, there are none.
   */
  async save(snapshot: SnapshotId, marks: Buffer, { instead }: { instead: SnapshotId }): Promise<void> {
    const folder = await this.#open();
    if (folder === null) return;
    const ids = [...this.#index.files.union(this.#index.written)];
    const count = Buffer.alloc(4);
    count.writeUInt32BE(ids.length);
    const plain = [count, ...ids.map((id) => Buffer.from(id, 'hex')), marks];
    for (const name of new Set([snapshot, instead])) await folder.drop({ kind: 'marks', name });
    await folder.write({ kind: 'marks', name: snapshot }, this.#seal(snapshot, plain)).catch(() => {});
  }

  #open(): ReturnType<OpenMarksFolder> {
    this.#folder ??= this.#openFolder();
    return this.#folder;
  }

  #seal(snapshot: SnapshotId, plain: readonly Buffer[]): Buffer[] {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#ownKey(), nonce).setAAD(Buffer.from(snapshot));
    const sealed = plain.map((part) => cipher.update(part));
    return [nonce, ...sealed, cipher.final(), cipher.getAuthTag()];
  }

  #unseal(snapshot: SnapshotId, sealed: Buffer): Buffer | null {
    const end = sealed.length - TAG_BYTES;
    if (end < NONCE_BYTES) return null;
    const decipher = createDecipheriv(CIPHER, this.#ownKey(), sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(snapshot)).setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      return null; // sealed by somebody else, for another snapshot, or altered
    }
  }

  #ownKey(): Buffer {
    const { encrypt, macK, macR } = this.#masterKey;
    this.#key ??= Buffer.from(
      hkdfSync('sha256', Buffer.concat([encrypt, macK, macR]), Buffer.alloc(0), PURPOSE, KEY_BYTES),
    );
    return this.#key;
  }
}
