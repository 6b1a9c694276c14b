import { readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { DEFAULT_LIMITS } from '../../../src/drills/limits.ts';
import { PREDICATE_TYPE } from '../../../src/drills/statement.ts';
import { parseUserCheck } from '../../../src/drills/user-check.ts';
import type { RestoredPlace } from '../../../src/operations/drill/options.ts';
import { RESTIC, restic } from '../../services/restic.ts';
import { BackupFixture, PASSWORD } from '../backup/fixture.ts';
import { DRILL_OPTIONS, drillOf, problemsOf } from './fixture.ts';
import { killDrills } from './killed.ts';

let fixture: BackupFixture;

beforeAll(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh(`
    cd source; mkdir -p etc data; echo 'name = wiki' >etc/wiki.conf; head -c 3000000 /dev/urandom >data/big
    : >data/empty; ln -s big data/link; ln -s /etc data/out; ln -s .. data/up; ln data/big data/again; chmod 640 etc/wiki.conf; chown 1234:5678 etc/wiki.conf
    touch -d '2001-02-03 04:05:06.789' data/big`);
  await fixture.settle(); // a file with several names that has just changed is saved as several
  await fixture.backup({ target: 'wiki' });
});
afterAll(() => fixture?.remove());

/** A drill in which a script changes what was restored before it is compared. */
function tampered(script: (place: RestoredPlace) => string) {
  return drillOf(fixture, {
    afterRestore: async (place) =>
      void (await place.run('files', `cd ${place.filesFolder}${fixture.source}\n${script(place)}`)),
  });
}

test('an undo folder that was saved along is left out by both, and the drill passes', async () => {
  const other = await BackupFixture.create();
  try {
    await other.sh(
      'mkdir -p source/.holdfast-undo-x/old; echo a > source/.holdfast-undo-x/old/a; echo b > source/b',
    );
    await other.backup({ target: 'wiki' });
    const witness = {
      mode: 'restore',
      program: RESTIC.current,
      environment: resticEnvironment(other),
    } as const;
    expect(problemsOf(await drillOf(other, { witness }))).toEqual([]);
  } finally {
    await other.remove();
  }
});

