import type { ByteString } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';
import type { Lister } from './lister.ts';
import { STAT_FORMAT, StatRecords } from './stat-records.ts';
import type { ToolMessage } from './tool-message.ts';

const PRINT_RECORD = `-c ${quote(STAT_FORMAT as ByteString)}`;

/**
 * Shell that runs `feed | look` and then prints an end record with both exit statuses: a pipe alone hides the first.
 * They come by a descriptor of their own, so that they can't get between the records.
 */
function piped(feed: string, look: string): string {
  const both = `{ { ${feed}; echo "$?" >&3; } | ${look} >&4; echo "$?" >&3; } 3>&1`;
  return `cd /; exec 4>&1; s=$(${both}); set -- $s; printf 'end %s %s//\\n' "$1" "$2"`;
}

/**
 * A `stat` behind a find that only prints names: busybox, toybox, and any mixture with GNU's. Names come and go raw,
 * also in messages.
 */
export const STAT_LISTER: Lister = {
  walkScript: (walk) => piped(`find ${walk} -print0`, `xargs -0 -r stat ${PRINT_RECORD}`),
  lookScript: (followSymlinks) =>
    piped('cat', `xargs -0 -r stat ${followSymlinks ? '-L ' : ''}${PRINT_RECORD}`),
  parser: () => new StatRecords(),
  lacks: 'link-target',
  parseMessage,
  failuresOf,
};

/** `find: /a: Permission denied`, `stat: can't stat '/a': No such file or directory`, and the same without the verb. */
function parseMessage(line: ByteString): ToolMessage | null {
  const match = /^find: '?(\/.*?)'?: ([^:]*)$/.exec(line) ?? /^stat: [^/]*'(\/.*)': ([^:]*)$/.exec(line);
  return match === null ? null : { path: match[1] as ByteString, reason: match[2] as ByteString };
}

/** Names with newlines are spread over lines: so the names are looked for in the whole. */
function failuresOf(
  lines: readonly ByteString[],
  missing: readonly ByteString[],
): Map<ByteString, ToolMessage> {
  const text = `${lines.join('\n')}\n`;
  const failures = new Map<ByteString, ToolMessage>();
  for (const path of missing) {
    const message = `'${path}': `;
    const at = text.indexOf(message);
    const start = at + message.length;
    const reason = at === -1 ? 'it could not be looked at' : text.slice(start, text.indexOf('\n', start));
    failures.set(path, { path, reason: reason as ByteString });
  }
  return failures;
}
