import type { Segment, TarHeader } from './member.ts';

/**
 * What a parser finds, in the archive's order. Bytes are views of what was pushed: copy what you keep.
 * - `member`: all of one member
 * - `start`, any number of `data` and `hole`, `finish`: a large file, or a sparse one (`segments`: its data)
 * - `end`: the two zero blocks that end an archive
 */
export type TarEvent =
  | { readonly kind: 'member'; readonly header: TarHeader; readonly content: Buffer }
  | { readonly kind: 'start'; readonly header: TarHeader; readonly segments: readonly Segment[] | null }
  | { readonly kind: 'data'; readonly bytes: Buffer }
  | { readonly kind: 'hole'; readonly lengthBytes: number }
  | { readonly kind: 'finish' }
  | { readonly kind: 'end' };
