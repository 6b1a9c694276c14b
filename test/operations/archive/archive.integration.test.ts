import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findArchives, resolveArchive } from '../../../src/archive/find-archives.ts';
import { fromText } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { ArchiveAfterFailure } from '../../../src/operations/archive/after-failure.ts';
import type { ArchiveResult } from '../../../src/operations/archive.ts';
import { archiveItems } from '../../../src/operations/forget/archive-items.ts';
import { MemoryStore } from '../../archive/memory-store.ts';
import { alteredHost } from '../../files/altered-host.ts';
import { all, hostWithTools } from '../../files/tool-hosts.ts';
import { fingerprint } from '../backup/fixture.ts';
import { ArchiveFixture } from './fixture.ts';

const ANY = { target: null, host: null };

let fixture: ArchiveFixture;
beforeAll(async () => {
  fixture = await ArchiveFixture.create();
});
beforeEach(async () => {
  fixture.warnings.length = 0;
  await fixture.files.sh('rm -rf source store hand own went-on; mkdir source store');
});
afterAll(() => fixture.remove());

const sh = (script: string) => fixture.files.sh(script);
const stored = () => readdir(`${fixture.files.folder}/store`);

describe('an archive', () => {
  test('of nothing is refused', async () => {
    await expect(fixture.archive({ paths: [] })).rejects.toThrow('Cannot back up nothing');
    expect(await stored()).toEqual([]);
  });

  test('is one file, and beside it a manifest that says what it is', async () => {
    await sh('echo secret-content > source/secret-name; mkdir source/sub');
    const result = await fixture.archive({
      tags: ['nightly'],
      target: 'wiki',
      timeNs: 1_700_000_000_000_000_000n,
    });
    expect((await stored()).sort()).toEqual([result.manifestFile, result.archiveFile].sort());
    expect(result.id).toMatch(/^wiki-testhost\.20231114T221320Z\.[0-9a-f]{8}$/);
    const text = await readFile(`${fixture.files.folder}/store/${result.manifestFile}`, 'utf8');
    expect(text).not.toMatch(/secret/);
    const sums = await sh(`cd store; sha256sum < ${result.archiveFile}; stat -c %s ${result.archiveFile}
      age -d -i ../key ${result.archiveFile} | zstd -d | sha256sum`);
    const [storedSha256, storedBytes, tarSha256] = sums.split('\n').map((line) => line.split(' ')[0]);
    expect(JSON.parse(text)).toMatchObject({
      stored_sha256: storedSha256,
      stored_bytes: Number(storedBytes),
      tar_sha256: tarSha256,
      hostname: 'testhost',
      target: 'wiki',
      tags: ['nightly', 'holdfast:target=wiki'],
      complete: true,
      files: 1,
      folders: 2,
      encryption: { kind: 'recipients', recipients: [fixture.recipient] },
    });
    const [found] = await findArchives(fixture.store);
    expect(found?.file?.sizeBytes).toBe(Number(storedBytes));
    expect(archiveItems(found === undefined ? [] : [found])).toMatchObject([
      {
        id: result.id,
        timeNs: 1_700_000_000_000_000_000n,
        target: 'wiki',
        hostname: 'testhost',
        tags: ['nightly', 'holdfast:target=wiki'],
        complete: true,
        fileCount: 1,
      },
    ]);
  });

  test('by a passphrase is opened by stock age, and by ourselves', async () => {
    await sh('echo hello > source/a');
    const sealing = { kind: 'passphrase', passphrase: 'correct horse', workFactor: 6 } as const;
    const result = await fixture.archive({ sealing });
    const age = `script -qec 'age -d -o ../plain ${result.archiveFile}' /dev/null`;
    await sh(
      `cd store; (sleep 0.5; echo 'correct horse'; sleep 0.2) | ${age} >/dev/null; zstd -d < ../plain | tar -t >/dev/null`,
    );
    await fixture.restore('own', {}, { opening: { identities: [], passphrase: 'correct horse' } });
    expect(await fingerprint(`${fixture.files.folder}/own${fixture.files.source}`)).toBe(
      await fingerprint(fixture.files.source),
    );
  });

  test('that is not encrypted takes the word for it, and is a plain tar.zst', async () => {
    await sh('echo hello > source/a');
    const result = await fixture.archive({ sealing: { kind: 'none' } });
    expect(result.archiveFile).toMatch(/\.tar\.zst$/);
    const listed = await sh(`zstd -d < store/${result.archiveFile} | tar -t`);
    expect(listed).toContain(`${fixture.files.source.slice(1)}/a\n`);
  });

  test('leaves out what the options leave out', async () => {
    await sh('cd source; echo 1 > keep; echo 2 > drop.tmp; mkdir big; head -c 5000 /dev/zero > big/x');
    const result = await fixture.archive({ excludes: ['*.tmp'], excludeLargerThanBytes: 1000n });
    expect(result).toMatchObject({ files: 1, folders: 2 });
  });

  test('needs one of its paths; that another is missing makes it incomplete', async () => {
    await expect(fixture.archive({ paths: [fixture.files.path('absent')] })).rejects.toMatchObject({
      code: 'source-missing',
    });
    expect(await stored()).toEqual([]);
    const result = await fixture.archive({
      paths: [fromText(fixture.files.source), fixture.files.path('absent')],
    });
    expect(result).toMatchObject({ complete: false, problemCounts: { missing: 1 } });
    expect(result.tags).toContain('incomplete');
    await expect(resolveArchive(fixture.store, 'latest', ANY)).rejects.toMatchObject({
      code: 'archive-missing',
    });
    expect(await resolveArchive(fixture.store, result.id.slice(0, -2), ANY)).toMatchObject({ id: result.id });
  });

  test('holds what a large file was, through buffers that are used again', async () => {
    await writeFile(`${fixture.files.source}/big`, randomBytes(9_000_000));
    await sh(`cd source; for i in $(seq 100); do head -c $((i * 100)) /dev/urandom > f$i; done`);
    const result = await fixture.archive();
    await fixture.restoreByHand('hand', result);
    expect(await fingerprint(`${fixture.files.folder}/hand${fixture.files.source}`)).toBe(
      await fingerprint(fixture.files.source),
    );
  });
});

