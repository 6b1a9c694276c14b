import { afterAll, describe, expect, it } from 'vitest';
import { localHost } from '../../src/hosts/local.ts';
import { CommandFailure, runSuccessfully, runToEnd } from '../../src/hosts/output.ts';

const host = localHost();
afterAll(() => host.close());

describe('running a command to its end', () => {
  it('gives a failing command as an output like any other', async () => {
    const { exit, stderr } = await runToEnd(host, 'echo no >&2; exit 3');
    expect([exit, stderr.toString()]).toEqual([{ code: 3 }, 'no\n']);
  });

  it('feeds it from a stream', async () => {
    async function* numbers() {
      for (const number of [1, 2, 3]) yield Buffer.from(`${number}\n`);
    }
    expect((await runToEnd(host, 'cat', { stdin: numbers() })).stdout.toString()).toBe('1\n2\n3\n');
  });

  it('fails with the error of the stream that feeds it, and never takes a cut one for whole', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the source broke');
    }
    await expect(runToEnd(host, 'cat >/dev/null', { stdin: broken() })).rejects.toThrow('the source broke');
  });

  it('gives the exit status of a command that leaves most of its stdin unread', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(100_000);
    }
    const { exit } = await runToEnd(host, 'head -c 10 >/dev/null; exit 7', { stdin: endless() });
    expect(exit).toEqual({ code: 7 });
  });

  it('ends a command that prints too much', async () => {
    const running = runToEnd(host, 'cat /dev/zero', { limitBytes: 1000 });
    await expect(running).rejects.toMatchObject({ code: 'host-unsupported', message: /over 1000 bytes/ });
  });

  it('keeps the end of a long stderr, which says why', async () => {
    const { stderr } = await runToEnd(host, 'head -c 100000 /dev/zero >&2; echo why >&2', { limitBytes: 10 });
    expect(stderr.toString('latin1')).toBe(`${'\0'.repeat(6)}why\n`);
  });

  it('is cancelled by its signal', async () => {
    const abort = new AbortController();
    const running = runToEnd(host, 'sleep 1000', { signal: abort.signal });
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a command failure', () => {
  it('says what failed, where, how, and the last words of stderr on one line', async () => {
    const script = `printf 'one\\ntwo\\nthree\\nfour\\nfive\\nsix\\n::error::\\033[31mx\\n' >&2; exit 2`;
    const failure = await runSuccessfully(host, 'list the files', script).catch((error) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure.message).toBe(
      'Cannot list the files on "this machine": the command ended with exit status 2: ' +
        '"three | four | five | six | ::error::\\x1b[31mx", expected exit status 0.',
    );
  });

  it('tells a signal', async () => {
    const running = runSuccessfully(host, 'count', 'kill -s KILL $$');
    await expect(running).rejects.toThrow('the command was ended by signal KILL, expected exit status 0');
  });
});
