import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationRecord } from '../../../src/apps/application.ts';
import { checksOf } from '../../../src/apps/applications.ts';
import { fromText } from '../../../src/bytestring.ts';
import { BTRFS } from '../../../src/files/volume/btrfs.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { prepare, streamed } from '../../databases/dumping.ts';
import { DOLT_FOLDER } from '../../services/dolt.ts';
import { makeDoltImage } from '../../services/drill-images.ts';
import { freePort } from '../../services/sshd.ts';
import { ApplicationFixture } from '../fixture.ts';
import { DoltApplication, KEEPER } from './application.ts';

const env = { PW: KEEPER };
let fixture: ApplicationFixture;
let dolt: DoltApplication;
let before: string;

beforeAll(async () => {
  fixture = await ApplicationFixture.create();
  dolt = await DoltApplication.start(fixture);
  before = await dolt.everything();
});
afterAll(async () => {
  await dolt?.remove();
  await fixture.remove();
});

const passed = ['configuration', 'users', 'nothing-of-a-running-one', 'fsck'].map((name) => [name, 'passed']);

/** What the checks of files say of `elsewhere`. */
async function checked(record: ApplicationRecord): Promise<string[][]> {
  const { host: own } = fixture;
  const start: Host['start'] = (script, options) =>
    own.start(`PATH=${DOLT_FOLDER}:$PATH\n${script}`, options);
  const host: Host = { name: own.name, start, close: async () => {} };
  const place = {
    host,
    root: fromText(`${fixture.folder}/elsewhere`),
    signal: new AbortController().signal,
  };
  const found: string[][] = [];
  for (const check of checksOf(record))
    if (check.needs === 'files') found.push([check.name, (await check.run(place)).state]);
  return found;
}

const said = () => fixture.messages.splice(0).join('\n');

describe('a Dolt server', () => {
  test('is saved by its own backup while it runs, and all of it comes back to an empty host', async () => {
    const result = await fixture.save('dolt', dolt.settings({ push: ['origin/main'] }), { env });
    expect(result).toMatchObject({ complete: true, problems: [] });
    expect(result.dumps.map(({ record }) => record.name)).toEqual([
      'dolt-globals.sql',
      'app.dolt.tar',
      'sec-ond.dolt.tar',
    ]);
    const saved = await fixture.saved(dolt.folder);
    const wanted = ['config.yaml', 'dolt.env', 'home/.dolt/config_global.json', 'home/.dolt/creds/one.jwk'];
    const inData = [
      '.doltcfg/privileges.db',
      '.doltcfg/branch_control.db',
      'app/.dolt/config.json',
      'app/.dolt/repo_state.json',
    ];
    expect(saved).toEqual(expect.arrayContaining([...wanted, ...inData.map((name) => `data/${name}`)]));
    expect(
      saved.filter((path) => /LOCK|noms|temptf|stats|sql-server|staging|work|nightly|socket/.test(path)),
    ).toEqual([]);
    expect(await fixture.drill(['dolt-globals.sql', 'app.dolt.tar', 'sec-ond.dolt.tar'])).toEqual({
      passed: true,
      reasons: [],
      proved: 'configuration users nothing-of-a-running-one',
    });
    // With its databases, users and grants in a real server.
    expect(await fixture.drillInContainers([], { dolt: makeDoltImage })).toEqual({
      passed: true,
      reasons: [],
      proved: 'configuration users nothing-of-a-running-one',
      left: '',
    });
    const record = await fixture.record();
    const [pushed] = JSON.parse(record.facts.pushed);
    expect(before).toContain(`main,${pushed.commit}`);
    expect(pushed).toMatchObject({
      database: 'app',
      remote: 'origin',
      branch: 'main',
      url: `file://${dolt.folder}/remote`,
    });
    expect(JSON.stringify(record)).not.toContain('9f3kq');

    await dolt.stop();
    await fixture.sh(`cd ${dolt.folder}; rm -r data config.yaml dolt.env home/.dolt staging/*`);
    said();
    const back = await fixture.putBack([], { env });
    expect(await dolt.everything()).toBe(before);
    expect(
      await fixture.sh(`cd ${dolt.folder}; stat -c %a home/.dolt/creds/one.jwk; cat dolt.env; ls work`),
    ).toBe(`600\nDATA=${dolt.folder}/data\n`);
    expect(back.steps.at(-1)).toBe('compare what the server tells with what was saved');
    expect(said()).toContain('app: every branch, tag, stash and working set is as it was saved');
  });
});