test('of a host of busybox alone has all but what its tar never gives', async () => {
  await sh(
    "cd source; echo 1 > a; mkdir d; ln -s a l; mkfifo p; truncate -s 2M hole; printf x > $'n\\xff'; setfattr -n user.x -v y a",
  );
  const local = localHost();
  const host = await hostWithTools(local, all('busybox'));
  const result = await fixture.archive({}, { host });
  await host.close();
  await local.close();
  expect(result).toMatchObject({ complete: true, problems: [], files: 3, folders: 2, others: 2 });
  await fixture.restoreByHand('hand', result);
  await sh('setfattr -x user.x source/a');
  expect(await fingerprint(`${fixture.files.folder}/hand${fixture.files.source}`)).toBe(
    await fingerprint(fixture.files.source),
  );
});

describe('files that do not stand still', () => {
  test('are told; one that shrinks keeps its promised size, one that went is not restored by ourselves', async () => {
    await sh(
      `cd source; head -c 3000000 /dev/urandom > shrinks; echo 1 > gone; echo 2 > grows; echo 3 > still; echo 4 > to-folder`,
    );
    const host = meddling(() =>
      sh('cd source; truncate -s 1000 shrinks; rm gone to-folder; echo more >> grows; mkdir to-folder'),
    );
    const result = await fixture.archive({}, { host });
    expect(result.problemCounts).toMatchObject({ changed: 2, vanished: 2, unreadable: 0 });
    expect(result.complete).toBe(true); // no application was held: a warning
    await fixture.restoreByHand('hand', result);
    await fixture.restore('own', {}, { spec: result.id });
    const own = await sh(`cd own${fixture.files.source}; ls; cat grows`);
    expect(own).toBe('grows\nshrinks\nstill\n2\nmore\n');
  });

  test('make an archive incomplete while an application is held', async () => {
    await sh('echo 1 > source/a');
    const host = meddling(() => sh('echo more >> source/a'));
    const result = await fixture.archive({ before: ['true'], after: ['true'] }, { host });
    expect(result).toMatchObject({ complete: false, problemCounts: { changed: 1 } });
    expect(result.quiescedMs).toBeGreaterThanOrEqual(0);
  });

  test('are named in the archive when they could not be read to their end, and ourselves leave them out', async () => {
    await sh('cd source; head -c 3000000 /dev/urandom > bad; echo fine > good');
    // As at a bad sector: tar sends zeros for what it can't read, and says so.
    const line = `tar: "./${fixture.files.source.slice(1)}/bad": Read error at byte 0, while reading 512 bytes: Input/output error`;
    const host = alteredHost(localHost(), `tar() { command tar "$@"; echo '${line}' >&2; return 2; }`);
    const result = await fixture.archive({}, { host });
    expect(result).toMatchObject({ complete: false, problemCounts: { unreadable: 1 } });
    await fixture.restoreByHand('hand', result);
    expect(await sh('cat hand/.holdfast/files/unreadable')).toBe(`${fixture.files.source.slice(1)}/bad\0`);
    await fixture.restore('own', {}, { spec: result.id });
    expect(await sh(`ls own${fixture.files.source}`)).toBe('good\n');
    expect(fixture.warnings.join()).toContain('bad: not restored');
  });
});

