import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ExitReport } from '../../src/hosts/exit-report.ts';
import { ShellCommand } from '../../src/hosts/shell-command.ts';

const MARKER = '0123456789abcdef0123456789abcdef';

/** What passes, and the status, when `text` comes in pieces of `size` bytes. */
async function filter(text: string, size: number) {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const report = new ExitReport(MARKER);
  const passed = await buffer(Readable.from(pieces).pipe(report));
  return { passed: passed.toString(), status: report.status };
}

describe('an exit report', () => {
  it.each([1, 2, 7, 31, 32, 33, 1000])(
    'is taken out of stderr that comes in pieces of %i bytes',
    async (size) => {
      const text = `tar: warning 0123456789\n${MARKER} code 137\n`;
      expect(await filter(text, size)).toEqual({
        passed: 'tar: warning 0123456789\n',
        status: { code: 137 },
      });
    },
  );

  it('tells a signal', async () => {
    expect((await filter(`${MARKER} signal KILL\n`, 9)).status).toEqual({ signal: 'KILL' });
  });

  it('lets through what comes after it, from processes that outlive the script', async () => {
    expect(await filter(`a${MARKER} code 0\nb`, 5)).toEqual({ passed: 'ab', status: { code: 0 } });
  });

  it.each([`cut ${MARKER.slice(0, 20)}`, `cut ${MARKER}`, `cut ${MARKER} code 1`])(
    'that was cut off is none, and the text stays whole: %j',
    async (text) => {
      expect(await filter(text, 6)).toEqual({ passed: text, status: null });
    },
  );
});

describe('a command whose shell is to report how it ended', () => {
  const commandOn = (stderr: string, code: number) =>
    new ShellCommand(
      {
        stdin: new PassThrough().on('error', () => undefined),
        stdout: Readable.from([]),
        stderr: Readable.from([Buffer.from(stderr)]),
        exit: Promise.resolve({ code }),
        close: () => undefined,
      },
      {
        host: 'here',
        identity: { kind: 'group', pid: 2, start: '-' },
        reportMarker: MARKER,
        end: async () => true,
      },
    );

  const exitOf = (command: ShellCommand) => {
    command.stdout.resume();
    command.stderr.resume();
    return command.exited;
  };

  it('ended as the report says, whatever the channel says', async () => {
    expect(await exitOf(commandOn(`${MARKER} code 3\n`, 0))).toEqual({ code: 3 });
  });

  it('never ended well without a report', async () => {
    expect(await exitOf(commandOn('', 137))).toEqual({ code: 137 });
    await expect(exitOf(commandOn(MARKER, 0))).rejects.toMatchObject({ code: 'host-unreachable' });
  });
});
