import { createHash, generateKeyPairSync } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BackupFixture, PASSWORD } from '../operations/backup/fixture.ts';
import { restic } from '../services/restic.ts';
import { smallDisk } from '../services/small-disk.ts';
import { type CliResult, holdfast } from './terminal.ts';

let fixture: BackupFixture;
const ids: string[] = [];

const signer = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

beforeAll(async () => {
  fixture = await BackupFixture.create();
  for (const text of ['first', 'second', 'third']) {
    await fixture.sh(`echo ${text} >source/a; echo '<b>' >source/'<script>alert(1)<'`);
    ids.push((await fixture.backup({ target: 'wiki' })).snapshotId ?? '');
  }
  const pem = { type: 'spki', format: 'pem' } as const;
  await writeFile(at('key'), signer.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(at('pub'), signer.publicKey.export(pem));
  await writeFile(at('stranger'), stranger.publicKey.export(pem));
});
afterAll(() => fixture?.remove());

const at = (name: string) => join(fixture.folder, name);
const run = (...args: string[]): Promise<CliResult> =>
  holdfast(args, {
    env: { RESTIC_REPOSITORY: fixture.repositoryPath, RESTIC_PASSWORD: PASSWORD, PATH: process.env['PATH'] },
  });

describe('a drill at the command line', () => {
  test('tells of a name to leave out that nothing has', async () => {
    const { status, stderr } = await run(
      'drill',
      '--restic',
      'never',
      '--no-evidence',
      '--leave-out',
      'wikki.dump',
    );
    expect(stderr).toContain('Nothing is left out by the name "wikki.dump"');
    expect(status).toBe(0);
  });

  test('is told, keeps signed evidence beside the repository, and changes nothing in it', async () => {
    const before = await filesIn(fixture.repositoryPath);
    const files = ['--statement', at('s.json'), '--page', at('p.html'), '--sheet', at('sheet.md')];
    const drilled = await run(
      'drill',
      ids[0] ?? '',
      '--restic',
      'never',
      '--signing-key',
      at('key'),
      ...files,
    );
    expect(drilled).toMatchObject({ status: 0, stdout: expect.stringContaining('The drill passed.') });
    expect(await filesIn(fixture.repositoryPath)).toEqual(before);
    expect(JSON.parse(await restic(fixture.restic, ['snapshots', '--json']))).toHaveLength(3);

    const list = await run('evidence', 'list', '--json');
    expect(list.json[0]).toMatchObject([{ signature: 'unchecked', result: 'passed', snapshot_id: ids[0] }]);
    expect(await run('evidence', 'verify', '--evidence-key', at('pub'))).toMatchObject({ status: 0 });
    const place = `${fixture.repositoryPath}-holdfast-evidence`;
    const [kept = ''] = await readdir(place);
    const again = kept.replace(/\.\d{8}T/, '.20990101T');
    await copyFile(join(place, kept), join(place, again));
    expect(await run('evidence', 'verify', '--evidence-key', at('pub'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`${again}: it is a copy of ${kept}`),
    });
    await rm(join(place, again));
    expect(await run('evidence', 'verify', '--evidence-key', at('stranger'))).toMatchObject({ status: 1 });
    const statement = JSON.parse(await readFile(at('s.json'), 'utf8'));
    expect((await run('evidence', 'show', 'latest', '--json')).json[0]).toEqual(statement);
    const sheet = await readFile(at('sheet.md'), 'utf8');
    expect((await run('evidence', 'sheet')).stdout).toBe(sheet);
    expect(createHash('sha256').update(sheet).digest('hex')).toBe(statement.predicate.sheet_sha256);

    const page = await readFile(at('p.html'), 'utf8');
    expect(page).not.toMatch(/<script|<b>/);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(page).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  test('that fails ends with status 1, and keeps evidence of that, too', async () => {
    const failed = await run('drill', '--restic', 'never', '--check', 'file: /absent', '--json');
    expect(failed.status).toBe(1);
    expect(failed.json.at(-1)).toMatchObject({
      passed: false,
      statement: { predicate: { result: 'failed' } },
    });
    const [list] = (await run('evidence', 'list', '--json')).json;
    // Of several, the newest.
    expect(await run('evidence', 'sheet')).toMatchObject({ status: 0 });
    expect((list as unknown as { result: string }[]).map(({ result }) => result)).toEqual([
      'passed',
      'failed',
    ]);
  });

  test('keeps the snapshot that it proved from retention, if the evidence is the drills’ own', async () => {
    const forget = async (...args: string[]) =>
      (await run('forget', '--keep-last', '1', '--group-by', 'target', '--dry-run', '--json', ...args)).json;
    const kept = async (...args: string[]) =>
      JSON.stringify(await forget(...args)).match(/"keep":\[(.*?)\],"remove"/)?.[1] ?? '';
    expect(await kept()).toContain(ids[0]);
    expect(await kept('--evidence-key', at('pub'))).toContain(ids[0]);
    expect(await kept('--evidence-key', at('stranger'))).not.toContain(ids[0]);
    expect(await kept('--evidence-key', at('stranger'))).toContain(ids[2]);
  });

  test('opens the repository with the recovery code by the first drill, and not by the next', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh('echo x >source/a');
      await other.backup({ target: 'wiki' });
      const env = {
        RESTIC_REPOSITORY: other.repositoryPath,
        RESTIC_PASSWORD: PASSWORD,
        PATH: process.env['PATH'],
      };
      const added = await holdfast(['key', 'add', '--recovery', '--json'], { env });
      const code = /(?:\w{6}-){5}\w{6}/.exec(added.stdout)?.[0] ?? '';
      const drill = async (variable: string) => {
        const args = ['drill', '--restic', 'never', '--json'];
        const { json } = await holdfast(args, { env: { ...env, HOLDFAST_RECOVERY_CODE: variable } });
        const summary = json.at(-1) as { passed: boolean; statement: { predicate: Record<string, unknown> } };
        return { passed: summary.passed, ...(summary.statement.predicate['recovery_key'] as object) };
      };
      expect(await drill('')).toMatchObject({ passed: true, state: 'not-given' });
      expect(await drill(PASSWORD)).toMatchObject({ passed: false, state: 'failed' });
      expect(await drill('wrong')).toMatchObject({ passed: false, state: 'failed', key: null });
      // However it is written.
      expect(await drill(code.toUpperCase())).toMatchObject({
        passed: true,
        state: 'opened',
        drills_since: null,
      });
      expect(await drill('wrong')).toMatchObject({ passed: true, state: 'not-due', drills_since: 0 });
    } finally {
      await other.remove();
    }
  });

  test('stands beside the record of a restore in earnest, failed or not, signed by the same key', async () => {
    const other = await BackupFixture.create();
    try {
      await other.sh('echo x >source/a');
      const { snapshotId } = await other.backup({ target: 'wiki' });
      const env = { RESTIC_REPOSITORY: other.repositoryPath, RESTIC_PASSWORD: PASSWORD };
      const restore = (...args: string[]) => holdfast(['restore', 'latest', ...args], { env });
      const to = ['--target', `${other.folder}/back`];
      expect(await restore(...to, '--dry-run', '--no-evidence')).toMatchObject({ status: 0 });
      expect(await restore(...to, '--signing-key', at('key'))).toMatchObject({ status: 0 });
      expect(await restore('--database', 'absent', '--signing-key', at('key'))).toMatchObject({ status: 1 });
      const list = (await holdfast(['evidence', 'list', '--json', '--evidence-key', at('pub')], { env }))
        .json[0];
      expect(list).toEqual([
        expect.objectContaining({
          kind: 'restore',
          result: 'restored',
          signature: 'valid',
          snapshot_id: snapshotId,
        }),
        expect.objectContaining({ kind: 'restore', result: 'failed', signature: 'valid' }),
      ]);
      const page = `${other.folder}/report.html`;
      await holdfast(['report', '--html', page], { env });
      const html = await readFile(page, 'utf8');
      expect(html).toContain('<h3>Restores</h3>');
      expect(html).toContain('no drill has restored it');
      // A place that can't be written keeps nobody from what was restored.
      await other.sh(`chmod 755 .; mv repository-holdfast-evidence kept; echo >repository-holdfast-evidence`);
      const unkept = await restore('--target', `${other.folder}/again`);
      expect(unkept).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('No record of this restore is kept'),
      });
    } finally {
      await other.remove();
    }
  });

  test('whose evidence has no place is told so before it begins', async () => {
    const page = at('unkept.html');
    const drill = (...args: string[]) => run('drill', 'latest', '--restic', 'never', '--page', page, ...args);
    await writeFile(at('file'), '');
    expect(await drill('--evidence', at('file'))).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(
        `Fatal: Cannot begin the drill: its evidence can't be kept in "${at('file')}": not a directory (ENOTDIR)`,
      ),
    });
    // Whoever keeps none needs no place; the page is a drill's that was done.
    await expect(readFile(page)).rejects.toThrow('ENOENT');
    expect(await drill('--no-evidence')).toMatchObject({ status: 0 });
    expect(await readFile(page, 'utf8')).toContain('passed');
  });

  test('whose files have no place is told so before it begins, and leaves none of them', async () => {
    await using _ = await smallDisk(at('fixed'), 'ro');
    await using __ = await smallDisk(at('full'), 'size=64k');
    await writeFile(at('full/filling'), Buffer.alloc(50_000));
    const before = await filesIn(fixture.folder);
    const refused = async (files: Record<string, string>, told: string) => {
      const flags = Object.entries(files).flatMap(([flag, file]) => [`--${flag}`, file]);
      const { status, stdout, stderr } = await run('drill', 'latest', '--restic', 'never', ...flags);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(`Fatal: Cannot ${told}`);
      expect(await filesIn(fixture.folder)).toEqual(before);
    };
    const made = { statement: at('one'), page: at('two') };
    const cannotMake = (file: string, why: string) => `make the file "${file}": ${why}`;
    await refused({ ...made, sheet: at('key') }, cannotMake(at('key'), 'file already exists (EEXIST)'));
    await refused({ ...made, sheet: at('two') }, cannotMake(at('two'), 'file already exists (EEXIST)'));
    await refused(
      { ...made, sheet: at('no/such') },
      cannotMake(at('no/such'), 'no such file or directory (ENOENT)'),
    );
    await refused(
      { ...made, page: at('fixed/x') },
      cannotMake(at('fixed/x'), 'read-only file system (EROFS)'),
    );
    await refused({ ...made, page: at('full/x') }, `write the file "${at('full/x')}": its disk is full`);
  });

  test('one of whose files finds no place any more keeps its evidence, and is told', async () => {
    const page = at('meanwhile.html');
    const check = `command: echo >${page}`;
    const flags = ['--restic', 'never', '--check', check, '--page', page, '--evidence', at('apart')];
    expect(await run('drill', 'latest', ...flags)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/Evidence: evidence-.*\nThe drill passed\./),
      stderr: expect.stringContaining(`Fatal: Cannot make the file "${page}"`),
    });
    expect(await readFile(page, 'utf8')).toBe('\n');
    expect(await readdir(at('apart'))).toHaveLength(1);
  });

  test('refuses what means nothing, before anything is opened', async () => {
    for (const args of [
      ['drill', '--seed', '1'],
      ['drill', '--random-within', '9d'],
      ['drill', 'abc', '--random-within', '9d', '--seed', '1'],
      ['drill', '--image', 'oracle=x'],
      ['drill', '--check', 'nothing'],
      ['drill', '--signing-key', at('pub')],
      ['evidence', 'verify'],
    ])
      expect(await run(...args)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('Fatal: Cannot'),
      });
  });

  test('finds evidence that was altered, or isn’t about this repository', async () => {
    const folder = `${fixture.repositoryPath}-holdfast-evidence`;
    const [name = ''] = await readdir(folder);
    const whole = await readFile(join(folder, name));
    await writeFile(
      join(folder, name),
      Buffer.concat([whole.subarray(0, -1), Buffer.from([255 ^ (whole.at(-1) ?? 0)])]),
    );
    expect(await run('evidence', 'list')).toMatchObject({ status: 1, stderr: expect.stringContaining(name) });
    // What isn't known keeps retention from removing anything.
    expect(await run('forget', '--keep-last', '1')).toMatchObject({ status: 1 });
    expect(JSON.parse(await restic(fixture.restic, ['snapshots', '--json']))).toHaveLength(3);
    await writeFile(join(folder, name), whole);
    await writeFile(join(folder, name.replace(/-[0-9a-f]{16}\./, `-${'0'.repeat(16)}.`)), 'another’s');
    expect(await run('evidence', 'list')).toMatchObject({ status: 0 });
  });
});

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
