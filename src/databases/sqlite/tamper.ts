import { randomBytes } from 'node:crypto';
import { type ByteString, display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { quoted } from '../quoted.ts';
import { asInput, ask, flagsOnNames, type StillFile } from './tool.ts';

/**
 * Runs `look` on a copy of a file in which a row is missing, of the first table that has one; the copy is removed afterwards.
 * @throws HoldfastError command-failed, also where there is no row.
 */
export async function withoutARow<T>(
  still: StillFile,
  look: (copy: StillFile, tampered: string) => Promise<T>,
): Promise<T> {
  const { host, path, signal } = still;
  const copy = { ...still, path: `${path}.tampered-${randomBytes(4).toString('hex')}` };
  const at = quote(fromText(copy.path));
  try {
    await runSuccessfully(host, 'copy the database', `cp -- ${quote(fromText(path))} ${at}`, { signal });
    return await look(copy, await deleteRow(copy));
  } finally {
    await runToEnd(host, `rm -f -- ${at}`).catch(() => {});
  }
}

const OWN_TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND sql NOT LIKE 'create virtual%' ORDER BY name` as ByteString;

/** Without its triggers, where the shell can. A table without row numbers is passed over. @returns the table, ready to show. */
async function deleteRow(copy: StillFile): Promise<string> {
  const { host, tool, path, signal } = copy;
  for (const name of await ask(copy, OWN_TABLES)) {
    const table = `"${name.replaceAll('"', '""')}"`;
    const statements = `.dbconfig enable_trigger off\nDELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} LIMIT 1);\nSELECT 'deleted', changes();`;
    const script = `exec ${quote(tool.path as ByteString)} ${flagsOnNames(tool)} ${quote(fromText(path))}`;
    const { stdout, exit } = await runToEnd(host, script, {
      stdin: asInput(host, statements as ByteString),
      signal,
    });
    if (isSuccess(exit) && stdout.toString('latin1').includes('deleted|1')) return display(name);
  }
  throw new HoldfastError(
    'command-failed',
    `Cannot tamper with the SQLite database ${quoted(path)} on "${host.name}": no table of it has a row that could be deleted, ` +
      'expected one. A drill of an empty database proves nothing.',
  );
}
