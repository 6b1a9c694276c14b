import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { splitTags } from '../settings/tags.ts';
import { parseTime } from '../settings/time.ts';
import type { FilterFlags } from './flags.ts';

/** The filter that the flags ask for. @throws HoldfastError bad-input. */
export function snapshotFilter(flags: FilterFlags): SnapshotFilter {
  return {
    hosts: flags.host,
    target: flags.of ?? null,
    tags: flags.tag.map((list) => splitTags([list])),
    paths: flags.path,
    ...(flags.notAfter === undefined ? {} : { notAfterNs: parseTime(flags.notAfter, '--not-after') }),
  };
}
