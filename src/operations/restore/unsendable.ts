import { MAX_PATH_BYTES } from '../../files/paths.ts';
import type { Node } from '../../repository/format/node.ts';

/**
 * What in `node` no tar archive can hold and no system call takes, or null. Names are another matter (safe-name.ts), as
 * are sizes: whoever reads the contents knows them.
 */
export function unsendable({ type, linkTarget, extendedAttributes }: Node): string | null {
  if (type === 'symlink') {
    if (linkTarget === '') return 'the symlink has no target';
    if (linkTarget.includes('\0')) return "the symlink's target holds a NUL";
    if (linkTarget.length > MAX_PATH_BYTES) {
      return `the symlink's target has ${linkTarget.length} bytes, expected at most ${MAX_PATH_BYTES}`;
    }
  }
  for (const { name } of extendedAttributes) {
    if (name === '') return 'an extended attribute has no name';
    if (name.includes('\0')) return 'the name of an extended attribute holds a NUL';
  }
  return null;
}
