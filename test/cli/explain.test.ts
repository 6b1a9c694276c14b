import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesIn } from '../config/pages.ts';
import { sample } from '../config/sample.ts';
import { holdfast } from './terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'holdfast-explain-'));
const config = join(root, 'backup.yml');
writeFileSync(config, filesIn(readFileSync('docs/how-to/backup-yml.md', 'utf8'))[0]?.text ?? '');
afterAll(() => rmSync(root, { recursive: true }));

const explain = (target: string, ...flags: string[]) =>
  holdfast(['explain', target, '--config', config, ...flags]);

test('what a target means is told in words', async () => {
  const { stdout, status } = await explain('wiki', '--no-sheet');
  expect(status).toBe(0);
  expect(stdout.replace(/\d{4}-\d\d-\d\d/g, 'DAY')).toBe(`Target      wiki
Host        web1: ssh://backup@web1.example
Saved       /srv/wiki
But not     /srv/wiki/cache
            *.tmp
Stopped by  systemctl stop wiki
Started by  systemctl start wiki
Stands      at most 15m, and started by the host itself 2m after the run fell silent
To          s3:https://s3.eu-central-1.amazonaws.com/example-backups/main
Copied to   /mnt/nas/backup
Due         At 03:17 (Europe/Vienna)
Next        DAY 03:17
            DAY 03:17
            DAY 03:17
Kept        keep daily snapshots within 14d, weekly snapshots within 3m, monthly snapshots within 1y
Locked      for 400 days, compliance
Promised    no older than 26h
            back within 2h
Drilled     every 90d
Told        start, success and failure: the address in WIKI_PING_URL
            failure, stale: the webhook in CHAT_URL
Second key  printed, in the safe of the office
            of the copy: printed, in the safe of the office
`);
});

test('and how it comes back, in words that a shell takes as they stand', async () => {
  const { stdout } = await explain('wiki');
  expect(stdout).toContain('Kept ');
  const { stdout: sheet } = await explain('wiki', '--sheet');
  expect(stdout).toContain(sheet);
  expect(sheet).toMatch(/^# Recovery sheet: `wiki` of `web1`\n/);
  expect(sheet).toContain("restic snapshots --tag 'holdfast:target=wiki' --host web1");
  expect(sheet).toContain('`printed, in the safe of the office`');
  expect(sheet).toContain('The same with `/mnt/nas/backup`');
  for (const [, script = ''] of sheet.matchAll(/^```sh\n(.*?)^```/gms))
    expect(spawnSync('sh', ['-n'], { input: script.replaceAll('…', 'x') }).status).toBe(0);
});

test('of databases alone it has no step for files, which would restore nothing', async () => {
  const { stdout } = await explain('orders', '--sheet');
  expect([...stdout.matchAll(/^## (\d.*)$/gm)].map(([, title]) => title)).toEqual([
    '1. What you need',
    '2. Open the repository',
    '3. Dumps, and how it was saved',
  ]);
});

test('of archives it is by the three programs that open one', async () => {
  const archived = join(root, 'archived.yml');
  const text = `version: 1
storage: { box: { archives: 's3:https://s3.example/archives', recipients: [age1x] } }
hosts: { web: { address: ssh://backup@web.example } }
targets: { wiki: { host: web, storage: box, paths: ['/srv/\\u001b[2J\`x\`'] } }
`;
  writeFileSync(archived, text.replace("'/srv/\\u001b[2J`x`'", '"/srv/\\e[2J`x`"'));
  const { stdout } = await holdfast(['explain', 'wiki', '--config', archived, '--sheet']);
  expect(stdout).toContain('age -d -i KEY-FILE ../ARCHIVE | zstd -d | tar -xp');
  expect(stdout).toContain('- `/srv/\\x1b[2J’x’`');
  expect(stdout).not.toContain('restic');
});

test('of a database its URL, which holds no secret', async () => {
  const { json } = await explain('orders', '--json');
  expect(json[0]?.['Saved']).toEqual(['dump of postgresql://backup@/orders?password-env=ORDERS_PASSWORD']);
});

test('a target that isn’t there is told, with what there is', async () => {
  const { status, stderr } = await explain('order');
  expect(status).toBe(1);
  expect(stderr).toContain('Cannot find the target "order"');
  expect(stderr).toContain('Did you mean `orders`?');
});

test('of an application what its profile is told', async () => {
  const file = join(root, 'dolt.yml');
  const options = '{ config: /etc/dolt/config.yaml, push: [origin, origin/main], keys: false }';
  writeFileSync(
    file,
    sample({ targets: `  d: { host: db, storage: main, application: dolt, options: ${options} }` }),
  );
  const { stdout } = await holdfast(['explain', 'd', '--config', file]);
  expect(stdout).toContain(`Application  dolt
Options      config=/etc/dolt/config.yaml
             push=origin
             push=origin/main
             keys=false
`);
});