/** Puts it back to another folder, for a server of another configuration, and has `look` look at that. */
async function elsewhere(name: string, look: (port: number) => Promise<void>): Promise<void> {
  const { folder } = dolt;
  const port = await freePort();
  await fixture.sh(`cd ${folder}; mkdir ${name}; sed "s|^data_dir.*|data_dir: ${folder}/${name}/data|; s|port: .*|port: ${port}|; s|socket:.*|socket: ${folder}/${name}/s|" config.yaml >${name}/config.yaml
    sed 's|--config config.yaml|--config ${name}/config.yaml|' start >${name}/start`);
  const stop = `kill -TERM "$(cut -d : -f 1 ${folder}/${name}/data/.dolt/sql-server.info)"`;
  const own = {
    'data-dir': `${folder}/${name}/data`,
    server: `dolt://keeper@127.0.0.1:${port}?password-env=PW`,
    start: `sh ${folder}/${name}/start`,
    stop,
  };
  const options = Object.entries(own).map(([key, value]) => `${key}=${value}`);
  await fixture.putBack(options, { env });
  try {
    await look(port);
    expect(await fixture.sh(`ls ${folder}/${name}/data`)).toBe('app\nsec-ond\n');
  } finally {
    await fixture.sh(stop);
  }
}

test('all of it comes to another folder, for a server of another configuration', async () => {
  await elsewhere('other', async (port) => {
    expect(await dolt.everything(port)).toBe(before);
  });
});

