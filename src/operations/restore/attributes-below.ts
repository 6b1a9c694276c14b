import { type ByteString, fromBytes } from '../../bytestring.ts';
import type { FileReader } from '../../files/file-reader.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { readFiles } from '../../files/read-files.ts';
import { lookAt } from '../../files/second-look.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { failureOf } from './workspace.ts';

/** So many entries are asked for at once. */
export const ATTRIBUTES_BATCH = 1000;
/** 64 KiB of attributes for each, as hex, would be more: but Linux' filesystems give one block or little more. */
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;
/** tar gives attributes with contents alone: so much is sent back to see them where there is no getfattr. */
const MAX_READ_BYTES = 64n * 1024n * 1024n;

/** By path. A path that isn't in it wasn't read; one that can't be read has no attributes. */
export type AttributesFound = ReadonlyMap<ByteString, ReadonlyMap<ByteString, Uint8Array>>;

export interface AttributesBelow {
  /** Of entries, by their paths relative to the folder; `ATTRIBUTES_BATCH` of them at most. */
  of(paths: readonly ByteString[]): Promise<AttributesFound>;
  /** How many entries weren't read for want of getfattr. */
  readonly unread: number;
}

export interface AttributesBelowOptions {
  readonly reader: FileReader;
  readonly hasGetfattr: boolean;
  /** Makes of shell lines a script that runs them in the folder. */
  readonly inFolder: (body: string) => string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads the extended attributes, access lists and capabilities of what is below `folder` on a host: by its getfattr, or
 * by its tar as far as that is cheap.
 */
export function attributesBelow(
  host: Host,
  folder: ByteString,
  options: AttributesBelowOptions,
): AttributesBelow {
  if (!options.hasGetfattr) return new TarAttributes(host, folder, options);
  return { unread: 0, of: (paths) => byGetfattr(host, paths, options) };
}

async function byGetfattr(
  host: Host,
  paths: readonly ByteString[],
  { inFolder, signal }: AttributesBelowOptions,
): Promise<AttributesFound> {
  const script = inFolder('xargs -0 -r getfattr -h -d -m - -e hex -- 2>/dev/null; :');
  const stdin = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1');
  const output = await runToEnd(host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal });
  if (!isSuccess(output.exit)) throw failureOf(host, 'read extended attributes', output);
  const found = new Map<ByteString, Map<ByteString, Uint8Array>>(paths.map((path) => [path, new Map()]));
  let of: Map<ByteString, Uint8Array> | undefined;
  for (const line of fromBytes(output.stdout).split('\n')) {
    const file = /^# file: (.*)$/.exec(line)?.[1];
    if (file !== undefined) of = found.get(unescaped(file));
    const [, name, hex] = /^([^#][^=]*)=0x([0-9a-f]*)$/.exec(line) ?? [];
    if (name !== undefined && hex !== undefined) of?.set(unescaped(name), Buffer.from(hex, 'hex'));
  }
  return found;
}

/** getfattr writes newlines, backslashes and `=` as `\012`, `\134` and `\075`. */
function unescaped(text: string): ByteString {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  ) as ByteString;
}

/** Reads attributes by the host's tar. */
class TarAttributes implements AttributesBelow {
  readonly #host: Host;
  readonly #folder: ByteString;
  readonly #options: AttributesBelowOptions;
  #readBytes = 0n;
  unread = 0;

  constructor(host: Host, folder: ByteString, options: AttributesBelowOptions) {
    this.#host = host;
    this.#folder = folder;
    this.#options = options;
  }

  async of(relative: readonly ByteString[]): Promise<AttributesFound> {
    const { reader, signal } = this.#options;
    const host = this.#host;
    const root = this.#folder === '/' ? '' : this.#folder;
    const paths = new Map(relative.map((path) => [`${root}/${path}` as ByteString, path]));
    const { entries } = await lookAt(host, paths.keys(), { reader, signal });
    const found = new Map<ByteString, Map<ByteString, Uint8Array>>();
    const cheap = [...entries.values()].filter((entry) => this.#isCheap(entry));
    for await (const event of readFiles(host, cheap, { reader, signal })) {
      if (event.kind !== 'content') continue;
      if (!Buffer.isBuffer(event.content)) for await (const _ of event.content);
      const path = paths.get(event.entry.path);
      const attributes = event.extendedAttributes.map(({ name, value }) => [name, value] as const);
      if (path !== undefined) found.set(path, new Map(attributes));
    }
    return found;
  }

  #isCheap({ sizeBytes, type }: ListedEntry): boolean {
    const bytes = type === 'file' ? sizeBytes : 0n;
    if (this.#readBytes + bytes > MAX_READ_BYTES) {
      this.unread++;
      return false;
    }
    this.#readBytes += bytes;
    return true;
  }
}
