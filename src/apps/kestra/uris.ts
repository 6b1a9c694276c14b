import { parseBucket } from '../../buckets/bucket.ts';
import { type ByteString, displayText, fromText, toText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { HoldfastError } from '../../errors.ts';
import { StreamingCommand } from '../../files/streaming-command.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { CommandFailure } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Facts, Site } from '../application.ts';
import { present } from '../host-look.ts';
import type { Backend } from './database.ts';
import type { Storage } from './storage.ts';
import { StoredNames } from './stored-names.ts';

/** Kept by name, and looked for once more; further ones are only counted. */
const MAX_KEPT = 1000;
const MAX_SHOWN = 10;

/** A file that an execution names, below the storage's root. */
interface NamedFile {
  readonly execution: string;
  readonly path: string;
}

/** As `checkUris`; what can't be looked at is told: a backup is worth more than what is known of it. */
export async function lookForUris(site: Site, where: UriPlaces): Promise<Facts> {
  try {
    return await checkUris(site, where);
  } catch (error) {
    if (site.signal.aborted || !(error instanceof HoldfastError)) throw error;
    site.onWarning(`Kestra: nobody could look for the files that executions name: ${error.message}`);
    return {};
  }
}

interface UriPlaces {
  readonly backend: Backend;
  readonly database: Database | null;
  readonly storage: Storage;
}

/**
 * Looks whether the files that executions name by `kestra:///` are in the internal storage; what is missing is told. Names are
 * listed first, then executions are read: of what came meanwhile each is looked for once more.
 * @returns What the record says of it; nothing where it could not be looked at.
 */
export async function checkUris(site: Site, { backend, database, storage }: UriPlaces): Promise<Facts> {
  if (database?.select === undefined || (backend !== 'postgresql' && backend !== 'mysql')) return {};
  const names = await namesOf(site, storage);
  if (names === null) {
    site.onInfo('Kestra: its internal storage has too many files to look for those that executions name.');
    return {};
  }
  let checked = 0;
  let uncertain = 0;
  const missing: NamedFile[] = [];
  for await (const file of namedFiles(site, backend, database)) {
    checked++;
    if (names.has(file.path)) continue;
    if (missing.length < MAX_KEPT) missing.push(file);
    else uncertain++;
  }
  const gone = await stillMissing(site, storage, missing);
  tell(site, gone, uncertain);
  return {
    uris_checked: String(checked),
    uris_missing: String(gone.length + uncertain),
    executions_with_missing_files: String(new Set(gone.map(({ execution }) => execution)).size),
  };
}

function tell(site: Site, gone: readonly NamedFile[], uncertain: number): void {
  if (gone.length === 0) return;
  const shown = gone
    .slice(0, MAX_SHOWN)
    .map(({ execution, path }) => `${displayText(execution)} (${displayText(path)})`);
  const count = gone.length + uncertain;
  const more = count > shown.length ? `, and ${count - shown.length} more` : '';
  site.onWarning(
    `Kestra: ${count === 1 ? 'a file' : `${count} files`} that executions name ${count === 1 ? 'is' : 'are'} not in the internal storage: ${shown.join(', ')}${more}.`,
  );
}

/** Null: there are too many to keep. */
async function namesOf(site: Site, storage: Storage): Promise<StoredNames | null> {
  const names = new StoredNames();
  const all = storage.kind === 'folder' ? filesBelow(site, storage.path) : objectsOf(site, storage.url);
  for await (const name of all) if (!names.add(name)) return null;
  return names;
}

async function* objectsOf({ env, signal, onInfo }: Site, url: string): AsyncGenerator<string> {
  const store = await parseBucket(url, 'the option bucket', env).open(onInfo);
  try {
    for await (const page of store.list(signal)) for (const { key } of page) if (key !== null) yield key;
  } finally {
    store.close();
  }
}

async function* filesBelow({ host, signal }: Site, folder: string): AsyncGenerator<string> {
  const script = `cd ${quote(fromText(folder))} && find . -type f -print0`;
  const errors: ByteString[] = [];
  const command = await StreamingCommand.start(host, script, {
    onErrorLine: (line) => void (errors.length < MAX_SHOWN && errors.push(line)),
    signal,
  });
  try {
    let rest = '';
    for await (const chunk of command.output()) {
      const pieces = (rest + chunk.toString('latin1')).split('\0');
      rest = pieces.pop() ?? '';
      for (const piece of pieces) yield nameOf(piece.slice(2) as ByteString);
    }
    const exit = await command.finish();
    if (!isSuccess(exit))
      throw new CommandFailure('list Kestra’s internal storage', host, {
        exit,
        stderr: Buffer.from(errors.join('\n'), 'latin1'),
      });
  } finally {
    await command.end();
  }
}

function nameOf(path: ByteString): string {
  return toText(path) ?? path;
}

/** PostgreSQL gives the URIs alone; MySQL knows no such question, and gives the executions that name some. */
async function* namedFiles(
  { host, signal }: Site,
  backend: 'postgresql' | 'mysql',
  database: Database,
): AsyncGenerator<NamedFile> {
  const select = database.select?.bind(database) ?? (() => []);
  if (backend === 'postgresql') {
    for await (const [key, tenant, uri] of select(host, POSTGRESQL_URIS, signal))
      yield {
        execution: nameOf(key ?? ('' as ByteString)),
        path: pathOf(tenant ?? '', uri ?? ('' as ByteString)),
      };
    return;
  }
  for await (const [key = '' as ByteString, json = '' as ByteString] of select(
    host,
    MYSQL_EXECUTIONS,
    signal,
  )) {
    const { tenant, isDeleted } = executionIn(nameOf(json));
    if (isDeleted) continue;
    for (const [, uri = ''] of json.matchAll(/"kestra:\/\/\/([^"\\]+)"/g))
      yield { execution: nameOf(key), path: pathOf(tenant, uri as ByteString) };
  }
}

/** Values that are a URI as a whole: what stands in a text is no file that Kestra would look for. */
const POSTGRESQL_URIS = `SELECT e.key, COALESCE(e.value->>'tenantId', ''), found[1]
FROM executions AS e, regexp_matches(e.value::text, '"kestra:///([^"\\\\]+)"', 'g') AS found
WHERE COALESCE(e.value->>'deleted', 'false') <> 'true'`;
const MYSQL_EXECUTIONS =
  "SELECT `key`, CAST(value AS CHAR) FROM executions WHERE CAST(value AS CHAR) LIKE '%\"kestra:///%'";

function executionIn(json: string): { tenant: string; isDeleted: boolean } {
  try {
    const { tenantId, deleted } = JSON.parse(json) as Record<string, unknown>;
    return { tenant: typeof tenantId === 'string' ? tenantId : '', isDeleted: deleted === true };
  } catch {
    return { tenant: '', isDeleted: false };
  }
}

/** As Kestra's storage has it: a tenant's files are below its name. */
function pathOf(tenant: string, uri: ByteString): string {
  const text = nameOf(uri);
  const path = decoded(text.replace(/[?#].*$/, ''));
  return tenant === '' ? path : `${tenant}/${path}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function stillMissing(site: Site, storage: Storage, files: readonly NamedFile[]): Promise<NamedFile[]> {
  if (files.length === 0) return [];
  if (storage.kind === 'bucket') return missingObjects(site, storage.url, files);
  const there = new Set<string>();
  const at = (path: string) => `${storage.path}/${path}`;
  for (const path of await present(
    site,
    files.map(({ path: name }) => at(name)),
  ))
    there.add(path);
  return files.filter(({ path }) => !there.has(at(path)));
}

async function missingObjects(
  { env, signal, onInfo }: Site,
  url: string,
  files: readonly NamedFile[],
): Promise<NamedFile[]> {
  const store = await parseBucket(url, 'the option bucket', env).open(onInfo);
  try {
    const gone: NamedFile[] = [];
    for (const file of files) if ((await store.find(file.path, signal)) === null) gone.push(file);
    return gone;
  } finally {
    store.close();
  }
}
