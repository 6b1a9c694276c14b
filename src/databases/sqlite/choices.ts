import { basename } from 'node:path';
import { HoldfastError } from '../../errors.ts';
import { DatabaseUrl } from '../database-url.ts';
import { dumpNameOf, parseDumpName } from '../dump-name.ts';

export const SQLITE_SCHEME = 'sqlite';

/** What a `sqlite:` URL says. */
export interface SqliteChoices {
  /** Of the database's file on the host, absolute. */
  readonly path: string;
  /** Account of the host that the tools run as; null: the one that we are. */
  readonly runAs: string | null;
  /** Folder of `sqlite3`; null: PATH's. */
  readonly toolFolder: string | null;
  /** Where the copy stands while it is read. */
  readonly workFolder: string;
  readonly check: 'full' | 'quick' | 'none';
  readonly fingerprint: 'full' | 'count' | 'none';
  /** For a lock that somebody has. */
  readonly lockWaitSeconds: number;
  readonly name: string;
  readonly given: readonly string[];
}

const DEFAULT_LOCK_WAIT_SECONDS = 60;
const MAX_LOCK_WAIT_SECONDS = 3600;

/** `sqlite:/path/to.db?option=value` as a URL whose path that is. @throws HoldfastError bad-input. */
export function sqliteUrl(text: string, name: string): DatabaseUrl {
  return new DatabaseUrl(text.replace(/^sqlite:\/(?!\/)/, 'sqlite:///'), name, text);
}

/** @throws HoldfastError bad-input. */
export function readChoices(url: DatabaseUrl): SqliteChoices {
  const name = url.take('name');
  const path = `/${url.path}`;
  const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
  const check = url.takeChoice('check', ['full', 'quick', 'none']);
  const choices: SqliteChoices = {
    path,
    runAs: url.take('as'),
    toolFolder: url.take('bin'),
    workFolder: url.take('work-folder') ?? '/var/tmp',
    check,
    fingerprint,
    lockWaitSeconds: url.takeCount('lock-wait', MAX_LOCK_WAIT_SECONDS) ?? DEFAULT_LOCK_WAIT_SECONDS,
    name: name === null ? dumpNameOf(basename(path), 'sqlite') : parseDumpName(name, 'the option name'),
    given: [
      ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
      ...(check === 'full' ? [] : [`check=${check}`]),
    ],
  };
  url.requireAllTaken();
  if (url.host !== null || url.user !== null || /(^|\/)(\.{0,2})$/.test(path) || path.includes('\0')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${JSON.stringify(url.shown)}: expected the absolute path of a file, sqlite:/var/lib/app/app.db.`,
    );
  }
  if (!choices.workFolder.startsWith('/'))
    throw url.bad('work-folder', choices.workFolder, 'an absolute path');
  return choices;
}
