import type { Fingerprint } from './fingerprint.ts';

/** What a manifest says of one dump, which stands beside it at `dumps/<name>`. JSON. */
export interface DumpRecord {
  /** The file's name. */
  readonly name: string;
  readonly engine: string;
  /** The database's own name, ready to show; null for what belongs to none (roles, a command's output). */
  readonly database: string | null;
  /** As the engine calls it: `custom`, `plain`, `globals` … */
  readonly format: string;
  /** The program that made it, as it names itself; empty for a command of the user's own. */
  readonly tool: string;
  readonly size_bytes: number;
  /** Whether the dump is of the one moment at which the application was held, though it went on while this streamed. */
  readonly pinned: boolean;
  /**
   * What is known of its being whole, beside its command's success: `counted`: its rows are as many as the fingerprint
   * says, and its end marker is there. `deferred`: the same, and that only a restore can prove the rest: a drill does.
   * `none`: nothing but that it isn't empty.
   */
  readonly proof: 'counted' | 'deferred' | 'none';
  /** What the user chose to leave out or do otherwise, as `option=value`. */
  readonly options: readonly string[];
  /** What the tool warned of, ready to show. */
  readonly warnings: readonly string[];
  readonly fingerprint: Fingerprint | null;
  /** What a restore must know beside: the database's encoding and locale, say. */
  readonly restore: Readonly<Record<string, string>>;
}
