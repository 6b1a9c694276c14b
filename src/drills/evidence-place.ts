import { resolve } from 'node:path';
import { redactUrl } from '../backends/location.ts';
import { parseS3Url, S3_SCHEME } from '../backends/s3-url.ts';

const NAME = 'holdfast-evidence';
const LOCAL_PREFIX = 'local:';

/**
 * Where evidence on a repository lies: beside it, never in it, so that nothing that works on the repository sees it.
 * `/srv/backup` has `/srv/backup-holdfast-evidence`, and so has a prefix in S3; one that takes the whole bucket has the
 * prefix `holdfast-evidence` in it, in which nobody looks for packs.
 * @param repository As restic takes it.
 */
export function evidenceBeside(repository: string): string {
  if (repository.startsWith(S3_SCHEME)) {
    const url = repository.replace(/\/+$/, '');
    return parseS3Url(url, redactUrl(url)).prefix === '' ? `${url}/${NAME}` : `${url}-${NAME}`;
  }
  const isMarked = repository.startsWith(LOCAL_PREFIX);
  const path = resolve(isMarked ? repository.slice(LOCAL_PREFIX.length) : repository);
  return `${LOCAL_PREFIX}${path === '/' ? '/' : `${path}-`}${NAME}`;
}

/** The folder of a place on this machine; null for any other. */
export function folderOf(place: string): string | null {
  if (place.startsWith(LOCAL_PREFIX)) return resolve(place.slice(LOCAL_PREFIX.length));
  return /^[a-z][a-z0-9]+:/i.test(place) ? null : resolve(place);
}
