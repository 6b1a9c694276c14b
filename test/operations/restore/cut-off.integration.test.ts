import { randomBytes } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { Progress } from '../../../src/operations/progress.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { Bench, describeTree, losing } from './harness.ts';

let bench: Bench;
let host: Host;

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await mkdir(bench.path('saved/a/deep/deeper'), { recursive: true });
  await mkdir(bench.path('saved/b'));
  for (let i = 0; i < 200; i++) await writeFile(bench.path(`saved/a/deep/f${i}`), randomBytes(1 + i * 50));
  for (let i = 0; i < 4; i++) await writeFile(bench.path(`saved/b/big${i}`), randomBytes(6_000_000));
  await writeFile(bench.path('saved/c'), 'the file c');
  await bench.sh('ln saved/c saved/a/deep/deeper/linked; chmod 0500 saved/a/deep/deeper');
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
});

afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('place/target');

/** A target with other things of the same names, and one that nobody saved. */
beforeEach(async () => {
  await bench.sh(
    'rm -rf place; mkdir -p place/target/a place/target/other; printf old > place/target/a/f; printf c > place/target/c; printf mine > place/target/other/mine',
  );
});

async function restored(): Promise<string[]> {
  const lines = await describeTree(target());
  return lines.filter((line) => !line.startsWith('/"other"') && !line.includes('.holdfast'));
}

describe('a restore whose connection is lost', () => {
  test('while it sends touches nothing, and the next run sends only what is missing', async () => {
    const before = await describeTree(target());
    const abort = new AbortController();
    const onProgress = ({ bytesDone }: Progress) => {
      if (bytesDone > 15_000_000) abort.abort();
    };
    const cut = bench.restore(host, { target: fromText(target()) }, { onProgress, signal: abort.signal });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    expect((await describeTree(target())).filter((line) => !line.includes('.holdfast-restore'))).toEqual(
      before.filter((line) => !line.includes('.holdfast-restore')),
    );
    const steps: Progress[] = [];
    const result = await bench.restore(
      host,
      { target: fromText(target()) },
      { onProgress: (step) => void steps.push(step) },
    );
    expect(result.resumedFiles).toBeGreaterThan(50);
    expect(result.sentBytes).toBeLessThan(20_000_000);
    expect(await restored()).toEqual(await describeTree(bench.path('saved')));
    for (const phase of ['restoring', 'verifying']) {
      const ofPhase = steps.filter((step) => step.phase === phase);
      for (const { filesDone, bytesDone, filesTotal, bytesTotal } of ofPhase) {
        expect(bytesDone).toBeLessThanOrEqual(bytesTotal as number);
        expect(filesDone).toBeLessThanOrEqual(filesTotal as number);
      }
      const { filesDone, filesTotal, bytesDone, bytesTotal } = ofPhase.at(-1) as Progress;
      expect({ phase, filesDone, bytesDone }).toEqual({
        phase,
        filesDone: filesTotal,
        bytesDone: bytesTotal,
      });
    }
    const first = steps.find(({ phase }) => phase === 'restoring');
    expect(first?.bytesDone).toBe((first?.bytesTotal as number) - result.sentBytes);
  });

  test('with other settings is told, with what differs and how to go on or free the space', async () => {
    const abort = new AbortController();
    const onProgress = ({ bytesDone }: Progress) => {
      if (bytesDone > 15_000_000) abort.abort();
    };
    const first = { target: fromText(target()), overwrite: 'if-changed' } as const;
    const cut = bench.restore(host, first, { onProgress, signal: abort.signal });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    const [left] = (await readdir(target())).filter((name) => name.startsWith('.holdfast-restore-'));
    bench.messages.length = 0;
    await bench.restore(host, { target: fromText(target()), dryRun: true });
    await bench.restore(host, { ...first, delete: true, owners: 'names', dryRun: true });
    await bench.restore(host, { ...first, includes: ['/c'], dryRun: true });
    const told = bench.messages.filter((message) => message.includes(`"${target()}/${left}"`));
    expect(told.map((message) => /snapshot, (.*), has left/.exec(message)?.[1])).toEqual([
      'with overwrite: if-changed (now: always)',
      'with delete: false (now: true), ownership-by-name: false (now: true)',
      'of other parts, or to another place',
    ]);
    expect(told[0]).toContain(`rm -rf -- ${target()}/${left}`);
    bench.messages.length = 0;
    expect((await bench.restore(host, first)).resumedFiles).toBeGreaterThan(50);
    expect(bench.messages.join()).not.toContain('Another restore');
  });

  test('before any one of its commands can be done again, or undone', async () => {
    const before = await describeTree(target());
    for (let lost = 1; ; lost++) {
      let count = 0;
      const flaky = losing(host, () => ++count === lost);
      const failure = await bench.restore(flaky, { target: fromText(target()) }).then(
        () => null,
        (error) => error,
      );
      const names = await readdir(target());
      if (failure !== null) expect(failure).toMatchObject({ code: 'host-unreachable' });
      if (flaky.hits === 0) break;
      if (names.some((name) => name.startsWith('.holdfast-undo'))) {
        await undoRestore(
          host,
          { path: fromText(`${target()}/c`), dryRun: false },
          bench.reporter,
          new AbortController().signal,
        );
      }
      const after = await describeTree(target());
      const isOurs = (line: string) => line.includes('.holdfast-');
      expect(after.filter((line) => !isOurs(line))).toEqual(before.filter((line) => !isOurs(line)));
    }
    expect(await restored()).toEqual(await describeTree(bench.path('saved')));
  });
});