describe('a drill in a temporary folder', () => {
  test('asks for no image of a server of which there is no dump, and says so', async () => {
    const images = { postgresql: 'no-such-image:{version}', redis: 'nor-this:{version}' };
    const result = await drillOf(fixture, { images });
    expect(problemsOf(result)).toEqual([]);
    expect(result.checks.find(({ name }) => name === 'environment')?.found).toBe(
      'a temporary folder of this machine, without isolation; no dump is of postgresql, redis: no image for it',
    );
  });

  test('proves the files, shows that the proof can fail, and leaves nothing', async () => {
    const checks = [
      'file: SOURCE/etc/wiki.conf => name = wiki',
      'file: SOURCE/data/up/etc/wiki.conf => name = wiki',
      'file: SOURCE/data/link',
      'command: ls "$DRILL_FILES/SOURCE/data" | wc -l => 6',
    ].map((text) => parseUserCheck(text.replace('SOURCE', fixture.source), '--check'));
    const result = await drillOf(fixture, {
      checks,
      maxAgeMs: 3_600_000,
      maxRestoreMs: 3_600_000,
      witness: { mode: 'restore', program: RESTIC.current, environment: resticEnvironment() },
    });
    expect(problemsOf(result)).toEqual([]);
    expect(result).toMatchObject({ passed: true, reasons: [] });
    expect(result.checks.map(({ kind }) => kind)).toEqual([
      'reading',
      'recovery-point',
      'reading',
      'witness',
      'witness',
      'environment',
      'restore',
      'files',
      'user',
      'user',
      'user',
      'user',
      'negative-control',
      'recovery-time',
      'teardown',
    ]);
    const { predicateType, predicate, subject } = result.statement;
    expect(predicateType).toBe(PREDICATE_TYPE);
    expect(subject.map(({ name }) => name)).toEqual(['snapshot', 'tree', 'manifest']);
    expect(subject[0]?.digest.sha256).toBe(result.snapshot.id);
    expect(predicate).toMatchObject({
      result: 'passed',
      environment: { kind: 'temporary folder', engine: null, images: [], files_in: 'temporary folder' },
      snapshot: { target: 'wiki', downtime_ms: null },
      witness: 'restored',
      teardown: { containers: 0, volumes: 0, folders: 2, clean: true },
    });
    expect(predicate.recovery_time.restore_ms).toBeGreaterThan(0);
    expect(await leftovers()).toEqual([]);
  });

  test.each([
    [
      'one byte off in a file of the same size and time',
      'touch -r data/big /tmp/h-t; printf X | dd of=data/big bs=1 seek=77 conv=notrunc 2>/dev/null; touch -r /tmp/h-t data/big',
      ['data/again": its content differs'], // the first of its two names
    ],
    [
      'a wrong owner, mode and time, a file that is missing, and one too many',
      'chown 1:1 etc/wiki.conf; chmod 600 etc/wiki.conf; touch -d @7 data/big; rm data/empty; echo >etc/more',
      [
        'its owner is 1:1, expected 1234:5678',
        'its mode is 0600, expected 0640',
        'data/empty": it is missing',
        'etc/more": nothing of that name was sent',
      ],
    ],
    ['a wrong time', 'touch -d @7 etc/wiki.conf', ['its mtime is 7000000000, expected']],
    [
      'a copy in the place of a hard link',
      'touch -r data /tmp/h-t; cp -p data/big data/c; mv data/c data/again; touch -r /tmp/h-t data',
      ['it is a file of its own'],
    ],
  ])('fails by %s', async (_what, script, told) => {
    const result = await tampered(() => script);
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([expect.stringContaining('restored files failed: ')]);
    for (const text of told) expect(problemsOf(result)[0]).toContain(text);
  });

  test('fails by checks that fail, by those that can’t run, and by a snapshot that is too old', async () => {
    const texts = ['file: /absent', 'command: echo 1 => 2', 'command: exit 3', 'sql: SELECT 1 => 1'];
    const result = await drillOf(fixture, {
      checks: texts.map((text) => parseUserCheck(text, '--check')),
      maxAgeMs: 1,
      maxRestoreMs: 1,
      witness: { mode: 'restore', program: 'no-such-restic', environment: {} },
    });
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^recovery point failed: it is .* old: more than 1 ms$/),
      expect.stringContaining('restic could-not-run: there is no "no-such-restic"'),
      'file: /absent failed: it is not',
      'command: echo 1 => 2 failed: 1',
      'command: exit 3 failed: it ended with exit status 3',
      expect.stringContaining('sql: SELECT 1 => 1 could-not-run: '),
      expect.stringMatching(/^recovery time failed: .*: more than 1 ms$/),
    ]);
  });

  test('a check of a restored file is none of a file of this machine, to which a link leads', async () => {
    const check = parseUserCheck(`file: ${fixture.source}/data/out/passwd => root`, '--check');
    const title = `${check.text} failed: it is not: a link leads out of what was restored`;
    expect(problemsOf(await drillOf(fixture, { checks: [check] }))).toEqual([title]);
  });

  test('fails when nothing proved data, or the dump of an engine that it can’t start', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh('mkdir source/nothing');
      const { snapshotId } = await other.backup();
      const empty = await drillOf(other, { choice: { how: 'id', spec: snapshotId ?? '' } });
      expect(problemsOf(empty)).toEqual([]);
      expect(empty).toMatchObject({
        passed: false,
        reasons: ['no proof: no check has compared any restored data'],
      });
    } finally {
      await other.remove();
    }
  });

  test.each([
    [
      'restores something else than the snapshot holds',
      `"$real" "$@" || exit; [ "$4" != restore ] || find "$7" -name wiki.conf -exec sh -c 'echo more >>"$1"' sh {} \\;`,
      /^restore by stock restic failed: restic \S+: .*etc\/wiki\.conf/,
    ],
    [
      'finds errors in the repository',
      `[ "$4" != check ] || { echo 'pack 1234: not found' >&2; exit 1; }; exec "$real" "$@"`,
      /^check by stock restic failed: .*pack 1234: not found/,
    ],
  ])('fails by a witness that %s', async (_what, script, told) => {
    const program = `${fixture.folder}/witness`;
    await writeFile(program, `#!/bin/sh\nreal=${RESTIC.current}\n${script}\n`, { mode: 0o755 });
    const witness = { mode: 'restore', program, environment: resticEnvironment() } as const;
    const result = await drillOf(fixture, { witness });
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([expect.stringMatching(told)]);
    expect(await leftovers()).toEqual([]);
  });

  test('fails by a byte that has changed where it is stored, and says which blob', async () => {
    const flip = `p=$(find repository/data -type f -size +1000k | head -n 1)
      b=$(dd if="$p" bs=1 skip=5000 count=1 status=none | od -An -tu1); chmod u+w "$p"
      printf "\\\\$(printf %03o $((b ^ 1)))" | dd of="$p" bs=1 seek=5000 conv=notrunc status=none`;
    await fixture.sh(flip);
    try {
      const result = await drillOf(fixture);
      expect(result.passed).toBe(false);
      expect(problemsOf(result)[0]).toMatch(
        /^reading failed: Cannot read data blob [0-9a-f]{64}: .*authentication code is wrong/,
      );
      expect(problemsOf(result)[1]).toMatch(/^restore of files failed: /);
    } finally {
      await fixture.sh(flip);
    }
  });

  test('fails when its time is over, and removes what others have left whose time is over', async () => {
    const [old, running] = [1_000_000_000, 9_999_999_999].map(
      (ends) => `${tmpdir()}/holdfast-drill-test-0-${ends}-x`,
    );
    // Also drills of other files look for such: it is there whole, or not at all.
    await fixture.sh(`mkdir -p old/a ${running}; chmod 0 old/a; mv old ${old}`);
    const result = await drillOf(fixture, { limits: { ...DEFAULT_LIMITS, timeMs: 1 } });
    expect(problemsOf(result).join('\n')).toContain('could-not-run: the drill’s time is over: 0.001 s');
    expect(result.statement.predicate.recovery_time.restore_ms).toBe(null);
    expect(await leftovers()).toEqual(['holdfast-drill-test-0-9999999999-x']);
    await fixture.sh(`rmdir ${running}`);
  });

  test('leaves nothing when it is cancelled, nor when its process is killed', async () => {
    const controller = new AbortController();
    const cancelled = drillOf(
      fixture,
      {
        afterRestore: async () => {
          expect(await leftovers()).toHaveLength(1);
          controller.abort();
        },
      },
      controller.signal,
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await leftovers()).toEqual([]);

    const steps = ['reading', 'restore of files', 'proof of files', 'negative control', 'teardown'];
    const witness = { mode: 'restore', program: RESTIC.current, environment: resticEnvironment() } as const;
    await killDrills(fixture.repositoryPath, [
      ...steps.map((step) => ({ step, options: DRILL_OPTIONS })),
      // While the witness restores.
      { step: 'passed: check by stock restic', options: { ...DRILL_OPTIONS, witness } },
    ]);
    await expect.poll(leftovers).toEqual([]);
  });

  test('fails by a disk that is full, leaves nothing there, and tells what came first', async () => {
    const disk = `${fixture.folder}/disk`;
    await fixture.sh(`mkdir ${disk}; mount -t tmpfs -o size=1m tmpfs ${disk}`);
    vi.stubEnv('RUNNER_TEMP', disk);
    try {
      const result = await drillOf(fixture);
      expect(result.passed).toBe(false);
      expect(problemsOf(result)[0]).toMatch(
        /^restore of files could-not-run: .* bytes are free there, expected \d+/,
      );
      expect(result.reasons.join()).toContain('no proof');
      expect(await readdir(disk)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      await fixture.sh(`umount ${disk}`);
    }
  });
});

