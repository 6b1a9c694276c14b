import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { type ExportOptions, exportTar } from '../../../src/operations/restore-tar.ts';
import { Bench, describeTree, SILENT } from './harness.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.make();
  await bench.sh(`
    mkdir -p saved/app/data; echo one > saved/app/one; head -c 5000000 /dev/urandom > saved/app/data/big
    printf x > "$(printf 'saved/app/bad\\377')"; ln -s one saved/app/link; ln saved/app/one saved/app/hard; mkfifo saved/app/pipe
    chown -R 1234:4321 saved/app/data; touch -d '2020-01-01 00:00:00.123456789 UTC' saved/app/one saved/app`);
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
});

afterAll(() => bench[Symbol.asyncDispose]());

async function exportTo(file: string, options: Partial<ExportOptions> = {}) {
  const whole = await bench.options();
  const stream = createWriteStream(bench.path(file));
  // Their memory serves for other bytes as soon as this resolves.
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      stream.write(bytes, (error) => (error == null ? resolve() : reject(error)));
    });
  const result = await exportTar(
    await bench.repository(),
    { ...whole, ...options },
    write,
    SILENT,
    new AbortController().signal,
  );
  stream.end();
  await once(stream, 'close');
  return result;
}

test('an exported archive unpacks, by the system tar, to what was saved', async () => {
  const result = await exportTo('all.tar');
  await bench.sh('mkdir unpacked; tar -x -p --numeric-owner -C unpacked -f all.tar');
  expect(await describeTree(bench.path('unpacked'))).toEqual(await describeTree(bench.path('saved')));
  expect(result).toMatchObject({ files: 4, folders: 2, others: 2 });
});

test('holes take no space in an archive, nor in what is unpacked from it', async () => {
  await bench.sh(`mkdir holes; cd holes; truncate -s 60M all; printf begin > f; truncate -s 80M f; printf end >> f
    printf middle | dd of=f bs=1M seek=40 conv=notrunc 2>/dev/null; cd ..; rm -rf unpacked; mkdir unpacked by-bsdtar`);
  await bench.restic(['backup', '.'], undefined, bench.path('holes'));
  await exportTo('holes.tar');
  expect((await stat(bench.path('holes.tar'))).size).toBeLessThan(3_000_000);
  await bench.sh('tar -x -C unpacked -f holes.tar; bsdtar -x -C by-bsdtar -f holes.tar');
  for (const folder of ['unpacked', 'by-bsdtar']) {
    await bench.sh(`cmp holes/f ${folder}/f; cmp holes/all ${folder}/all`);
    expect((await stat(bench.path(folder, 'f'))).blocks).toBeLessThan(6000);
  }
  await bench.restic(['forget', 'latest']);
});

test('a part of a snapshot stands in the archive by its path below that part', async () => {
  await exportTo('part.tar', { folder: fromText('/app'), excludes: ['big'] });
  expect(await bench.sh('tar -tf part.tar | sort')).toBe('bad\\377\ndata/\nhard\nlink\none\npipe\n');
});

test('the same snapshot gives the same bytes after its packs were written anew', async () => {
  await exportTo('before.tar');
  await bench.restic(['prune', '--repack-small', '--max-unused', '0', '--repack-uncompressed']);
  await exportTo('after.tar');
  const [before, after] = await Promise.all(
    ['before.tar', 'after.tar'].map((name) => readFile(bench.path(name))),
  );
  expect(Buffer.compare(before as Buffer, after as Buffer)).toBe(0);
});
