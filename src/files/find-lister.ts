import type { ByteString } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';
import { FIND_FORMAT, FindRecords } from './find-records.ts';
import type { Lister } from './lister.ts';
import { parseToolMessage, type ToolMessage } from './tool-message.ts';

/**
 * Shell to stand behind a find that prints FIND_FORMAT: prints an end record with find's exit status, and exits with
 * it. A list that was cut off lacks the record, whatever its reader was told of the exit.
 */
const PRINT_END = '; s=$?; printf \'end %s\\0\\0\\0\' "$s"; exit "$s"';

const PRINT_RECORD = `-printf ${quote(FIND_FORMAT as ByteString)}`;

/** GNU find, which prints everything but the numbers of devices. */
export const FIND_LISTER: Lister = {
  walkScript: (walk) => `cd /; find ${walk} ${PRINT_RECORD}${PRINT_END}`,
  // The names are cut into commands by xargs: find takes a list from a file only since findutils 4.9.
  lookScript: (followSymlinks) => {
    const find = `find ${followSymlinks ? '-L ' : ''}"$@" -maxdepth 0 ${PRINT_RECORD}`;
    return `cd /; xargs -0 -r sh -c ${quote(find as ByteString)} find${PRINT_END}`;
  },
  parser: () => new FindRecords(),
  lacks: 'device-number',
  parseMessage: (line) => parseToolMessage(line, 'find'),
  failuresOf: (lines) => {
    const failures = new Map<ByteString, ToolMessage>();
    for (const line of lines) {
      const message = parseToolMessage(line, 'find');
      if (message !== null) failures.set(message.path, message);
    }
    return failures;
  },
};
