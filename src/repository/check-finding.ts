import type { PackId } from './format/ids.ts';

/** What kind of thing is wrong. For machines; the message is for a person. */
export type FindingCode =
  | 'index-unreadable'
  | 'pack-missing'
  | 'pack-wrong-size'
  | 'pack-split' // its blobs are spread over several index entries
  | 'pack-overlap' // blobs that the index places on one another, or with gaps
  | 'pack-twice' // named by several index files
  | 'pack-mixed' // trees and data in one
  | 'pack-unindexed'
  | 'pack-unreadable' // altered, or not what the index says
  | 'compressed-in-version-1'
  | 'snapshot-unreadable'
  | 'tree-missing'
  | 'tree-unreadable'
  | 'node-broken'
  | 'node-size'
  | 'node-hard-link'
  | 'blob-missing'
  | 'blobs-unused'
  | 'blobs-duplicate'
  | 'key-unusable'
  | 'key-single'
  | 'snapshots-none';

/**
 * `error`: something is lost, or will be restored wrongly. `warning`: something is odd, and a restore may differ from
 * what was saved. `hint`: nothing is wrong; something could be better.
 */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly code: FindingCode;
  /** One line, ready to show. */
  readonly message: string;
  /** The pack that is broken itself: what is whole in it can be saved. */
  readonly pack?: PackId;
}

export function error(code: FindingCode, message: string, pack?: PackId): Finding {
  return { severity: 'error', code, message, ...(pack === undefined ? {} : { pack }) };
}

export function warning(code: FindingCode, message: string): Finding {
  return { severity: 'warning', code, message };
}

export function hint(code: FindingCode, message: string): Finding {
  return { severity: 'hint', code, message };
}

/** What errors of damage end with, for everybody but the check itself. */
const ADVICE_TO_CHECK =
  / (?:Run )?[`"](?:holdfast )?check[^`"]*[`"] (?:tells|to see) what else is damaged\.$/;

/** The message of what was caught while something was read. Only faults of the repository are findings. */
export function reasonOf(caught: unknown): string {
  return caught instanceof Error ? caught.message.replace(ADVICE_TO_CHECK, '') : String(caught);
}
