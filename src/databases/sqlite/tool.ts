import { type ByteString, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { ToolMessages } from '../tool-output.ts';

export interface Tool {
  readonly path: string;
  /** Ready to show: `sqlite3 3.40.1`. */
  readonly version: string;
}

/** `sha3()` came with the shell of 3.17, `table_xinfo` with 3.26. */
const OLDEST = [3, 26] as const;

/** @throws HoldfastError host-unsupported without one, or for one that is too old. */
export async function findTool(host: Host, folder: string | null, signal: AbortSignal): Promise<Tool> {
  const candidate = folder === null ? '"$(command -v sqlite3)"' : quote(fromText(`${folder}/sqlite3`));
  const script = `t=${candidate}; [ -x "$t" ] || exit 127; printf '%s\\0' "$t"; exec "$t" -version`;
  const { stdout, exit } = await runToEnd(host, script, { signal });
  const end = stdout.indexOf(0);
  const said = fromBytes(stdout.subarray(end + 1));
  const [, major, minor, patch] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  if (end < 0 || !isSuccess(exit) || major === undefined) {
    const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
    throw new HoldfastError(
      'host-unsupported',
      `Cannot find sqlite3 on "${host.name}": none that works is ${where}, expected SQLite's own shell. Install it there (the ` +
        'package sqlite3, or sqlite), or name its folder: ?bin=/folder.',
    );
  }
  const version = `sqlite3 ${[major, minor, patch ?? '0'].join('.')}`;
  if (Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1])) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot use sqlite3 on "${host.name}": it is ${version}, expected ${OLDEST.join('.')} or newer. Install a newer one, or ` +
        'name its folder: ?bin=/folder.',
    );
  }
  return { path: fromBytes(stdout.subarray(0, end)), version };
}

/** A file that nobody writes to, opened so that nothing is made beside it. Of ours: its path is plain. */
export interface StillFile {
  readonly host: Host;
  readonly tool: Tool;
  readonly path: string;
  readonly signal: AbortSignal;
}

/** Nothing that a ~/.sqliterc says; the first error ends it. */
export const OWN_FLAGS = '-init /dev/null -batch -bail';

/**
 * A view and all else that a file's schema names may call only what can do no harm: the shell has functions that run programs
 * (`edit`). Before 3.31 SQLite doesn't know that, and heeds it not.
 */
export const UNTRUSTED = 'PRAGMA trusted_schema = OFF;\n';

const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

/** As SQLite opens a file in another way than by its name alone. */
export function fileUri(path: string, how: 'immutable=1' | 'mode=ro'): string {
  return `file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?${how}`;
}

/** The lines that `statements` print of a file that nobody writes to. @throws HoldfastError command-failed. */
export async function ask(file: StillFile, statements: ByteString): Promise<ByteString[]> {
  const { host, tool, signal } = file;
  const script = `exec ${quote(tool.path as ByteString)} ${OWN_FLAGS} -noheader -list ${quote(fromText(fileUri(file.path, 'immutable=1')))}`;
  const stdin = Buffer.from(`${UNTRUSTED}${statements};\n`, 'latin1');
  const { stdout, stderr, exit } = await runToEnd(host, script, {
    stdin,
    limitBytes: OUTPUT_LIMIT_BYTES,
    signal,
  });
  if (!isSuccess(exit) || stderr.length > 0) {
    throw new HoldfastError(
      'command-failed',
      `Cannot ask SQLite on "${host.name}": sqlite3 ${endedWith(exit)}${wordsOf(stderr)}.`,
    );
  }
  return fromBytes(stdout).split('\n').slice(0, -1) as ByteString[];
}

/** `: "first | second"`, ready to show. */
export function wordsOf(stderr: Buffer): string {
  const messages = new ToolMessages().addAll(stderr);
  return messages.shown;
}