describe('what can be no backup is told, and nothing is stopped:', () => {
  const here = () => dolt.folder;
  const keeper = () => `dolt://keeper@127.0.0.1:${dolt.server.port}?password-env=PW`;
  const as = (user: string) => ({ server: keeper().replace('keeper', user) });
  const noRoom = async () => {
    await fixture.sh(
      `cd ${here()}; mkdir -p small; mountpoint -q small || mount -t tmpfs -o size=16k tmpfs small`,
    );
    return { staging: `${here()}/small` };
  };

  test.each<[string, () => object | Promise<object>, string, RegExp, NodeJS.ProcessEnv?]>([
    [
      'a configuration that isn’t there',
      () => ({ config: '/nowhere.yaml' }),
      'source-missing',
      /no \/nowhere.yaml/,
    ],
    [
      'a folder that is no data directory',
      () => ({ 'data-dir': '/etc' }),
      'application-unfit',
      /no folder in \/etc is a database/,
    ],
    [
      'a server of another folder',
      otherFolder,
      'application-unfit',
      /has app, sec-ond, and none of it is in/,
    ],
    ['no such account', () => ({ user: 'nobody-at-all' }), 'no-permission', /as "nobody-at-all"/],
    [
      'a password that is missing',
      () => ({}),
      'bad-input',
      /environment variable that holds the password/,
      {},
    ],
    [
      'a password that is wrong',
      () => ({}),
      'bad-input',
      /doesn't let us in, expected a user and its password/,
      { PW: 'x' },
    ],
    [
      'a user who is no administrator',
      () => as('reader'),
      'no-permission',
      /no administrator, expected one with SUPER/,
      { PW: 'pw' },
    ],
    ['no server', () => ({ server: 'dolt://root@127.0.0.1:1' }), 'application-unfit', /no server answers at/],
    [
      'a staging folder that isn’t there',
      () => ({ staging: '/nowhere' }),
      'no-permission',
      /install -d -m 700 -o root \/nowhere/,
    ],
    [
      'a staging folder among the databases',
      () => ({ staging: `${here()}/data/x` }),
      'bad-input',
      /in the data directory/,
    ],
    [
      'a disk with no room for the staging folder',
      noRoom,
      'no-space',
      /16 KiB are free there, expected about \d+ KiB/,
    ],
    [
      'a remote that nobody knows',
      () => ({ push: ['upstream'] }),
      'bad-input',
      /no database has such a remote/,
    ],
    [
      'files that are none of a stopped server',
      () => ({ way: 'files', stop: [], start: [] }),
      'bad-input',
      /stop and start, with way=files/,
    ],
    [
      'files of a running server, without their volume',
      () => ({ way: 'volume' }),
      'bad-input',
      /expected a snapshot of their volume/,
    ],
  ])('%s', async (_what, more, code, message, given = env) => {
    const saving = fixture.save('dolt', dolt.settings(await more()), { env: given, dryRun: true });
    await expect(saving).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  async function otherFolder() {
    await fixture.sh(`mkdir -p ${here()}/other/strange/.dolt/noms`);
    return { 'data-dir': `${here()}/other` };
  }

  test('a disk that is full all the same', async () => {
    const full = dolt.settings({ ...(await noRoom()), 'check-room': false });
    const saving = fixture.save('dolt', full, { env, dryRun: true });
    await expect(saving).rejects.toThrow(/no space left on device.*another disk/s);
    await fixture.sh(`umount ${here()}/small`);
  });

  test('the line for the vendor’s client, where that dumps no row', async () => {
    const page = await readFile('docs/how-to/dolt.md', 'utf8');
    const [, line = ''] = /^--database '(command:dolt-mysql.sql=.*)'$/m.exec(page) ?? [];
    await fixture.sh(
      `printf '[client]\\nhost=127.0.0.1\\nport=${dolt.server.port}\\nuser=keeper\\npassword="%s"\\n' '${KEEPER.replace("'", `'\\''`).replace('"', '\\"')}' >client.cnf`,
    );
    const own = line.replace('/root/dolt.cnf', `${fixture.folder}/client.cnf`);
    expect(own).not.toBe(line);
    const [dump] = await prepare(fixture.host, own);
    await expect(streamed(dump ?? expect.fail())).rejects.toThrow(/it holds no row of user/);
  });

  test('a server that is said to be stopped, and runs', async () => {
    const count = await fixture.backups.snapshotCount();
    const settings = dolt.settings({ way: 'files', stop: ['true'], 'stop-limit': '0.2s' });
    await expect(fixture.save('dolt', settings, { env, held: 'stopped already' })).rejects.toThrow(
      /it runs, although it was stopped \(another process has/,
    );
    await expect(fixture.save('dolt', settings, { env, held: 'by hand' })).rejects.toThrow(
      /Dolt is not stopped after 1 s/,
    );
    expect(await fixture.backups.snapshotCount()).toBe(count);
  });

  test.each<[string, object, object, RegExp]>([
    [
      'an older Dolt than the one that was saved',
      {},
      { version: '99.1.0' },
      /dolt is version 2\.2\.0 there, expected 99\.1\.0 or newer/,
    ],
    ['no dolt', { bin: '/nowhere' }, {}, /there is no dolt, expected 2\.2\.0 or newer/],
    ['no such account', { user: 'nobody-at-all' }, {}, /no account "nobody-at-all"/],
    ['nothing that stops it', { stop: [], start: [] }, {}, /nothing says how the server is stopped/],
    [
      'no room',
      {},
      { dumps: [{ format: 'backup', database: 'app', size_bytes: 1e15 }] },
      /KiB are free in .*, expected 976562500000 KiB/,
    ],
  ])('a restore is refused for %s', async (_what, more, saved, message) => {
    const facts = { data_dir: `${here()}/data`, user: 'root', server: keeper() };
    const restoring = fixture.planBack('dolt', dolt.settings(more), { version: '2.2.0', facts, ...saved });
    await expect(restoring).rejects.toMatchObject({
      code: expect.stringMatching(/restore-blocked|no-space/),
      message: expect.stringMatching(message),
    });
  });
});

describe('its other ways', () => {
  test('its files, while it is stopped: checked and compared before it starts again', async () => {
    const settings = dolt.settings({ way: 'files', keys: false });
    const result = await fixture.save('dolt', settings, { env, held: 'by hand' });
    expect(result.dumps.map(({ record }) => record.name)).toEqual(['dolt-globals.sql']);
    const saved = await fixture.saved(dolt.folder);
    expect(saved).toEqual(
      expect.arrayContaining(['data/app/.dolt/noms/manifest', 'data/.doltcfg/privileges.db']),
    );
    expect(saved.filter((path) => /LOCK|temptf|stats|sql-server|creds|staging/.test(path))).toEqual([]);
    const record = await fixture.record();
    expect(record.facts.way).toBe('files');
    expect(Object.keys(JSON.parse(record.facts.state).app)).toContain('working set of feature/x');

    await fixture.backups.sh('mkdir -p elsewhere');
    await fixture.backups.restore(fromText(`${fixture.folder}/elsewhere`));
    expect(await checked(record)).toEqual(passed);
    const data = `elsewhere${dolt.folder}/data`;
    await fixture.sh(`cd ${data}; printf '{' >app/.dolt/config.json; : >.doltcfg/privileges.db; mkdir app/.dolt/stats
      dd if=/dev/zero of="$(ls -S app/.dolt/noms/* | head -n 1)" bs=1 seek=1500 count=50 conv=notrunc`);
    expect(await checked(record)).toEqual(passed.map(([name]) => [name, 'failed']));

    await dolt.server.sql(
      "USE app; CALL dolt_reset('--hard', 'v1'); CALL dolt_branch('-D', '-f', 'feature/x'); DROP USER 'reader'@'%'",
    );
    said();
    await fixture.putBack([], { env });
    expect(await dolt.everything()).toBe(before);
    const told = said();
    expect(told).toContain('app: dolt fsck finds no problem');
    expect(told).toContain('app: every branch, tag and working set is as it was saved');
    await elsewhere('third', async (port) => {
      expect(await dolt.everything(port)).toBe(before);
    });
  });

  test('a backup that each database knows by a name', async () => {
    const settings = dolt.settings({ way: 'named-backup', 'backup-name': 'nightly' });
    await dolt.server.sql(
      `USE \`sec-ond\`; CALL dolt_backup('add', 'nightly', 'file://${dolt.folder}/nightly/second')`,
    );
    const staged = await fixture.sh(`ls ${dolt.server.staging}`);
    const result = await fixture.save('dolt', settings, { env, dryRun: true });
    expect(result).toMatchObject({ complete: true });
    expect(await fixture.sh(`cd ${dolt.folder}; ls staging; ls nightly/*/manifest`)).toBe(
      `${staged}nightly/app/manifest\nnightly/second/manifest\n`,
    );
    await dolt.server.sql("USE `sec-ond`; CALL dolt_backup('rm', 'nightly')");
  });

  test('pushes to remotes: the branches of all of them come back at the commits that were pushed', async () => {
    // Of the branch's newest commit `origin` knows nothing.
    await dolt.server.sql(`USE app; CALL dolt_remote('add', 'mirror', 'file://${dolt.folder}/mirror');
      USE \`app/feature/x\`; CALL dolt_commit('-am', 'for the mirror')`);
    const settings = dolt.settings({ way: 'push', push: ['origin/main', 'mirror/feature/x'] });
    await expect(fixture.plan('dolt', settings, env)).rejects.toThrow(
      /the database "sec-ond".*none of its branches/,
    );
    await dolt.server.sql(
      `USE \`sec-ond\`; CALL dolt_remote('add', 'origin', 'file://${dolt.folder}/other')`,
    );
    await fixture.save('dolt', settings, { env });
    const { facts } = await fixture.record();
    const pushed = JSON.parse(facts.pushed) as { branch: string; commit: string }[];
    expect(pushed.map(({ branch }) => branch)).toEqual(['main', 'main', 'feature/x']);
    await dolt.server.sql(`USE app; CALL dolt_reset('--hard'); INSERT INTO t VALUES (20, 'later'); CALL dolt_commit('-am', 'later');
      CALL dolt_push('origin', 'main'); USE \`sec-ond\`; DROP DATABASE app`);
    await expect(fixture.putBack([], { env })).rejects.toThrow(
      /data\/sec-ond is there, expected no database of that name/,
    );
    await dolt.server.sql('USE mysql; DROP DATABASE `sec-ond`');
    said();
    await fixture.putBack([], { env });
    const heads = await dolt.server.sql(
      'USE app; SELECT name, hash FROM dolt_branches ORDER BY name DESC; SELECT name FROM dolt_remotes ORDER BY name',
    );
    expect(heads).toContain(`main,${pushed[0]?.commit}\nfeature/x,${pushed[2]?.commit}\n`);
    expect(heads).toMatch(/mirror\norigin$/);
    const told = said();
    expect(told).toContain('app: 2 branches are at the commits that were pushed');
    expect(told).toContain('sec-ond: 1 branches are at the commits that were pushed');
  });

  test('its data directory from a snapshot of a real volume, and what lies elsewhere beside it', async () => {
    await dolt.moveToVolume();
    const settings = dolt.settings({ way: 'volume' });
    const now = () =>
      dolt.server.sql(
        'USE app; SELECT name, hash FROM dolt_branches; SELECT * FROM t; SELECT User FROM mysql.user ORDER BY User',
      );
    const saved = await now();
    const volume = { kind: BTRFS, keep: false, holder: 'a test', folder: fromText(`${dolt.folder}/state`) };
    const result = await fixture.save('dolt', settings, { env, volume });
    expect(result.dumps.map(({ record }) => record.name)).toEqual(['dolt-globals.sql', 'dolt-config.tar']);
    await dolt.server.sql(
      "USE app; INSERT INTO t VALUES (99, 'after'); CALL dolt_commit('-am', 'after'); CALL dolt_gc()",
    );
    await dolt.stop();
    await fixture.sh(`cd ${dolt.folder}; rm -r home volume/data/.doltcfg; echo other >config.yaml`);
    await fixture.putBack([], { env });
    expect(await now()).toBe(saved);
    const own = `cd ${dolt.folder}; stat -c '%a %n' home/.dolt home/.dolt/creds home/.dolt/creds/*; cat config.yaml.holdfast-before`;
    expect(await fixture.sh(own)).toBe(
      '755 home/.dolt\n700 home/.dolt/creds\n600 home/.dolt/creds/one.jwk\nother\n',
    );
  });
});
