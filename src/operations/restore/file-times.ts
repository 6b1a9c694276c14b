import { closeSync, openSync, statSync, unlinkSync } from 'node:fs';
import type { ByteString } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { FilesHere } from './files-here.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

export const NS_PER_SECOND = 1_000_000_000n;

export interface TimeToSet {
  /** In the workspace. */
  readonly path: ByteString;
  readonly mtimeNs: bigint;
}

/** Node sets these itself. Finer ones than microseconds it doesn't set, and earlier ones than 1970 not everywhere. */
export function isWholeSecond(mtimeNs: bigint): boolean {
  return mtimeNs >= 0n && mtimeNs % NS_PER_SECOND === 0n;
}

/** utimensat(2) by Linux's number of it, on machines of 64 bits. */
const UTIMENSAT: Readonly<Partial<Record<NodeJS.Architecture, number>>> = {
  x64: 280,
  arm64: 88,
  riscv64: 88,
  loong64: 88,
  ppc64: 304,
  s390x: 315,
};

/** From where it stands (AT_FDCWD); of a symlink, itself (AT_SYMLINK_NOFOLLOW); the time of access as it is (UTIME_OMIT). */
const setTimes = (number: number) => `perl -e '
$/ = "\\0";
while (<STDIN>) {
  chomp;
  my ($s, $ns, $path) = split / /, $_, 3;
  my $times = pack "q4", 0, 1073741822, $s, $ns;
  syscall(${number}, -100, $path, $times, 256) == 0 or die "$path: $!\\n";
}'`;

/** A time that shows each digit. */
const TRIAL_NS = 1_000_000_001_123_456_789n;
const TRIAL = 'trial-of-times' as ByteString;

type Write = (bytes: Uint8Array) => Promise<void>;

/** Sets times of files with their fractions of seconds, by a Perl of this machine. */
export class FileTimes {
  readonly #running: Promise<unknown>;
  readonly #ready = Promise.withResolvers<Write>();
  readonly #over = Promise.withResolvers<void>();
  #write: Write | null = null;

  private constructor(workspace: Workspace, script: string, signal: AbortSignal) {
    this.#running = runIn(workspace, 'set times', script, {
      stdin: async (write) => {
        this.#ready.resolve(write);
        await this.#over.promise;
      },
      signal,
    });
    this.#running.catch(() => {}); // met by who sets a time, and at the end
    signal.addEventListener('abort', () => this.#over.resolve(), { once: true });
  }

  /** Null where it doesn't work: it is tried on a file of the workspace. */
  static async open(workspace: Workspace, here: FilesHere, signal: AbortSignal): Promise<FileTimes | null> {
    const number = UTIMENSAT[process.arch];
    if (number === undefined) return null;
    const script = asItsRun(workspace, setTimes(number));
    return (await works(workspace, { script, here, signal }))
      ? new FileTimes(workspace, script, signal)
      : null;
  }

  /** @throws as `runIn`. */
  async set(times: readonly TimeToSet[]): Promise<void> {
    if (times.length === 0) return;
    try {
      // It may have ended before it read anything.
      this.#write ??= await Promise.race([this.#ready.promise, this.#running.then(() => endedEarly())]);
      await this.#write(recordsOf(times));
    } catch (error) {
      this.#over.resolve();
      await this.#running; // why it reads no more
      throw error;
    }
  }

  /** Resolves when all are set. @throws as `runIn`. */
  async end(): Promise<void> {
    this.#over.resolve();
    await this.#running;
  }
}

function endedEarly(): never {
  throw new HoldfastError('internal', 'What sets times ended before it was told to.');
}

async function works(
  workspace: Workspace,
  { script, here, signal }: { script: string; here: FilesHere; signal: AbortSignal },
): Promise<boolean> {
  const path = `${here.folder}/${TRIAL}`;
  try {
    closeSync(openSync(path, 'w', 0o600));
    const stdin = recordsOf([{ path: TRIAL, mtimeNs: TRIAL_NS }]);
    await runIn(workspace, 'try to set a time', script, { stdin, signal });
    const isSet = statSync(path, { bigint: true }).mtimeNs === TRIAL_NS;
    unlinkSync(path);
    return isSet;
  } catch (error) {
    if (signal.aborted) throw error;
    return false; // no Perl, or one that may not, or a workspace that is gone: who writes in it says so
  }
}

function recordsOf(times: readonly TimeToSet[]): Buffer {
  const records = times.map(({ path, mtimeNs }) => {
    const ns = ((mtimeNs % NS_PER_SECOND) + NS_PER_SECOND) % NS_PER_SECOND;
    return `${(mtimeNs - ns) / NS_PER_SECOND} ${ns} ${path}\0`;
  });
  return Buffer.from(records.join(''), 'latin1');
}
