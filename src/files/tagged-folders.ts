import { type ByteString, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { CommandFailure } from '../hosts/output.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import { parentPath } from './paths.ts';
import { StreamingCommand } from './streaming-command.ts';

/** A file that says that what lies beside it needs no backup (restic's `--exclude-if-present`). */
export interface FolderTag {
  readonly name: ByteString;
  /** What the file must begin with; empty: anything. */
  readonly header: ByteString;
}

/** The folders in which a tag was found: all in them but the tag itself is left out. */
export interface TaggedFolders {
  readonly tag: ByteString;
  readonly folders: ReadonlySet<ByteString>;
}

/** Cache Directory Tagging Specification (bford.info/cachedir). */
const CACHEDIR_TAG: FolderTag = {
  name: fromText('CACHEDIR.TAG'),
  header: fromText('Signature: 8a477f597d28d172789f06886806bc55'),
};

/** Longest header that is compared. */
const MAX_HEADER_BYTES = 4096;

/**
 * The tags of `--exclude-caches` and of `--exclude-if-present NAME` or `NAME:HEADER`.
 *
 * @throws HoldfastError bad-input at one without a name, or with a slash in it.
 */
export function folderTags(options: {
  readonly excludeCaches?: boolean | undefined;
  readonly excludeIfPresent?: readonly string[] | undefined;
}): FolderTag[] {
  const tags = (options.excludeIfPresent ?? []).map(parseTag);
  return options.excludeCaches === true ? [...tags, CACHEDIR_TAG] : tags;
}

function parseTag(spec: string): FolderTag {
  const colon = spec.indexOf(':');
  const name = colon === -1 ? spec : spec.slice(0, colon);
  const header = fromText(colon === -1 ? '' : spec.slice(colon + 1));
  if (name === '' || /[/\0]/.test(name) || header.length > MAX_HEADER_BYTES) {
    throw new HoldfastError(
      'bad-input',
      `Cannot leave out folders with the tag ${JSON.stringify(spec)}: expected the name of a file, or NAME:HEADER ` +
        `with a header of at most ${MAX_HEADER_BYTES} bytes. Correct it.`,
    );
  }
  return { name: fromText(name), header };
}

/**
 * Finds the folders below `roots` (absolute, clean) that hold one of `tags`, on a host. It takes a walk
 * of its own, since a listing can come upon a tag after what lies beside it. What can't be looked into isn't tagged;
 * the listing says why.
 *
 * @throws HoldfastError command-failed if the walk didn't come to its end.
 */
export async function findTaggedFolders(
  host: Host,
  roots: readonly ByteString[],
  options: {
    readonly tags: readonly FolderTag[];
    readonly oneFileSystem: boolean;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<TaggedFolders[]> {
  const found: TaggedFolders[] = [];
  for (const tag of options.tags) {
    const paths = await findTag(
      host,
      tag,
      `find ${quoteAll(roots)} ${options.oneFileSystem ? '-xdev ' : ''}`,
      options.signal,
    );
    found.push({ tag: tag.name, folders: new Set(paths.map(parentPath)) });
  }
  return found;
}

/** Paths of the tags whose headers fit. Only what every find and shell can do: some have neither -printf nor -xtype. */
async function findTag(
  host: Host,
  tag: FolderTag,
  find: string,
  signal: AbortSignal | undefined,
): Promise<ByteString[]> {
  const named = `${find}-name ${quote(escapePattern(tag.name))} -print0`;
  const fitting = `xargs -0 -r sh -c ${quote(printFitting(tag.header))} sh`;
  const walk = tag.header === '' ? named : `${named} | ${fitting}`;
  let output = '';
  const command = await StreamingCommand.start(host, `cd /; ${walk}; printf 'end\\0\\0'`, {
    onErrorLine: () => {},
    signal,
  });
  try {
    for await (const chunk of command.output()) output += chunk.toString('latin1');
    const exit = await command.finish();
    if (!output.endsWith('end\0\0') || !('code' in exit)) {
      throw new CommandFailure('look for folders to leave out', host, { exit, stderr: Buffer.alloc(0) });
    }
  } finally {
    await command.end();
  }
  return output.split('\0').slice(0, -3) as ByteString[];
}

/**
 * Shell that prints the paths of the files that begin with `header`. Only regular files are read (by symlink too, as
 * restic does): opening a fifo would never end. The `x` keeps newlines at the end, which the shell takes off; NULs,
 * which it drops, leave less than `header`.
 */
function printFitting(header: ByteString): ByteString {
  const begins = `[ "$(head -c ${header.length} <"$f" && echo x)" = ${quote(header)}x ]`;
  return `for f do [ -f "$f" ] && ${begins} && printf '%s\\0' "$f"; done 2>/dev/null` as ByteString;
}

/** `name` as a pattern of find that matches only it. */
export function escapePattern(name: ByteString): ByteString {
  return name.replace(/[\\*?[\]]/g, '\\$&') as ByteString;
}
