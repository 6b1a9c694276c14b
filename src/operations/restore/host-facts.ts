import { fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { FileReader } from '../../files/file-reader.ts';
import { chooseReader, probeHost } from '../../files/probe.ts';
import { type Unpacker, unpackerOf } from '../../files/unpackers.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { type Mounts, parseMountinfo } from './mounts.ts';

/** What a restore must know of a host before it plans. */
export interface HostFacts {
  /** Who we are there. Only root (0) can give files to others and make devices. */
  readonly uid: number;
  readonly mounts: Mounts;
  /** `zero`: sha256sum ends its lines with NUL on demand (GNU). `plain`: one file at a time. */
  readonly hashing: 'zero' | 'plain';
  readonly hasGetfattr: boolean;
  /** How its files are listed. */
  readonly reader: FileReader;
  /** How its tar takes what is restored. */
  readonly unpacker: Unpacker;
  /** `tar (busybox) 1.35.0`, ready to show. */
  readonly tarVersion: string;
}

const LIMIT_BYTES = 16 * 1024 * 1024;

const PROBE = `
if printf '' | sha256sum -z >/dev/null 2>&1; then echo zero
elif printf '' | sha256sum >/dev/null 2>&1; then echo plain; else echo none; fi
case "$(getfattr --version 2>/dev/null)" in getfattr*) echo yes;; *) echo no;; esac
cat /proc/self/mountinfo 2>/dev/null; :`;

/** @throws HoldfastError host-unsupported if a tool is missing. */
export async function readHostFacts(host: Host, signal: AbortSignal | undefined): Promise<HostFacts> {
  const [probe, { stdout }] = await Promise.all([
    probeHost(host, signal),
    runSuccessfully(host, 'ask what is mounted', PROBE, { limitBytes: LIMIT_BYTES, signal }),
  ]);
  const reader = chooseReader(host, probe);
  const [hashing, getfattr] = fromBytes(stdout).split('\n', 2);
  if (hashing !== 'zero' && hashing !== 'plain') {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot restore on "${host.name}": it has no sha256sum, expected one to verify what is restored. Install coreutils there.`,
    );
  }
  return {
    uid: probe.uid,
    mounts: parseMountinfo(stdout.subarray(hashing.length + (getfattr?.length ?? 0) + 2)),
    hashing,
    hasGetfattr: getfattr === 'yes',
    reader,
    unpacker: unpackerOf(reader.archiver),
    tarVersion: probe.tools.tar.version,
  };
}
