import { HoldfastError } from '../../errors.ts';

const KEY_BYTES = 32;

/** What a key file of Looker's holds. */
export interface KeyFile {
  readonly backupUid: string;
  readonly json: Buffer;
}

/** @throws HoldfastError command-failed: it isn't what Looker writes. Nothing of it is shown. */
export function parseKeyFile(json: Buffer): KeyFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json.toString('utf8'));
  } catch {
    throw noKeyFile('it is not JSON');
  }
  const { dbmk, backup_uid: uid } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof uid !== 'string' || uid === '') throw noKeyFile('it has no backup_uid');
  if (typeof dbmk !== 'string' || Buffer.from(dbmk.trim(), 'base64').length !== KEY_BYTES)
    throw noKeyFile(`its dbmk is not ${KEY_BYTES} bytes`);
  return { backupUid: uid, json };
}

function noKeyFile(what: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot use the key file of Looker: ${what}, expected JSON with dbmk and backup_uid. See whether this Looker knows keystore-independent backups.`,
  );
}
