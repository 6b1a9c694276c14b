import type { FoundSources } from '../../files/sources.ts';
import type { Counts } from './counts.ts';
import type { NewMarks } from './new-marks.ts';
import type { TreeAssembly } from './tree-assembly.ts';

/** What was listed and read: all of the snapshot's tree but its root, which waits for the manifest. */
export interface SavedFiles {
  /** Of which moment the files are, by the host's clock: when the listing began, or what `WriteBack` makes of it. */
  readonly asOfNs: bigint;
  readonly counts: Counts;
  readonly sources: FoundSources;
  readonly assembly: TreeAssembly;
  /** What the host's root is on, as nodes say it. */
  readonly rootDevice: bigint;
  /** What is left for the next backup. Null: nothing. */
  readonly marks: NewMarks | null;
}
