import { checkLocation } from '../backends/location.ts';
import { checked, line, secret, shownKey, text, word } from '../section.ts';
import { storageOptions } from './storage-options.ts';

/** Which repository it is. */
export const repositoryFields = {
  repository: checked(
    line(
      'Location of a restic repository, in restic’s own notation: a folder (`/srv/backup`), or `s3:https://host/bucket/prefix`.',
    ),
    checkLocation,
  ).optional(),
  password: secret('The repository’s password.').optional(),
};

/** How it is written to. */
export const writingFields = {
  compression: line('Of what is written: `auto`, `off`, `fastest`, `better` or `max`.').optional(),
  'pack-size': word('Size in MiB of the packs that are written, from 4 to 128.').optional(),
};

export const recoveryFields = {
  'recovery-key': line(
    'Where a second key of the repository is, in words for a person in need, such as “printed, in the safe of the office”. Never the key itself.',
  ).optional(),
};

/** @throws HoldfastError bad-input. */
export function checkWriting(given: {
  readonly compression?: string | undefined;
  readonly 'pack-size'?: string | number | undefined;
}): void {
  storageOptions(
    { compression: given.compression ?? null, packSize: text(given['pack-size']) },
    { compression: shownKey('compression'), packSize: shownKey('pack-size') },
  );
}
