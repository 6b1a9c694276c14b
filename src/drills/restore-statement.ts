import { displayText } from '../bytestring.ts';
import type { STATEMENT_TYPE, Subject } from './in-toto.ts';

/** What docs/design.md describes. Another meaning of a field gets another number. */
export const RESTORE_PREDICATE_TYPE = 'urn:holdfast:restore:1';

/** What a restore on a host, or into a bucket, attests: JSON. */
export interface RestoreStatement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Subject[];
  readonly predicateType: typeof RESTORE_PREDICATE_TYPE;
  readonly predicate: RestorePredicate;
}

/** Times are RFC 3339; texts are ready to show. */
export interface RestorePredicate {
  readonly restore_id: string;
  readonly result: 'restored' | 'failed';
  /** Why it failed; empty if it hasn't. */
  readonly reasons: readonly string[];
  readonly program_version: string;
  readonly started: string;
  readonly finished: string;
  /** Who ran it, as a drill's. */
  readonly who: Readonly<Record<string, string>>;
  readonly repository_id: string;
  readonly snapshot: {
    readonly id: string;
    readonly tree: string;
    readonly time: string;
    readonly hostname: string;
    readonly target: string | null;
    readonly age_ms: number;
  };
  /** Of which kind it was, and where it went: an address without a password, or a bucket's URL. */
  readonly what: RestoreKind;
  readonly to: string;
  /** What was done, in lines for people: files and bytes, databases, buckets, undo folders. */
  readonly done: readonly string[];
  /** Whether all that was restored was read again, or compared, before it counted as restored. */
  readonly verified: boolean;
  readonly sheet_sha256: null;
}

export type RestoreKind = 'files' | 'database' | 'bucket' | 'application';

/** What a restore on a host has come to. */
export interface RestoreOutcome {
  readonly done: readonly string[];
  readonly verified: boolean;
}

export function readyToShow({ done, verified }: RestoreOutcome): RestoreOutcome {
  return { done: done.map(displayText), verified };
}