describe('the application', () => {
  test('goes on, and the archive is whole, also when the after commands fail; the failure is told', async () => {
    await sh('echo 1 > source/a');
    const failure = fixture.archive({ before: ['true'], after: ['exit 3'] });
    await expect(failure).rejects.toBeInstanceOf(ArchiveAfterFailure);
    await expect(failure).rejects.toMatchObject({ result: { complete: true }, code: 'command-failed' });
    expect(await findArchives(fixture.store)).toMatchObject([{ fault: null }]);
  });

  test('goes on when the store fails; nothing is left', async () => {
    await sh('echo 1 > source/a');
    const store = new MemoryStore();
    store.fault = (step) => {
      if (step === 'end') throw new HoldfastError('no-space', 'Cannot save: it is full.');
    };
    const after = `touch ${fixture.files.folder}/went-on`;
    await expect(fixture.archive({ before: ['true'], after: [after] }, { store })).rejects.toMatchObject({
      code: 'no-space',
    });
    await sh('test -e went-on');
    expect(store.files.size).toBe(0);
  });
});

describe('a store that fails', () => {
  beforeEach(() => sh('head -c 3000000 /dev/urandom > source/a; head -c 3000000 /dev/urandom > source/b'));

  test.each([
    ['at once', 'put', 1],
    ['at its first bytes', 'take', 1],
    ['in the midst', 'take', 20],
    ['at its end', 'end', 1],
    ['at the manifest', 'put', 2],
    ["at the manifest's bytes", 'end', 2],
  ] as const)('%s leaves no manifest, no archive, and throws what it threw', async (_when, at, time) => {
    const store = new MemoryStore();
    const failure = new HoldfastError('backend-failed', 'Cannot save: the storage is gone.');
    let times = 0;
    store.fault = (step) => {
      if (step === at && ++times === time) throw failure;
    };
    await expect(fixture.archive({}, { store })).rejects.toBe(failure);
    expect(times).toBeGreaterThanOrEqual(time);
    expect([...store.files.keys()]).toEqual([]);
  });

  test('and does not let its archive be removed has one without a manifest, which nobody takes for whole', async () => {
    const store = new MemoryStore();
    let ends = 0;
    store.fault = (step) => {
      if (step === 'remove' || (step === 'end' && ++ends === 2))
        throw new HoldfastError('no-permission', 'Cannot.');
    };
    await expect(fixture.archive({}, { store })).rejects.toMatchObject({ code: 'no-permission' });
    store.fault = () => {};
    const [found] = await findArchives(store);
    expect(found).toMatchObject({ manifest: null, fault: expect.stringContaining('no manifest') });
    await expect(resolveArchive(store, 'latest', ANY)).rejects.toMatchObject({ code: 'archive-missing' });
    await expect(resolveArchive(store, found?.id ?? '', ANY)).rejects.toMatchObject({
      code: 'archive-damaged',
    });
  });

  test.each([1, 30])('is told to stop by a run that is cancelled, after %d parts', async (parts) => {
    const store = new MemoryStore();
    const controller = new AbortController();
    let taken = 0;
    store.fault = (step) => {
      if (step === 'take' && ++taken === parts) controller.abort();
    };
    await expect(fixture.archive({}, { store, signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(store.files.size).toBe(0);
  });

  test('does not hear of a host that is lost but by the end of its stream', async () => {
    const store = new MemoryStore();
    const host = alteredHost(localHost(), 'tar() { command tar "$@" | head -c 2000000; kill -9 $$; }');
    await expect(fixture.archive({}, { host, store })).rejects.toMatchObject({ code: 'command-failed' });
    expect(store.files.size).toBe(0);
  });
});

describe('a damaged store', () => {
  let made: ArchiveFixture;
  let result: ArchiveResult;
  const store = new MemoryStore();
  let whole: Map<string, Buffer>;

  beforeAll(async () => {
    made = await ArchiveFixture.create();
    await made.files.sh('head -c 300000 /dev/urandom > source/a');
    result = await made.archive({}, { store });
    whole = new Map([...store.files].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  });
  afterAll(() => made.remove());
  beforeEach(() => {
    store.files.clear();
    for (const [name, bytes] of whole) store.files.set(name, Buffer.from(bytes));
  });

  const restored = (spec = result.id, opening = made.opening) =>
    made.restore('never', {}, { store, spec, opening });
  const archiveBytes = () => store.files.get(result.archiveFile) as Buffer;

  test.each([
    ['without its manifest', () => store.files.delete(result.manifestFile), 'it has no manifest'],
    [
      'of which only the manifest is left',
      () => store.files.delete(result.archiveFile),
      'only its manifest is there',
    ],
    [
      'cut off',
      () => store.files.set(result.archiveFile, archiveBytes().subarray(0, -70_000)),
      'by its manifest',
    ],
    [
      'with an altered byte',
      () => archiveBytes().writeUInt8(archiveBytes().readUInt8(100_000) ^ 1, 100_000),
      'were altered',
    ],
    [
      'beside another file of its name',
      () => store.files.set(result.archiveFile.replace('.age', ''), Buffer.alloc(1)),
      'two files go by its name',
    ],
    [
      'whose manifest is cut off',
      () => store.files.set(result.manifestFile, Buffer.from('{')),
      'it is no JSON. Take another archive.',
    ],
    [
      'whose manifest names other bytes',
      () => {
        const text = store.files.get(result.manifestFile)?.toString() ?? '';
        store.files.set(
          result.manifestFile,
          Buffer.from(text.replace(/(tar_sha256": ")[^"]+/, `$1${'0'.repeat(64)}`)),
        );
      },
      'by its manifest',
    ],
  ])('gives nothing of an archive %s, and says why', async (_what, damage, message) => {
    damage();
    await expect(restored()).rejects.toMatchObject({
      code: 'archive-damaged',
      message: expect.stringContaining(message),
    });
    expect(await made.files.sh('ls')).not.toContain('never');
  });

  test('with two manifests of one archive is told', async () => {
    const twice = Object.assign(Object.create(store) as MemoryStore, {
      async *list() {
        for await (const one of store.list()) yield* one.name === result.manifestFile ? [one, one] : [one];
      },
    });
    await expect(resolveArchive(twice, result.id, ANY)).rejects.toMatchObject({
      code: 'archive-damaged',
      message: expect.stringContaining('two manifests'),
    });
  });

  test.each([
    ['no key', { identities: [], passphrase: null }],
    ['a passphrase in the place of a key', { identities: [], passphrase: 'x' }],
  ])('gives nothing to who has %s', async (_what, opening) => {
    await expect(restored(result.id, opening)).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test("gives nothing to another's key", async () => {
    await expect(restored(result.id, fixture.opening)).rejects.toMatchObject({ code: 'wrong-password' });
  });

  test.each(['nobody', 'latest'])('says that there is no archive %s', async (spec) => {
    store.files.clear();
    await expect(restored(spec)).rejects.toMatchObject({ code: 'archive-missing' });
  });

  test('has several that begin alike', async () => {
    const other = await made.archive({}, { store });
    const common = [...result.id].findIndex((letter, i) => other.id[i] !== letter);
    await expect(restored(result.id.slice(0, common))).rejects.toMatchObject({ code: 'bad-input' });
  });
});

/** Acts once, when the files have been listed and before tar reads them. */
function meddling(act: () => Promise<unknown>): Host {
  const host = localHost();
  let isDone = false;
  return {
    name: host.name,
    start: async (script, options) => {
      if (/\btar\b/.test(script) && script.includes('-T') && !isDone) {
        isDone = true;
        await act();
      }
      return host.start(script, options);
    },
    close: () => host.close(),
  };
}
