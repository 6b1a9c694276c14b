import type { DumpRecord } from '../../databases/record.ts';
import type { SavedContent } from './content.ts';

/** A dump whose stream has come to its end in order, and whose bytes are in the repository. */
export interface SavedDump {
  readonly record: DumpRecord;
  readonly content: SavedContent;
}
