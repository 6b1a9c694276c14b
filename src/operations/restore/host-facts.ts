import { fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { FileReader } from '../../files/file-reader.ts';
import { chooseReader, probeHost } from '../../files/probe.ts';
import { type Unpacker, unpackerOf } from '../../files/unpackers.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { type HashTool, PROBE_HASH_TOOLS, parseHashTools } from './hash-tools.ts';
import { type Mounts, parseMountinfo } from './mounts.ts';
import { BOOT_ID } from './source-place.ts';

/** What a restore must know of a host before it plans. */
export interface HostFacts {
  /** Who we are there. Only root (0) can give files to others and make devices. */
  readonly uid: number;
  readonly mounts: Mounts;
  /** What tells hashes of its files, the preferred first. The last takes any name. */
  readonly hashTools: readonly HashTool[];
  readonly hasGetfattr: boolean;
  /** Which kernel runs there: see BOOT_ID. Empty where it doesn't say. */
  readonly bootId: string;
  /** How its files are listed. */
  readonly reader: FileReader;
  /** How its tar takes what is restored. */
  readonly unpacker: Unpacker;
  /** `tar (busybox) 1.35.0`, ready to show. */
  readonly tarVersion: string;
}

const LIMIT_BYTES = 16 * 1024 * 1024;

const PROBE = `${PROBE_HASH_TOOLS}
case "$(getfattr --version 2>/dev/null)" in getfattr*) echo yes;; *) echo no;; esac
echo "$(cat ${BOOT_ID} 2>/dev/null)"
cat /proc/self/mountinfo 2>/dev/null; :`;

/** @throws HoldfastError host-unsupported if a tool is missing. */
export async function readHostFacts(host: Host, signal: AbortSignal | undefined): Promise<HostFacts> {
  const [probe, { stdout }] = await Promise.all([
    probeHost(host, signal),
    runSuccessfully(host, 'ask what is mounted', PROBE, { limitBytes: LIMIT_BYTES, signal }),
  ]);
  const reader = chooseReader(host, probe);
  const [tools = '', getfattr = '', bootId = ''] = fromBytes(stdout).split('\n', 3);
  const hashTools = parseHashTools(tools);
  if (hashTools.every((tool) => tool === 'openssl')) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot restore on "${host.name}": it has no sha256sum, expected one to verify what is restored. Install coreutils there.`,
    );
  }
  return {
    uid: probe.uid,
    mounts: parseMountinfo(stdout.subarray(tools.length + getfattr.length + bootId.length + 3)),
    hashTools,
    hasGetfattr: getfattr === 'yes',
    bootId: bootId.trim(),
    reader,
    unpacker: unpackerOf(reader.archiver),
    tarVersion: probe.tools.tar.version,
  };
}
