import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import type { ListedEntry } from './listing.ts';
import { StreamingCommand } from './streaming-command.ts';

/**
 * `entries` with the numbers of devices filled in, which find doesn't print: by stat, and only if there are devices.
 * A device that is gone meanwhile is left out.
 *
 * @returns The entries, and the paths of those left out.
 */
export async function withDeviceNumbers(
  host: Host,
  entries: readonly ListedEntry[],
  signal: AbortSignal | undefined,
): Promise<{ entries: readonly ListedEntry[]; gone: ByteString[] }> {
  const devices = entries.filter(isDevice).map(({ path }) => path);
  if (devices.length === 0) return { entries, gone: [] };
  const numbers = await readNumbers(host, devices, signal);
  const filled = entries.flatMap((entry) => {
    if (!isDevice(entry)) return [entry];
    const deviceNumber = numbers.get(entry.path);
    return deviceNumber === undefined ? [] : [{ ...entry, deviceNumber }];
  });
  return { entries: filled, gone: devices.filter((path) => !numbers.has(path)) };
}

function isDevice({ type }: ListedEntry): boolean {
  return type === 'dev' || type === 'chardev';
}

async function readNumbers(
  host: Host,
  paths: readonly ByteString[],
  signal: AbortSignal | undefined,
): Promise<Map<ByteString, bigint>> {
  const command = await StreamingCommand.start(host, "cd /; xargs -0 -r stat --printf '%t %T\\0%n\\0' --", {
    names: paths,
    onErrorLine: () => {}, // a device without a number in the output is gone
    signal,
  });
  let output = '';
  try {
    for await (const chunk of command.output()) output += chunk.toString('latin1');
    await command.finish();
  } finally {
    await command.end();
  }
  const fields = output.split('\0');
  const numbers = new Map<ByteString, bigint>();
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const match = /^([0-9a-f]+) ([0-9a-f]+)$/.exec(fields[i] as string);
    if (match === null) continue;
    numbers.set(fields[i + 1] as ByteString, deviceNumber(BigInt(`0x${match[1]}`), BigInt(`0x${match[2]}`)));
  }
  return numbers;
}

/** Linux' encoding of a device's major and minor number in st_rdev (glibc's makedev). */
export function deviceNumber(major: bigint, minor: bigint): bigint {
  return ((major & ~0xfffn) << 32n) | ((major & 0xfffn) << 8n) | ((minor & ~0xffn) << 12n) | (minor & 0xffn);
}
