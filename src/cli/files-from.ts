import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type ByteString, display, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';
import type { Terminal } from './terminal.ts';

/** Files of this machine that name what to back up, each with restic's meaning; `-` is standard input. */
export interface FilesFromFlags {
  /** A path a line; white space around it, empty lines and lines that begin with `#` don't count. */
  readonly filesFrom: readonly string[];
  /** A path a line, as it is; empty lines don't count. */
  readonly filesFromVerbatim: readonly string[];
  /** A path before each NUL, as it is: the one form that every name survives. */
  readonly filesFromRaw: readonly string[];
}

/** A list of more is no list of sources but of files: naming their folders does it. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;

const UTF_8_BOM = '\xef\xbb\xbf';

/** The paths in the files that the flags name, as bytes. @throws HoldfastError bad-input. */
export async function readFilesFrom(flags: FilesFromFlags, stdin: Terminal['stdin']): Promise<ByteString[]> {
  const all = [...flags.filesFrom, ...flags.filesFromVerbatim, ...flags.filesFromRaw];
  if (all.filter((file) => file === '-').length > 1) {
    throw new HoldfastError(
      'bad-input',
      'Cannot read paths from standard input twice: expected one "-" among --files-from and its kin.',
    );
  }
  const paths: ByteString[] = [];
  const readAll = async (
    files: readonly string[],
    parse: (list: ByteString, where: string) => ByteString[],
  ) => {
    for (const file of files) {
      const where = file === '-' ? 'standard input' : JSON.stringify(file);
      paths.push(...parse(await readList(file, where, stdin), where));
    }
  };
  await readAll(flags.filesFrom, pathsOf);
  await readAll(flags.filesFromVerbatim, verbatimPathsOf);
  await readAll(flags.filesFromRaw, rawPathsOf);
  return paths;
}

async function readList(file: string, where: string, stdin: Terminal['stdin']): Promise<ByteString> {
  const bytes = await (file === '-' ? buffer(stdin) : readFile(file)).catch((cause: unknown) => {
    throw new HoldfastError('bad-input', `Cannot read paths from ${where}: ${systemErrorText(cause)}.`, {
      cause,
    });
  });
  if (bytes.length <= MAX_LIST_BYTES) return fromBytes(bytes);
  throw new HoldfastError(
    'bad-input',
    `Cannot read paths from ${where}: it has ${bytes.length} bytes, expected at most ${MAX_LIST_BYTES}. ` +
      'Name the folders that the files are in.',
  );
}

/** @throws HoldfastError bad-input for a pattern: restic expands it, but on the machine that it runs on. */
export function pathsOf(list: ByteString, where: string): ByteString[] {
  const paths = linesOf(list, where)
    .map((line) => line.replace(/^[ \t\v\f\r]+|[ \t\v\f\r]+$/g, '') as ByteString)
    .filter((line) => line !== '' && !line.startsWith('#'));
  const pattern = paths.find((path) => /[*?[]/.test(path));
  if (pattern === undefined) return paths;
  throw new HoldfastError(
    'bad-input',
    `Cannot use "${display(pattern)}" of ${where}: it is a pattern, expected a path. Name the folder above it and leave ` +
      'out the rest with --exclude; a path that really has such characters can stand in a file for --files-from-verbatim.',
  );
}

export function verbatimPathsOf(list: ByteString, where: string): ByteString[] {
  return linesOf(list, where).filter((line) => line !== '');
}

/** @throws HoldfastError bad-input if a path is empty, or the last has no NUL after it: the list may be cut off. */
export function rawPathsOf(list: ByteString, where: string): ByteString[] {
  const paths = list.split('\0') as ByteString[];
  const rest = paths.pop();
  if (rest !== '') {
    throw new HoldfastError(
      'bad-input',
      `Cannot read paths from ${where}: after the last NUL stands "${display(rest as ByteString)}", expected nothing. ` +
        'Each path ends with a NUL, as `find -print0` writes it; the list may be cut off.',
    );
  }
  if (!paths.includes('' as ByteString)) return paths;
  throw new HoldfastError('bad-input', `Cannot read paths from ${where}: one of them is empty.`);
}

function linesOf(list: ByteString, where: string): ByteString[] {
  if (list.includes('\0')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read paths from ${where}: there are NUL bytes in it, expected lines of UTF-8. A list with a NUL after each ` +
        'path is for --files-from-raw.',
    );
  }
  const text = list.startsWith(UTF_8_BOM) ? list.slice(UTF_8_BOM.length) : list;
  return text.split('\n').map((line) => line.replace(/\r$/, '') as ByteString);
}
