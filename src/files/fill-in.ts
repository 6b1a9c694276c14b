import { type ByteString, fromBytes } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { ArchiveRun } from './archive-run.ts';
import type { FileReader } from './file-reader.ts';
import { listerOf } from './listers.ts';
import type { ListedEntry } from './listing.ts';
import { look } from './look.ts';
import { STAT_LISTER } from './stat-lister.ts';
import type { ToolMessage } from './tool-message.ts';

/** Entries with all that their lister can't print of them, and why some can't be had. */
export interface FilledIn {
  readonly entries: readonly ListedEntry[];
  /** By path; these are not among the entries. */
  readonly failed: ReadonlyMap<ByteString, ToolMessage>;
}

interface FillOptions {
  readonly reader: FileReader;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks for what the records of the reader's lister lack: the numbers of devices (by stat) or the targets of symlinks
 * (from tar, which gives them exactly). One command, and only if there are such entries.
 */
export async function fillIn(
  host: Host,
  entries: readonly ListedEntry[],
  options: FillOptions,
): Promise<FilledIn> {
  const isNumbers = listerOf(options.reader).lacks === 'device-number';
  const lacking = entries.filter(isNumbers ? isDevice : isSymlink);
  if (lacking.length === 0) return { entries, failed: NONE };
  const whole = isNumbers
    ? await withNumbers(host, lacking, options)
    : await withTargets(host, lacking, options);
  const failed = new Map<ByteString, ToolMessage>();
  const filled = entries.flatMap((entry) => {
    const found = whole.get(entry.path) ?? entry;
    if (!('reason' in found)) return [found];
    failed.set(entry.path, found);
    return [];
  });
  return { entries: filled, failed };
}

const NONE: ReadonlyMap<ByteString, ToolMessage> = new Map();

function isDevice({ type }: ListedEntry): boolean {
  return type === 'dev' || type === 'chardev';
}

function isSymlink({ type }: ListedEntry): boolean {
  return type === 'symlink';
}

type Filled = Map<ByteString, ListedEntry | ToolMessage>;

async function withNumbers(host: Host, devices: readonly ListedEntry[], { signal }: FillOptions) {
  const paths = devices.map(({ path }) => path);
  const seen = await look(host, STAT_LISTER, paths, { followSymlinks: false, signal });
  const whole: Filled = new Map(seen.failures);
  for (const device of devices) {
    const now = seen.entries.get(device.path);
    if (now === undefined) continue;
    const { path } = device;
    whole.set(path, isDevice(now) ? { ...device, deviceNumber: now.deviceNumber } : goneAs(path));
  }
  return whole;
}

async function withTargets(host: Host, symlinks: readonly ListedEntry[], { reader, signal }: FillOptions) {
  const whole: Filled = new Map();
  const run = new ArchiveRun(host, reader.archiver, signal);
  for await (const sent of run.members(symlinks, { sparse: false })) {
    for (const { entry, member } of sent) {
      const { type, linkTarget } = member.header;
      whole.set(entry.path, type === 'symlink' ? { ...entry, linkTarget } : goneAs(entry.path));
    }
  }
  for (const [path, linkTarget] of await targetsOf(host, symlinks.filter(isUnasked(run)), signal)) {
    const entry = symlinks.find((symlink) => symlink.path === path);
    if (entry !== undefined) whole.set(path, { ...entry, linkTarget });
  }
  for (const { path } of symlinks) {
    if (whole.has(path)) continue;
    const reason = run.said(path)?.message ?? ('tar sent nothing of it' as ByteString);
    whole.set(path, { path, reason });
  }
  return whole;
}

/** Another stands there now: it wasn't there when it was listed, and what was is gone. */
function goneAs(path: ByteString): ToolMessage {
  return { path, reason: 'No such file or directory' as ByteString };
}

function isUnasked({ archiver }: ArchiveRun): (entry: ListedEntry) => boolean {
  return ({ path }) => !archiver.takesName(path);
}

/** The targets of symlinks whose names tar can't be asked for (toybox': a newline at the end), from readlink. */
async function targetsOf(
  host: Host,
  symlinks: readonly ListedEntry[],
  signal: AbortSignal | undefined,
): Promise<Map<ByteString, ByteString>> {
  const targets = new Map<ByteString, ByteString>();
  if (symlinks.length === 0) return targets;
  const stdin = Buffer.from(symlinks.map(({ path }) => `${path}\0`).join(''), 'latin1');
  const { stdout } = await runToEnd(host, READLINKS, { stdin, signal });
  const answers = fromBytes(stdout).split('\0') as ByteString[];
  for (let i = 0; i + 1 < answers.length; i += 2) {
    const [path, target] = answers.slice(i, i + 2) as [ByteString, ByteString];
    if (target !== '') targets.set(path, target);
  }
  return targets;
}

const READLINKS = `xargs -0 -r -n 1 sh -c 'printf "%s\\0" "$1"; readlink -n "$1"; printf "\\0"' _`;
