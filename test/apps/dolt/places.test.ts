import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/apps/application.ts';
import { serverUrl } from '../../../src/apps/dolt/access.ts';
import { configurationPaths, placesOf } from '../../../src/apps/dolt/places.ts';
import { DOLT_SCHEMA } from '../../../src/apps/dolt/settings.ts';
import { interpolated, yamlValues } from '../../../src/apps/dolt/yaml-values.ts';
import { dolt } from '../../../src/apps/dolt.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { readSettings } from '../../../src/schema.ts';
import { foundIn, sample } from '../../config/sample.ts';

const host = localHost();
const root = mkdtempSync(join(tmpdir(), 'holdfast-dolt-places-'));
const config = join(root, 'config.yaml');

beforeAll(() => {
  for (const folder of ['data/app/.dolt/noms', 'data/.doltcfg', 'home/.dolt/creds', 'cfg', 'tls'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    'tls/key.pem',
    'tls/cert.pem',
    'tls/jwks.json',
    'cfg/p.db',
    'home/.dolt/config_global.json',
    'dolt.env',
  ])
    writeFileSync(join(root, file), 'x');
});
afterAll(async () => {
  rmSync(root, { recursive: true });
  await host.close();
});

const settingsOf = (more: object = {}) =>
  readSettings(DOLT_SCHEMA, { config, root: join(root, 'home'), 'system-files': [], ...more }, 'the options');
const site = { host, signal: new AbortController().signal, env: {} } as unknown as Site;

function look(yaml: string, more: object = {}) {
  writeFileSync(config, yaml.replaceAll('ROOT', root));
  return placesOf(site, settingsOf(more));
}

test('what the YAML file says is where things are, and what it names is saved', async () => {
  writeFileSync(join(root, 'dolt.env'), `DATA=${root}/data\nDOLT_ROOT_PATH=/nowhere\n`);
  const more = { 'environment-files': [join(root, 'dolt.env')] };
  const places = await look(
    `log_level: info # not data_dir: /no
data_dir: "\${DATA}/"
cfg_dir: 'ROOT/cfg'
privilege_file: ROOT/cfg/p.db
listener:
  host: 0.0.0.0
  port: 3307
  require_secure_transport: true
  tls_key: ROOT/tls/key.pem
  tls_cert: ROOT/tls/cert.pem
jwks:
  - name: one
    location_url: file://ROOT/tls/jwks.json
`,
    more,
  );
  expect(places).toMatchObject({
    dataFolder: `${root}/data`,
    privilegeFile: `${root}/cfg/p.db`,
    branchControlFile: `${root}/cfg/branch_control.db`,
    user: expect.any(String),
    server: 'dolt://root@127.0.0.1:3307?tls=true',
    isRelative: false,
  });
  const paths = await configurationPaths(site, settingsOf(more), places);
  const names = [
    'data',
    'cfg',
    'home/.dolt/config_global.json',
    'home/.dolt/creds',
    'config.yaml',
    'dolt.env',
  ];
  const tls = ['tls/cert.pem', 'tls/jwks.json', 'tls/key.pem'];
  expect(paths).toEqual([...names, ...tls].map((name) => join(root, name)));
  const withoutKeys = await configurationPaths(site, settingsOf({ ...more, keys: false }), places);
  expect(paths.filter((path) => !withoutKeys.includes(path))).toEqual(
    ['home/.dolt/creds', 'tls/key.pem'].map((name) => join(root, name)),
  );
  const url = serverUrl(
    places.server,
    { user: 'dolt', settings: settingsOf() },
    { database: 'a/b', options: { staging: '/s p' } },
  );
  expect(url).toBe(
    'dolt://root@127.0.0.1:3307/a%2Fb?tls=true&staging=%2Fs%20p&as=dolt&work-folder=%2Fvar%2Ftmp',
  );
});

describe('is told what can’t be known:', () => {
  test.each<[string, string, object, RegExp]>([
    ['a relative data_dir', 'data_dir: data', {}, /a relative data_dir.*expected an absolute one/],
    ['no data_dir', 'log_level: info', {}, /no data_dir/],
    ['a relative cfg_dir', 'data_dir: ROOT/data\ncfg_dir: ./cfg', {}, /its cfg_dir is a relative path/],
    [
      'a relative file of users',
      'data_dir: ROOT/data\nprivilege_file: p.db',
      {},
      /its privilege_file is a relative path/,
    ],
    [
      'a variable that nothing says',
      `data_dir: \${NOWHERE}/data`,
      {},
      /names a variable that none of the environment files says/,
    ],
    [
      'flow style',
      'data_dir: ROOT/data\nlistener: { port: 3307 }',
      {},
      /its listener.* is written in a way that is not read/,
    ],
    ['an anchor', 'data_dir: &a ROOT/data', {}, /its data_dir is written in a way/],
    [
      'a certificate that isn’t there',
      'data_dir: ROOT/data\nlistener:\n  tls_cert: ROOT/tls/gone.pem',
      {},
      /no .*gone.pem, which .* names/,
    ],
  ])('%s', async (_what, yaml, more, message) => {
    const asked = look(yaml, more).then((places) => configurationPaths(site, settingsOf(more), places));
    await expect(asked).rejects.toThrow(message);
  });

  test('a relative data_dir that the options say absolutely is a warning of its own', async () => {
    expect(await look('data_dir: data', { 'data-dir': join(root, 'data') })).toMatchObject({
      isRelative: true,
    });
  });
});

test('YAML as Dolt’s own example is written', () => {
  const text = `a: "x # y" # z
b:
  c: 'it''s'
  - d: 1
    e: 2
  f:
    g: h
j: $$k\${L}\${M}
#n: o`;
  const found = yamlValues(interpolated(text, new Map([['L', 'l']])));
  expect(found.map(({ path, value }) => `${path}=${value}`)).toEqual([
    'a=x # y',
    "b.c=it's",
    'b.d=1',
    'b.e=2',
    'b.f.g=h',
    `j=$kl\${M}`,
  ]);
});

test('a configuration tells what leaves out what a backup is none without', () => {
  const target = (options: string, more: string) =>
    foundIn(
      sample({
        targets: `  d: { host: web, storage: main, application: dolt, options: { ${options} }${more} }`,
      }),
    ).filter((one) => /excluded|volume|unknown-app/.test(one));
  const own = 'config: /etc/dolt/config.yaml';
  for (const pattern of ['privileges.db', '.doltcfg', '*.json', '.dolt', '/etc/dolt'])
    expect(target(own, `, exclude: ['${pattern}']`)).toEqual(['excluded-path@9']);
  expect(target(own, `, exclude: ['noms', '/var/backups']`)).toEqual([]);
  expect(target(`${own}, way: files, service: dolt`, `, exclude: ['noms']`)).toEqual(['excluded-path@9']);
  expect(target(`${own}, way: volume`, '')).toEqual(['unfit-volume@9']);
  expect(target(`${own}, way: volume`, ', volume: btrfs')).toEqual([]);
  expect(target(`${own}, way: files`, '')).toEqual(['unknown-application@9']);
  expect(target('service: dolt', '')).toEqual(['unknown-application@9']);
  expect(dolt.foresee(settingsOf()).needsVolume).toBe(false);
});
