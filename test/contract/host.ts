import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBytes } from '../../src/bytestring.ts';
import type { Host, RunningCommand } from '../../src/hosts/host.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { quote } from '../../src/hosts/quote.ts';
import { commandLines, groupMembers, isRunning } from '../services/processes.ts';

export interface HostUnderTest {
  /** A new connection to the same host, which is this machine, so that /proc shows what runs on it. */
  connect(): Promise<Host>;
  tearDown(): Promise<void>;
  /** The number that a process has here whose number on the host is `pid`, where they differ: in a container. */
  pidHere?(pid: number): Promise<number>;
}

export interface HostTraits {
  /** False where a login shell stands between: it tells death by signal N as exit status 128 + N. */
  readonly tellsSignals?: boolean;
  /** False where the exit status is reported by a shell that can't tell `exit 137` from death by signal 9. */
  readonly tellsHighCodes?: boolean;
  /** A start or a byte costs many times what it costs elsewhere: fewer of them prove the same. */
  readonly isSlow?: boolean;
}

/** What every host promises (src/hosts/host.ts), whatever its login shell does. `make` is called once. */
export function hostCore(name: string, make: () => Promise<HostUnderTest>, traits: HostTraits = {}): void {
  describe(`${name}: host contract, core`, () => {
    const { host, pidHere } = useHost(make);

    const highCodes = traits.tellsHighCodes === false ? [] : [129, 137, 143];
    it.each([0, 1, 2, 100, 126, 127, 128, ...highCodes, 254, 255])('gives exit status %i', async (code) => {
      expect((await runToEnd(host(), `exit ${code}`)).exit).toEqual({ code });
    });

    it.each(['KILL', 'TERM'])('tells death by signal %s from an exit', async (signal) => {
      const { exit } = await runToEnd(host(), `kill -s ${signal} $$; sleep 60`);
      const number = { KILL: 9, TERM: 15 }[signal] as number;
      expect(exit).toEqual(traits.tellsSignals === false ? { code: 128 + number } : { signal });
    });

    it('carries every byte from stdin to stdout', async () => {
      const bytes = Buffer.concat([Buffer.from([...Array(256).keys()]), randomBytes(300_000)]);
      const { stdout, exit } = await runToEnd(host(), 'cat', { stdin: bytes });
      expect(stdout.equals(bytes)).toBe(true);
      expect(exit).toEqual({ code: 0 });
    });

    it('keeps stderr apart from stdout, and both free of what rc files print', async () => {
      const { stdout, stderr } = await runToEnd(host(), 'echo out; echo err >&2');
      expect([stdout.toString(), stderr.toString()]).toEqual(['out\n', 'err\n']);
    });

    it('gives a clean environment with the sbin folders, whatever rc files set', async () => {
      const { stdout } = await runToEnd(host(), 'env; echo umask $(umask -S)');
      const lines = stdout.toString().trim().split('\n');
      const names = lines
        .flatMap((line) => line.match(/^(\w+)=/)?.[1] ?? [])
        .filter((key) => !SHELLS_OWN.has(key));
      expect(names.sort()).toEqual(['HOME', 'LC_ALL', 'PATH', 'TZ', 'USER']);
      expect(lines).toEqual(expect.arrayContaining(['LC_ALL=C', 'TZ=UTC0', 'umask u=rwx,g=,o=']));
      expect(lines.find((line) => line.startsWith('PATH='))?.split(/[=:]/)).toContain('/usr/sbin');
    });

    it('runs scripts of many lines with quotes, comments, here-documents and no newline at their end', async () => {
      const script = `# it's a "comment"\nif true; then\n  cat <<'END'\n$HOME \\ "x"\nEND\nfi\nprintf %s 'ü$x!'`;
      expect((await runToEnd(host(), script)).stdout.toString()).toBe('$HOME \\ "x"\nü$x!');
    });

    it('passes quoted words of any byte but NUL', async () => {
      const word = fromBytes(Buffer.from([...Array(255).keys()].map((byte) => byte + 1)));
      const { stdout } = await runToEnd(host(), `printf %s ${quote(word)}`);
      expect(stdout.toString('latin1')).toBe(word);
    });

    it('ends the whole group on abort, with what ignores TERM, before exited rejects', async () => {
      const abort = new AbortController();
      const command = await host().start(STUBBORN_FAMILY, { signal: abort.signal });
      const group = await groupOf(command, 4, pidHere);
      abort.abort();
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      expect(await groupMembers(group)).toEqual([]);
    });
  });
}