describe('a SQLite database in a temporary folder', () => {
  const SCHEMA = `CREATE TABLE page (id integer PRIMARY KEY, title text); CREATE TABLE log (line text);
    INSERT INTO page SELECT value, 'page ' || value FROM generate_series(1, 50);
    CREATE TRIGGER noted AFTER DELETE ON page BEGIN INSERT INTO log VALUES ('gone'); END;`;

  test('whose dump is of zero bytes fails, though the manifest says that it is', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh(`sqlite3 app.db "${SCHEMA}"`);
      const dumps = [{ database: parseDatabase(`sqlite:${other.folder}/app.db`, '--database', {}) }];
      await other.backup({ paths: [], target: 'app', dumps });
      // Whoever can write to the repository can write this.
      await restic(other.restic, ['restore', 'latest', '--target', `${other.folder}/forged`]);
      await other.sh(`cd forged/.holdfast/app; : >dumps/app.db.sqlite
        sed -i -E 's/"size_bytes": ?[0-9]+/"size_bytes": 0/' manifest.json; grep -q '"size_bytes": *0' manifest.json
        cd ../..; export RESTIC_REPOSITORY=${other.repositoryPath} RESTIC_PASSWORD='${PASSWORD}'
        ${RESTIC.current} backup --quiet --no-cache --tag holdfast:target=app .holdfast`);
      const result = await drillOf(other);
      expect(result.passed).toBe(false);
      expect(problemsOf(result)[0]).toMatch(
        /^restore of app\.db\.sqlite failed: .*table page: it is missing/,
      );
    } finally {
      await other.remove();
    }
  });

  test('is proved, with a negative control; two values swapped between rows fail', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh(`sqlite3 app.db "${SCHEMA}"`);
      const dumps = [{ database: parseDatabase(`sqlite:${other.folder}/app.db`, '--database', {}) }];
      await other.backup({ paths: [], target: 'app', dumps });
      const checks = [parseUserCheck('sql: SELECT max(id), title FROM page => 50|page 50', '--check')];
      const result = await drillOf(other, { checks });
      expect(problemsOf(result)).toEqual([]);
      expect(result.passed).toBe(true);
      const control = result.checks.find(({ kind }) => kind === 'negative-control');
      expect(control?.found).toBe('a row of page was deleted: table page: 49 rows, expected 50');

      const swap = "UPDATE page SET title = 'page ' || (3 - id) WHERE id < 3";
      const bad = await drillOf(other, {
        afterRestore: async () => {
          const [drill = ''] = await leftovers();
          await other.sh(`sqlite3 ${tmpdir()}/${drill}/sqlite/*.sqlite "${swap}"`);
        },
      });
      expect(problemsOf(bad)).toEqual([expect.stringContaining('table page: other data in 50 rows')]);
      expect(await leftovers()).toEqual([]);
    } finally {
      await other.remove();
    }
  });
});

/** Another file's drills may run beside. */
const OURS = new RegExp(`^holdfast-drill-(test-(0|${process.pid})-|killed)`);

/** What drills of this file have in the temporary folder. */
async function leftovers(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(tmpdir())) {
    if (!OURS.test(name)) continue;
    if ((await stat(`${tmpdir()}/${name}`).catch(() => null)) !== null) found.push(name);
  }
  return found;
}

function resticEnvironment({ repositoryPath } = fixture): Record<string, string> {
  return { RESTIC_REPOSITORY: repositoryPath, RESTIC_PASSWORD: PASSWORD };
}
