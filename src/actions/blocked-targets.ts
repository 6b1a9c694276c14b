import type { warn } from '../github/annotations.ts';
import { log } from '../github/log.ts';

/** The runner shows ten of a level. */
const MAX_ANNOTATIONS = 9;

/** Tells of each target that can't be planned, as the configuration has it, why; of the last ones the log alone. */
export function annotateBlocked(
  title: string,
  blocked: readonly { readonly target: string; readonly why: string }[],
  tell: typeof warn,
): void {
  for (const { target, why } of blocked.slice(0, MAX_ANNOTATIONS)) tell(title, `${target}: ${why}.`);
  for (const { target, why } of blocked.slice(MAX_ANNOTATIONS))
    log.info(`${target}: ${title.charAt(0).toLowerCase()}${title.slice(1)}: ${why}.`);
}
