/** An object of a bucket that isn't ours, as a list tells of it. */
export interface StoredObject {
  /** Below the prefix; null: it isn't UTF-8, and nobody can ask for it. */
  readonly key: string | null;
  /** Ready to show. */
  readonly shown: string;
  readonly sizeBytes: number;
  /** When it was written, by the storage's clock. */
  readonly storedMs: number;
  /** Another one whenever its content is another (ETag); null: the storage tells none. */
  readonly tag: string | null;
}

/** What an object is kept with beside its bytes, where it isn't what an upload has by default. */
export interface ObjectHeaders {
  /** `content-type`, `content-encoding`, `content-disposition`, `content-language`, `cache-control`. */
  readonly headers: Readonly<Record<string, string>>;
  /** A user's own: `x-amz-meta-…`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A part of an object. */
export interface ObjectPart extends ObjectHeaders {
  readonly bytes: Buffer;
  /** Of the object. */
  readonly sizeBytes: number;
  readonly tag: string | null;
  readonly storedMs: number;
}

/** Why an object isn't read as it was listed. */
export type ObjectFault = 'changed' | 'gone' | 'refused';

/**
 * Objects below a prefix of a bucket, that belong to an application: to be read, and put back. Every request is tried again
 * where that may help.
 */
export interface ObjectStore {
  /** For messages: holds no credential. */
  readonly location: string;

  /**
   * All objects, by rising bytes of their names, page by page.
   * @throws HoldfastError backend-failed; also for a list that isn't in order, which would be taken apart wrongly.
   */
  list(signal?: AbortSignal): AsyncIterable<readonly StoredObject[]>;

  /** What there is of one now; null: it isn't there. */
  find(key: string, signal?: AbortSignal): Promise<(StoredObject & ObjectHeaders) | null>;

  /**
   * At most `lengthBytes` from `offset` on, which must be within the object.
   * @param range.tag Of the object that is meant; null: whichever is there.
   * @throws HoldfastError backend-failed, with what `faultIn` says of it.
   */
  readPart(
    key: string,
    range: { readonly offset: number; readonly lengthBytes: number; readonly tag: string | null },
    signal?: AbortSignal,
  ): Promise<ObjectPart>;

  /** Null: it is another fault. */
  faultIn(error: unknown): ObjectFault | null;

  /**
   * Writes one whole. @param terms.ifAbsent Its name must be free, as far as the storage heeds that: else a fault `changed`.
   * @returns Its tag.
   */
  put(
    key: string,
    object: ObjectHeaders & { readonly bytes: Buffer },
    terms: { readonly ifAbsent: boolean },
    signal?: AbortSignal,
  ): Promise<string | null>;

  /** Writes one of parts, in their order; each must not change before the next is asked for. What fails leaves nothing. */
  putParts(
    key: string,
    object: ObjectHeaders & { readonly parts: AsyncIterable<Buffer> },
    terms: { readonly ifAbsent: boolean },
    signal?: AbortSignal,
  ): Promise<void>;

  /** Whether what is replaced stays, as an older version. */
  keepsVersions(signal?: AbortSignal): Promise<boolean>;

  close(): void;
}
