import { archiveFields, checkSealing } from '../../archive/archive-fields.ts';
import {
  accessFields,
  checkCredentials,
  checkObjectLock,
  lockFields,
  placeFields,
} from '../../backends/storage-fields.ts';
import {
  checkWriting,
  recoveryFields,
  repositoryFields,
  writingFields,
} from '../../repository/repository-fields.ts';
import type { z } from '../../schema.ts';
import { bad, checked, section } from '../../section.ts';

const fields = section({
  ...repositoryFields,
  ...archiveFields,
  ...accessFields,
  ...lockFields,
  ...writingFields,
  ...placeFields,
  ...recoveryFields,
});

export type StorageSection = z.output<typeof fields>;

/** One place where backups are kept: a repository, or archives. */
export const storageSection = checked(fields, (storage) => {
  checkKind(storage);
  checkCredentials(storage);
  checkWriting(storage);
  checkObjectLock(storage);
});

const OF_REPOSITORIES = ['password', 'object-lock', 'compression', 'pack-size', 'recovery-key'] as const;
const OF_ARCHIVES = ['recipients', 'passphrase', 'unencrypted'] as const;

function checkKind(storage: StorageSection): void {
  const { repository, archives } = storage;
  if ((repository === undefined) === (archives === undefined)) {
    throw bad(
      'storage',
      `${repository === undefined ? 'neither' : 'both'} of \`repository\` and \`archives\` is given, expected one`,
    );
  }
  const foreign = (repository === undefined ? OF_REPOSITORIES : OF_ARCHIVES).find(
    (key) => storage[key] !== undefined,
  );
  if (foreign !== undefined) {
    throw bad(
      'storage',
      `\`${foreign}\` is of no use with ${repository === undefined ? '`archives`' : 'a `repository`'}`,
    );
  }
  if (repository === undefined) checkSealing(storage);
  else if (storage.password === undefined)
    throw bad('storage', '`password` is missing, expected a reference such as `env:BACKUP_PASSWORD`');
}
