import type { ByteString } from '../bytestring.ts';

/** What GNU find or GNU tar said about one path on stderr. */
export interface ToolMessage {
  readonly path: ByteString;
  /** Bytes as printed: `Permission denied`, `Cannot open: Permission denied`. */
  readonly reason: ByteString;
}

/**
 * Reads a line like `find: 'a\nb': Permission denied` or `tar: "./a": Cannot open: Permission denied` (as they are in
 * the C locale, names escaped as in C). A line that names a path somewhere else (`find: File system loop detected;
 * '/a' is …`) gives the whole line as the reason.
 *
 * @returns null if the line isn't from `tool` or names no path.
 */
export function parseToolMessage(line: ByteString, tool: 'find' | 'tar'): ToolMessage | null {
  const prefix = `${tool}: `;
  if (!line.startsWith(prefix)) return null;
  const quoteMark = tool === 'find' ? "'" : '"';
  const start = line.indexOf(quoteMark, prefix.length);
  if (start === -1) return null;
  const quoted = readQuoted(line, start);
  if (quoted === null) return null;
  const isFirst = start === prefix.length && line.startsWith(': ', quoted.end);
  const reason = line.slice(isFirst ? quoted.end + 2 : prefix.length) as ByteString;
  return { path: quoted.value, reason };
}

/** Whether `message` says that the path isn't there. */
export function saysVanished(message: Pick<ToolMessage, 'reason'>): boolean {
  return /(^|: )(No such file or directory|Not a directory)$/.test(message.reason);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The string that begins with a quotation mark at `start`, and where it ends; null if it never does. */
function readQuoted(line: ByteString, start: number): { value: ByteString; end: number } | null {
  const quoteMark = line[start];
  let value = '';
  for (let i = start + 1; i < line.length; i++) {
    const character = line[i] as string;
    if (character === quoteMark) return { value: value as ByteString, end: i + 1 };
    if (character !== '\\') {
      value += character;
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(line.slice(i + 1, i + 4))?.[0];
    if (octal !== undefined) {
      value += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      i += octal.length;
    } else {
      const escaped = line[++i] ?? '';
      value += SHORT_ESCAPES[escaped] ?? escaped;
    }
  }
  return null;
}
