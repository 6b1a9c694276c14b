import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { type HoldOptions, holdApplication } from '../../../src/operations/backup/application-hold.ts';

/** A host whose commands end at once: by 0, or as `codes` says. What it ran is in `ran`. */
function hostOf(codes: Readonly<Record<string, number>>, ran: string[], output = ''): Host {
  return {
    name: 'db',
    close: async () => {},
    start: async (script, { signal } = {}) => {
      if (signal?.aborted) throw new HoldfastError('cancelled', 'Cannot run it: the run was cancelled.');
      const command = script.split('\n').at(-1) ?? ''; // behind what it is run with
      ran.push(command);
      const ended = () => new PassThrough().end(output);
      const exited = Promise.resolve({ code: codes[command] ?? 0 });
      return { stdin: new PassThrough(), stdout: ended(), stderr: ended(), exited };
    },
  };
}

const REPORTER = { onInfo: () => {}, onWarning: () => {}, onProgress: () => {} };

function hold(
  {
    codes = {},
    signal = new AbortController().signal,
    output,
  }: { codes?: Record<string, number>; signal?: AbortSignal; output?: string },
  work: (ran: string[]) => Promise<string>,
) {
  const ran: string[] = [];
  const states: string[] = [];
  const options: HoldOptions = {
    before: ['stop', 'sync'],
    after: ['start', 'look'],
    onApplication: (state) => void states.push(state),
  };
  const held = holdApplication(
    { host: hostOf(codes, ran, output), options, reporter: REPORTER, signal },
    () => work(ran),
  );
  return held.then(
    (result) => ({ result, error: null, ran, states }),
    (error: unknown) => ({ result: null, error, ran, states }),
  );
}

const readFiles = async (ran: string[]) => {
  ran.push('(work)');
  return 'read';
};

describe('the application goes on again', () => {
  test('after the work', async () => {
    const { result, ran, states } = await hold({}, readFiles);
    expect(ran).toEqual(['stop', 'sync', '(work)', 'start', 'look']);
    expect(result).toMatchObject({ result: 'read', afterFailure: null });
    expect(states).toEqual(['held', 'released']);
  });

  test('after a failure of the work, which is then thrown', async () => {
    const failure = new HoldfastError('host-silent', 'Silence.');
    const { error, ran } = await hold({}, () => Promise.reject(failure));
    expect(error).toBe(failure);
    expect(ran).toEqual(['stop', 'sync', 'start', 'look']);
  });

  test('when a before command fails half-way: nothing is read', async () => {
    const { error, ran } = await hold({ codes: { sync: 3 } }, readFiles);
    expect(error).toMatchObject({
      code: 'command-failed',
      message: expect.stringContaining('exit status 3'),
    });
    expect(ran).toEqual(['stop', 'sync', 'start', 'look']);
  });

  test('when the run is cancelled: for that there is a grace', async () => {
    const cancel = new AbortController();
    const { error, ran, states } = await hold({ signal: cancel.signal }, async () => {
      cancel.abort(new HoldfastError('cancelled', 'Cancelled.'));
      throw new HoldfastError('cancelled', 'Cancelled.');
    });
    expect(error).toMatchObject({ code: 'cancelled' });
    expect(ran).toEqual(['stop', 'sync', 'start', 'look']);
    expect(states).toEqual(['held', 'released']);
  });
});

describe('an application that stays down', () => {
  test('is told, though what was read is good', async () => {
    const { result, states } = await hold({ codes: { start: 1 } }, readFiles);
    expect(result).toMatchObject({ result: 'read', afterFailure: { code: 'command-failed' } });
    expect(result?.afterFailure?.message).toContain('The application may still be held');
    expect(states).toEqual(['held']);
  });

  test('is told before the failure of the work', async () => {
    const failure = new HoldfastError('host-silent', 'Silence.');
    const { error } = await hold({ codes: { start: 1 } }, () => Promise.reject(failure));
    expect(error).toMatchObject({ code: 'command-failed', cause: failure });
  });
});

test('a command that failed says where its output is, if there was any', async () => {
  const failed = async (output: string) => (await hold({ codes: { stop: 1 }, output }, readFiles)).error;
  expect(await failed('no such unit\n')).toMatchObject({
    message: expect.stringContaining('expected 0. What it printed stands in the log of this run; run it'),
  });
  expect(await failed('')).toMatchObject({ message: expect.stringContaining('It printed nothing; run it') });
});