/** The core, and all else that every host promises. */
export function hostContract(
  name: string,
  make: () => Promise<HostUnderTest>,
  traits: HostTraits = {},
): void {
  hostCore(name, make, traits);

  describe(`${name}: host contract`, () => {
    const { host, connect, pidHere } = useHost(make);

    const step = traits.isSlow === true ? 17 : 1;
    it('gives each exit status from 0 to 255 as it is', async () => {
      const codes = [...Array(256).keys()].filter((code) => code % step === 0);
      const exits: unknown[] = [];
      // Fewer at once than sshd takes on a connection (10): more of them would be a login each.
      for (let first = 0; first < codes.length; first += 8) {
        const some = codes.slice(first, first + 8).map((code) => runToEnd(host(), `exit ${code}`));
        exits.push(...(await Promise.all(some)).map(({ exit }) => exit));
      }
      expect(exits).toEqual(codes.map((code) => ({ code })));
    });

    it('gives the exit status of a script that sets a trap, fails under set -e or replaces its shell', async () => {
      const scripts = [
        `trap 'echo bye' EXIT; exit 4`,
        'set -e; (exit 5); exit 0',
        `exec sh -c 'exit 6'`,
        'f() { exit 7; }; f',
      ];
      const exits = await Promise.all(scripts.map(async (script) => (await runToEnd(host(), script)).exit));
      expect(exits).toEqual([{ code: 4 }, { code: 5 }, { code: 6 }, { code: 7 }]);
    });

    const large = traits.isSlow === true ? 256 * 1024 ** 2 : 1024 ** 3;
    it(`carries ${large / 1024 ** 2} MiB to a slow reader in bounded memory`, async () => {
      const command = await host().start(`head -c ${large} /dev/zero`);
      command.stderr.resume();
      const before = memoryBytes();
      let [length, highest, chunks] = [0, 0, 0];
      for await (const chunk of command.stdout) {
        length += chunk.length;
        if (++chunks % 500 === 0) await sleep(2);
        if (chunks % 50 === 0) highest = Math.max(highest, memoryBytes() - before);
      }
      expect(length).toBe(large);
      expect(await command.exited).toEqual({ code: 0 });
      // V8 may let 100 MiB of buffers pile up before it collects them; who keeps what streams would hold all of it.
      expect(highest).toBeLessThan(Math.min(MEMORY_BOUND_BYTES, large / 2));
    });

    it('stops a command whose stdout nobody reads', async () => {
      const command = await host().start('echo $$ >&2; exec cat /dev/zero');
      const pid = await pidHere(Number(await firstLine(command.stderr)));
      const written = await settledCount(() => bytesWritten(pid));
      expect(written).toBeGreaterThan(0);
      expect(written).toBeLessThan(PIPES_BOUND_BYTES);
      command.stdout.destroy();
    });

    it('stops a writer whose command does not read', async () => {
      const abort = new AbortController();
      const command = await host().start('sleep 1000', { signal: abort.signal });
      let taken = 0;
      const source = Readable.from(zeros(() => (taken += CHUNK_BYTES)));
      const writing = pipeline(source, command.stdin).catch(() => undefined);
      expect(await settledCount(async () => taken)).toBeLessThan(PIPES_BOUND_BYTES);
      abort.abort();
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      await writing;
    });

    it('carries 64 MiB of random bytes through stdin and stdout at once', async () => {
      const command = await host().start('cat');
      command.stderr.resume();
      const [sent, received] = [createHash('sha256'), createHash('sha256')];
      const source = Readable.from(randomChunks(64 * 1024 * 1024, (chunk) => sent.update(chunk)));
      const writing = pipeline(source, command.stdin);
      for await (const chunk of command.stdout) received.update(chunk);
      await writing;
      expect(received.digest('hex')).toBe(sent.digest('hex'));
      expect(await command.exited).toEqual({ code: 0 });
    });

    it('gives stderr of megabytes whole, to the last byte', async () => {
      const { stderr } = await runToEnd(host(), 'head -c 5000000 /dev/zero >&2; printf end >&2', {
        limitBytes: 6e6,
      });
      expect(stderr.length).toBe(5_000_003);
      expect(stderr.toString('latin1', 5_000_000)).toBe('end');
    });

    it.each([
      [
        'that is asked for',
        (async function* () {
          yield Buffer.alloc(1000);
          throw new Error('the source is damaged');
        })(),
      ],
      [
        'that writes',
        async (write: (bytes: Uint8Array) => Promise<void>) => {
          await write(Buffer.alloc(1000));
          throw new Error('the source is damaged');
        },
      ],
    ])('ends a command when the source %s of its stdin fails, and tells why', async (_, stdin) => {
      await expect(runToEnd(host(), 'cat >/dev/null; sleep 300', { stdin })).rejects.toThrow('damaged');
    });

    it('gives a writing source its memory back when the bytes are on their way', async () => {
      const memory = Buffer.alloc(64 * 1024);
      const { stdout } = await runToEnd(host(), 'cat', {
        limitBytes: 4 * 1024 * 1024,
        stdin: async (write) => {
          for (let i = 0; i < 32; i++) await write(memory.fill(i));
        },
      });
      for (let i = 0; i < 32; i++) {
        const part = stdout.subarray(i * memory.length, (i + 1) * memory.length);
        expect(part.equals(Buffer.alloc(memory.length, i))).toBe(true);
      }
    });

    it('runs a command to its end that does not read its stdin', async () => {
      const { stdout, exit } = await runToEnd(host(), 'echo done', { stdin: Buffer.alloc(5_000_000) });
      expect([stdout.toString(), exit]).toEqual(['done\n', { code: 0 }]);
    });

    it('runs 25 commands at once', async () => {
      const numbers = [...Array(25).keys()];
      const outputs = await Promise.all(
        numbers.map((number) =>
          runToEnd(host(), 'read -r x; sleep 0.2; echo $x', { stdin: Buffer.from(`${number}\n`) }),
        ),
      );
      expect(outputs.map(({ stdout }) => Number(stdout))).toEqual(numbers);
    });

    it('never shows a script on a command line', async () => {
      const command = await host().start('cat; : a-secret-word');
      command.stdout.resume();
      command.stderr.resume();
      expect((await commandLines()).join('\n')).not.toContain('a-secret-word');
      command.stdin.end();
      await command.exited;
    });

    it('leaves alone what a script started in a session of its own', async () => {
      const script = 'setsid sleep 1000 </dev/null >/dev/null 2>&1 & echo $!';
      const pid = await pidHere(Number((await runToEnd(host(), script)).stdout));
      expect(await isRunning(pid)).toBe(true);
      process.kill(pid);
    });

    it('destroys stdout with the error on abort, for an end would look like the whole output', async () => {
      const abort = new AbortController();
      const command = await host().start('echo begin; sleep 1000', { signal: abort.signal });
      const reading = text(command.stdout);
      setTimeout(() => abort.abort(), 100);
      await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
    });

    it('starts nothing under a signal that has already aborted', async () => {
      await expect(host().start('exit 0', { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'cancelled',
      });
    });

    it('goes on after an abort', async () => {
      const abort = new AbortController();
      const command = await host().start('sleep 1000', { signal: abort.signal });
      abort.abort();
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      expect((await runToEnd(host(), 'echo on')).stdout.toString()).toBe('on\n');
    });

    it('refuses a script with NUL', async () => {
      await expect(host().start('echo a\0b')).rejects.toMatchObject({ code: 'bad-input' });
    });

    it('ends every command when it is closed, twice as well as once, and starts none after', async () => {
      const own = await connect();
      const commands = await Promise.all([own.start(STUBBORN_FAMILY), own.start('sleep 1000')]);
      const groups = [await groupOf(commands[0], 4, pidHere)];
      await Promise.all([own.close(), own.close()]);
      for (const command of commands)
        await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      for (const group of groups) expect(await groupMembers(group)).toEqual([]);
      await expect(own.start('exit 0')).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}

/** Four processes that outlive TERM, and the group's id on stdout. */
const STUBBORN_FAMILY = `
trap '' TERM
sh -c 'sh -c "sleep 1000; :" & sleep 1000' &
read -r stat </proc/$$/stat
set -- \${stat##*)}
echo $3
while :; do sleep 1000; done`;

/** Variables that shells set for themselves. */
const SHELLS_OWN = new Set(['PWD', 'OLDPWD', 'SHLVL', '_']);

const CHUNK_BYTES = 64 * 1024;
/** What pipes, sockets and windows on the way may hold. */
const PIPES_BOUND_BYTES = 16 * 1024 * 1024;
const MEMORY_BOUND_BYTES = 256 * 1024 * 1024;

function useHost(make: () => Promise<HostUnderTest>) {
  let under: HostUnderTest;
  let shared: Host;
  beforeAll(async () => {
    under = await make();
    shared = await under.connect();
  });
  afterAll(async () => {
    await shared?.close();
    await under?.tearDown();
  });
  const pidHere = async (pid: number) => (await under.pidHere?.(pid)) ?? pid;
  return { host: () => shared, connect: () => under.connect(), pidHere };
}

async function groupOf(
  command: RunningCommand,
  members: number,
  pidHere: (pid: number) => Promise<number>,
): Promise<number> {
  const group = await pidHere(Number(await firstLine(command.stdout)));
  while ((await groupMembers(group)).length < members) await sleep(10);
  return group;
}

async function firstLine(stream: Readable): Promise<string> {
  let line = '';
  while (!line.includes('\n')) {
    if (stream.readableEnded) throw new Error(`the stream ended after ${JSON.stringify(line)}`);
    line += stream.read() ?? '';
    if (!line.includes('\n')) await once(stream, 'readable');
  }
  return line.trim();
}

/** The count once it has stood still for a while. */
async function settledCount(count: () => Promise<number>): Promise<number> {
  for (let before = -1; ; ) {
    const now = await count();
    if (now === before && now > 0) return now;
    before = now;
    await sleep(300);
  }
}

async function bytesWritten(pid: number): Promise<number> {
  const io = await readFile(`/proc/${pid}/io`, 'utf8');
  return Number(io.match(/^wchar: (\d+)/m)?.[1]);
}

function memoryBytes(): number {
  const { rss } = process.memoryUsage();
  return rss;
}

async function* zeros(onChunk: () => void) {
  for (;;) {
    onChunk();
    yield Buffer.alloc(CHUNK_BYTES);
  }
}

async function* randomChunks(length: number, onChunk: (chunk: Buffer) => void) {
  for (let sent = 0; sent < length; sent += CHUNK_BYTES) {
    const chunk = randomBytes(CHUNK_BYTES);
    onChunk(chunk);
    yield chunk;
  }
}
