import type { ByteString } from '../../bytestring.ts';

/**
 * How a host tells the SHA-256 of its files: openssl, which is several times as fast as coreutils where the processor
 * helps; sha256sum that ends its lines with NUL on demand (GNU); or sha256sum for one file at a time.
 */
export type HashTool = 'openssl' | 'sha256sum-zero' | 'sha256sum-plain';

export interface HashWay {
  /** Reads names, each ended by NUL, and prints a record for each in their order. */
  readonly script: string;
  readonly recordEnd: '\n' | '\0';
  /** Whether a name comes back as it is. */
  readonly takes: (path: ByteString) => boolean;
  /** What a record calls the file at `path`, behind the hash. */
  readonly nameOf: (path: ByteString) => string;
}

export const HASH_WAYS: Readonly<Record<HashTool, HashWay>> = {
  openssl: {
    script: 'xargs -0 -r openssl dgst -sha256 -r',
    recordEnd: '\n',
    // Its versions escape these, or don't.
    takes: (path) => !/[\n\r\\]/.test(path),
    nameOf: (path) => ` *${path}`,
  },
  'sha256sum-zero': {
    script: 'xargs -0 -r sha256sum -z --',
    recordEnd: '\0',
    takes: () => true,
    nameOf: (path) => `  ${path}`,
  },
  'sha256sum-plain': {
    script: `xargs -0 -r sh -c 'for f; do sha256sum < "$f" || exit 255; done' _`,
    recordEnd: '\n',
    takes: () => true,
    nameOf: () => '  -',
  },
};

/** Prints the tools that a host has, the preferred one first, in one line. Only what gives a known hash counts. */
export const PROBE_HASH_TOOLS = `
e=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
case "$(printf '' | openssl dgst -sha256 -r 2>/dev/null)" in "$e "*) printf 'openssl ';; esac
case "$(printf '' | sha256sum -z 2>/dev/null | tr '\\0' ' ')" in "$e "*) printf 'sha256sum-zero ';; esac
case "$(printf '' | sha256sum 2>/dev/null)" in "$e "*) printf 'sha256sum-plain ';; esac
echo`;

/** The tools in a line of PROBE_HASH_TOOLS. */
export function parseHashTools(line: string): HashTool[] {
  return line.split(' ').filter((word): word is HashTool => Object.hasOwn(HASH_WAYS, word));
}
