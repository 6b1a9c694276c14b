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
  /** It knows `-safe`: no command and no function of the shell may run a program then, or reach another file. */
  readonly knowsSafe: boolean;
}

/** `sha3()` came with the shell of 3.17, `table_xinfo` with 3.26. */
const OLDEST = [3, 26] as const;
const FIRST_SAFE = [3, 37] as const;

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
  const isFrom = ([first, second]: readonly [number, number]) =>
    Number(major) > first || (Number(major) === first && Number(minor) >= second);
  if (!isFrom(OLDEST)) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot use sqlite3 on "${host.name}": it is ${version}, expected ${OLDEST.join('.')} or newer. Install a newer one, or ` +
        'name its folder: ?bin=/folder.',
    );
  }
  return { path: fromBytes(stdout.subarray(0, end)), version, knowsSafe: isFrom(FIRST_SAFE) };
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
const UNTRUSTED = 'PRAGMA trusted_schema = OFF;\n';

/** Of a shell that is told names out of a file. */
export function flagsOnNames({ knowsSafe }: Tool): string {
  return `-init /dev/null -batch -noheader -list${knowsSafe ? ' -safe' : ''}`;
}

/**
 * What such a shell reads. It drops what stands behind a NUL in a line, also the quote that ends a name: what comes then, another
 * name, would be read as statements, and as commands that run programs. SQLite writes no such name; whoever writes its file can.
 * @throws HoldfastError command-failed.
 */
export function asInput(host: Host, statements: ByteString): Buffer {
  if (!statements.includes('\0')) return Buffer.from(`${UNTRUSTED}${statements}\n`, 'latin1');
  throw new HoldfastError(
    'command-failed',
    `Cannot ask SQLite on "${host.name}": a name in the database's schema holds a NUL, expected none, since SQLite never writes one. ` +
      'Somebody wrote the file otherwise: look who can, and what else is in it.',
  );
}

const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

/** As SQLite opens a file in another way than by its name alone. */
export function fileUri(path: string, how: 'immutable=1' | 'mode=ro'): string {
  return `file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?${how}`;
}

/** The lines that `statements` print of a file that nobody writes to. @throws HoldfastError command-failed. */
export async function ask(file: StillFile, statements: ByteString): Promise<ByteString[]> {
  const { host, tool, signal } = file;
  const script = `exec ${quote(tool.path as ByteString)} ${flagsOnNames(tool)} -bail ${quote(fromText(fileUri(file.path, 'immutable=1')))}`;
  const stdin = asInput(host, `${statements};` as ByteString);
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
