import type { ByteString } from '../../bytestring.ts';

/** Which part of a folder is restored: all that is in it, or the picked children. Of a file, always `whole`. */
export type Picks = 'whole' | PickedFolder;

export interface PickedFolder {
  /** The folder was chosen itself: its own metadata is restored, too. */
  readonly own: boolean;
  readonly children: Map<ByteString, Picks>;
}

/** The folders `names`, one in another, with `innermost` below them. */
export function picksBelow(names: readonly ByteString[], innermost: Picks): Picks {
  return names.reduceRight<Picks>(
    (below, name) => ({ own: false, children: new Map([[name, below]]) }),
    innermost,
  );
}
