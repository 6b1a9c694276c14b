import type { ByteString } from '../../bytestring.ts';
import type { PathPatterns } from '../../files/path-patterns.ts';
import { isInside } from '../../files/paths.ts';

/** What is to become of an entry of the snapshot. */
export type Choice =
  /** It is restored, with all that is below it. */
  | 'all'
  /** It is restored; what is below it must be asked one by one. */
  | 'own'
  /** It isn't restored itself, but something below it may be. */
  | 'below'
  | 'none';

/** Decides by an entry's path in the snapshot. */
export type Chooser = (path: ByteString, isFolder: boolean) => Choice;

/** What several lists of patterns say of a path; a match of a folder holds for all that is below it. */
export type PathFilter = readonly PathPatterns[];

export interface ChooserOptions {
  /** The entries that the snapshot was made of, or the one folder of it that was asked for. */
  readonly roots: readonly ByteString[];
  readonly include: PathFilter;
  readonly exclude: PathFilter;
  /** Patterns see paths below this one (of `SNAPSHOT:FOLDER`); `/` for whole snapshots. */
  readonly patternRoot: ByteString;
  /** Never restored, whatever the patterns say; null: nothing. */
  readonly leftOut: ByteString | null;
}

export function chooser(options: ChooserOptions): Chooser {
  const { leftOut } = options;
  const include = options.include.filter(({ patterns }) => patterns.length > 0);
  const exclude = options.exclude.filter(({ patterns }) => patterns.length > 0);
  const noPatterns = include.length === 0 && exclude.length === 0;
  return (path, isFolder) => {
    if (leftOut !== null && isAtOrBelow(path, leftOut)) return 'none';
    const place = placeOf(path, options.roots);
    if (place !== 'inside') return place === 'above' && isFolder ? 'below' : 'none';
    const holdsLeftOut = leftOut !== null && isAtOrBelow(leftOut, path);
    if (noPatterns) return holdsLeftOut ? 'own' : 'all';
    const seen = relativeTo(path, options.patternRoot);
    if (exclude.some((list) => list.matches(seen))) return 'none';
    if (include.length === 0 || include.some((list) => list.matches(seen))) return 'own';
    return isFolder && include.some((list) => list.mayMatchBelow(seen)) ? 'below' : 'none';
  };
}

/** Whether `path` is `folder` or stands below it. */
export function isAtOrBelow(path: ByteString, folder: ByteString): boolean {
  return path === folder || isInside(path, folder);
}

function placeOf(path: ByteString, roots: readonly ByteString[]): 'inside' | 'above' | 'apart' {
  if (roots.some((root) => isAtOrBelow(path, root))) return 'inside';
  return roots.some((root) => isAtOrBelow(root, path)) ? 'above' : 'apart';
}

function relativeTo(path: ByteString, root: ByteString): ByteString {
  return root === '/' ? path : ((path.slice(root.length) || '/') as ByteString);
}
