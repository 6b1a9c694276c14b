import { type ByteString, display, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { runSuccessfully } from '../hosts/output.ts';
import type { ArchiverKind, FileReader, ListerKind } from './file-reader.ts';

/** Whose implementation a tool is. `missing`: none at all; `unknown`: one that we have never met. */
export type ToolKind = 'gnu' | 'busybox' | 'toybox' | 'bsdtar' | 'missing' | 'unknown';

type Tool = 'find' | 'tar' | 'stat' | 'xargs';

/** What a host has and says of itself, read in one round trip. */
export interface HostProbe {
  readonly tools: Readonly<Record<Tool, { readonly kind: ToolKind; readonly version: string }>>;
  /** `Linux 6.1.0-18-amd64`, ready to show. */
  readonly kernel: string;
  /** What the host calls itself, ready to show. */
  readonly hostname: string;
  readonly uid: number;
  /** Whom commands run as, ready to show; the number where it has no name. */
  readonly username: string;
  /** The host's clock when it was asked: nanoseconds since 1970. Whole seconds where its date knows no finer. */
  readonly clockNs: bigint;
}

/**
 * @throws HoldfastError host-unsupported if the answer makes no sense; command-failed and what the host throws.
 */
export async function probeHost(host: Host, signal?: AbortSignal): Promise<HostProbe> {
  const { stdout } = await runSuccessfully(host, 'ask what the host has', SCRIPT, { signal });
  const answers = fromBytes(stdout).split('\0') as ByteString[];
  const answer = () => (answers.shift() ?? '').trim() as ByteString;
  const kernel = display(answer());
  const hostname = display(answer());
  const uid = answer();
  const username = answer();
  const clock = answer();
  const tool = () => toolOf(answer());
  const tools = { find: tool(), tar: tool(), stat: tool(), xargs: tool() };
  if (!/^\d{1,10}$/.test(uid) || !/^\d+$/.test(clock.replace(/%?N$/, '')) || answer() !== 'end') {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot use "${host.name}": it didn't answer what it is as expected. See whether \`id\`, \`date\` and \`uname\` ` +
        'work there.',
    );
  }
  return {
    tools,
    kernel,
    hostname,
    uid: Number(uid),
    username: display(username === '' ? uid : username),
    clockNs: clockOf(clock),
  };
}

/**
 * The way in which the host's files can be listed and read. What finds and what reads is chosen apart.
 *
 * @throws HoldfastError host-unsupported if it lacks the tools for either.
 */
export function chooseReader(host: Host, { tools }: HostProbe): FileReader {
  const lister = chooseLister(tools);
  const archiver = chooseArchiver(tools);
  if (lister !== null && archiver !== null) return { lister, archiver };
  const found = Object.entries(tools).map(([name, { kind }]) => `${name} is ${kind}`);
  throw new HoldfastError(
    'host-unsupported',
    `Cannot read files of "${host.name}": ${found.join(', ')}, expected find and tar of GNU, busybox or toybox ` +
      '(or bsdtar), with xargs, and with stat where find is not GNU. Install findutils and tar there.',
  );
}

function chooseLister({ find, stat, xargs }: HostProbe['tools']): ListerKind | null {
  if (!isKnown(xargs)) return null;
  if (find.kind === 'gnu') return 'find';
  return isKnown(find) && isKnown(stat) ? 'stat' : null;
}

function chooseArchiver({ tar, xargs }: HostProbe['tools']): ArchiverKind | null {
  if (tar.kind === 'missing' || tar.kind === 'unknown') return null;
  // An xargs that goes on after 255 (toybox's) would mix up the archives of busybox' tar.
  const needsStop = tar.kind === 'busybox';
  return needsStop && xargs.kind !== 'gnu' && xargs.kind !== 'busybox' ? null : tar.kind;
}

function isKnown({ kind }: { readonly kind: ToolKind }): boolean {
  return kind === 'gnu' || kind === 'busybox' || kind === 'toybox';
}

/** Answers each ended by NUL. The first line of `--version` tells a tool's kind, whatever its exit status is. */
const SCRIPT = [
  'p() { printf \'%s\\0\' "$1"; }',
  'v() { if command -v "$1" >/dev/null 2>&1; then p "$("$1" --version </dev/null 2>&1 | head -n 1)"; else p missing; fi; }',
  'p "$(uname -s -r)"',
  'p "$(uname -n)"',
  'p "$(id -u)"',
  'p "$(id -un 2>/dev/null)"',
  'p "$(date +%s%N)"',
  'v find',
  'v tar',
  'v stat',
  'v xargs',
  'p end',
].join('; ');

function toolOf(line: ByteString): { kind: ToolKind; version: string } {
  return { kind: kindOf(line), version: display(line) };
}

function kindOf(line: ByteString): ToolKind {
  if (line === 'missing') return 'missing';
  if (/GNU/.test(line)) return 'gnu';
  if (/toybox/i.test(line)) return 'toybox';
  if (/bsdtar/.test(line)) return 'bsdtar';
  // busybox' tar says its name; its find and stat only that they know no such option.
  if (/busybox/i.test(line) || /unrecogni[sz]ed/.test(line)) return 'busybox';
  return 'unknown';
}

const NS_DIGITS = 9;
const NS_PER_SECOND = 1_000_000_000n;

/** Of `date +%s%N`: seconds and nine digits, or seconds and what stands for `%N` where it isn't known. */
function clockOf(text: string): bigint {
  const digits = text.replace(/%?N$/, '');
  return digits.length > NS_DIGITS + 1 && digits === text ? BigInt(digits) : BigInt(digits) * NS_PER_SECOND;
}
