import { resolve } from 'node:path';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { splitTags } from '../settings/tags.ts';
import { parseTime } from '../settings/time.ts';
import type { FilterFlags } from './flags.ts';
import type { Terminal } from './terminal.ts';

/**
 * The filter that the flags ask for. As restic's: the host is RESTIC_HOST's without --host, and anyone's with an empty
 * one; a path is read as restic does, from the working folder. @throws HoldfastError bad-input.
 */
export function snapshotFilter(flags: FilterFlags, env: Terminal['env']): SnapshotFilter {
  const hosts = flags.host.length > 0 ? flags.host : [env['RESTIC_HOST'] ?? ''];
  return {
    hosts: hosts.filter((host) => host !== ''),
    target: flags.of ?? null,
    tags: flags.tag.map((list) => splitTags([list])),
    paths: flags.path.map((path) => resolve(path)),
    ...(flags.notAfter === undefined ? {} : { notAfterNs: parseTime(flags.notAfter, '--not-after') }),
  };
}
