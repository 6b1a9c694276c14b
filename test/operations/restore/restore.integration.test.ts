import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { Bench, describeAttributes, describeTree } from './harness.ts';

/** A tree with everything that is easily lost. */
const MAKE_TREE = `
mkdir -p src/app/conf src/app/data src/app/empty src/app/closed
cd src/app
printf hello > conf/plain; : > conf/none; chmod 0640 conf/plain; chown 1234:5678 conf/plain
printf x > data/-dash; printf y > "data/new
line"; printf z > "$(printf 'data/bad\\377utf')"; printf q > 'data/quo"te\\back'
mkfifo data/pipe; chmod 04755 conf/none; chmod 01777 empty
mknod data/null c 1 3; mknod data/disk b 8 17
ln -s ../conf/plain data/relative; ln -s /etc/passwd data/absolute; ln -s ../../../.. data/up; ln -s nowhere data/broken
chown -h 77:88 data/relative
ln conf/plain data/hard; ln conf/plain data/harder
touch -d '1969-12-31 23:59:58.5 UTC' data/old; touch -d '2200-01-01 00:00:00.123456789 UTC' data/late
setfattr -n user.comment -v 'a b' conf/plain; setfacl -m u:1234:rwx data/-dash; setfacl -d -m u:1234:rwx empty
printf secret > closed/file; chmod 0000 closed/file; chmod 0500 closed
truncate -s 3M data/holes; printf end >> data/holes; printf '\\1' | dd of=data/holes bs=1 seek=1500000 conv=notrunc 2>/dev/null
touch -h -d '2001-02-03 04:05:06.123456789 UTC' conf data empty closed data/relative
`;

let bench: Bench;
let host: Host;

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(MAKE_TREE);
  await writeFile(bench.path('src/app/data/big'), randomBytes(12_000_000));
  await bench.restic(['backup', '--tag', 'all', bench.path('src/app')]);
});

afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const at = (path: string) => fromText(path);

describe('a snapshot of stock restic', () => {
  test('comes back below a target as it was, to the nanosecond', async () => {
    const target = bench.path('out/new');
    const result = await bench.restore(host, { target: at(target) });
    expect(await describeTree(`${target}${bench.path('src')}`)).toEqual(
      await describeTree(bench.path('src')),
    );
    const [saved, restored] = [bench.path('src'), `${target}${bench.path('src')}`];
    expect(await describeAttributes(restored)).toBe(await describeAttributes(saved));
    expect(result).toMatchObject({ created: 1, replaced: 0, undoFolders: [], sentFiles: result.files });
    expect(await readdir(bench.path('out'))).toEqual(['new']);
    expect((await stat(`${target}${bench.path('src/app/data/holes')}`)).blocks).toBeLessThan(5000);
  });

  test('is told by the names that it will have, not by those in staging', async () => {
    const target = bench.path('out/told');
    const told = new Set<string>();
    await bench.restore(
      host,
      { target: at(target) },
      { onProgress: ({ current }) => void told.add(current) },
    );
    const others = [...told].filter(
      (path) => path !== '' && path !== target && !path.startsWith(`${target}/`),
    );
    expect(others).toEqual([bench.path('out')]);
    expect(told).toContain(`${target}${bench.path('src/app/data/big')}`);
  });

  test('takes the place of what stands there, which goes into one undo folder', async () => {
    const before = await describeTree(bench.path('src'));
    await bench.sh(
      'printf changed > src/app/conf/plain; rm src/app/data/hard; printf new > src/app/data/extra',
    );
    const changed = await describeTree(bench.path('src'));
    const result = await bench.restore(host);
    expect(
      await describeTree(bench.path('src')).then((lines) => lines.filter((l) => !l.includes('.holdfast'))),
    ).toEqual(before);
    expect(result).toMatchObject({ replaced: 1, replacedFolders: 1 });
    expect(result.undoFolders).toHaveLength(1);
    const [undo] = result.undoFolders as [string];
    const group = (await readdir(`${undo}/old`))[0] as string;
    expect(await describeTree(`${undo}/old/${group}`)).toEqual(changed);
  });

  test('a single file, in a folder that stays', async () => {
    const target = bench.path('part');
    await mkdir(`${target}${bench.path('src/app/conf')}`, { recursive: true });
    await writeFile(`${target}${bench.path('src/app/conf/other')}`, 'stays');
    const result = await bench.restore(host, { target: at(target), includes: ['plain'] });
    expect(await readdir(`${target}${bench.path('src/app/conf')}`)).toEqual(['other', 'plain']);
    expect(await readFile(`${target}${bench.path('src/app/conf/plain')}`, 'utf8')).toBe('hello');
    expect(result).toMatchObject({ files: 1, created: 1 });
  });
});
