import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { openDirectory } from '../../src/backends/directory.ts';
import { listed } from '../contract/backend.ts';
import { quickFolder } from '../memory-disk.ts';
import { copyOf, garbage } from '../operations/prune/garbage.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { holdfast } from './terminal.ts';

describe('holdfast prune', () => {
  let whole: Backend;
  let repository: string;

  beforeAll(async () => {
    whole = (await garbage()).backend;
  });
  beforeEach(async () => {
    repository = await mkdtemp(join(quickFolder(), 'holdfast-cli-prune-'));
    await copyOf(whole, openDirectory(repository));
  });
  afterEach(() => rm(repository, { recursive: true, force: true }));

  const prune = (...flags: string[]) =>
    holdfast(['prune', '--pack-size', '4', ...flags], {
      env: { RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD },
    });

  it('says what it would do, does it, and then finds nothing more', async () => {
    const packs = () => listed(openDirectory(repository), 'pack');
    const before = await packs();
    const planned = (await prune('--dry-run', '--json')).json.at(-1);
    expect(planned).toMatchObject({ message_type: 'summary', dry_run: true, written: { packs: 0 } });
    expect(await packs()).toEqual(before);
    const done = (await prune('--json')).json.at(-1);
    expect(done).toMatchObject({ dry_run: false, blobs: planned?.['blobs'], bytes: planned?.['bytes'] });
    const { status, stdout } = await prune('-v', '--repack-small');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^total prune: +0 blobs \/ 0 B$/m);
    expect(stdout).toMatch(/^unused: +0 blobs \/ 0 B$/m);
    expect((await listed(openDirectory(repository), 'lock')).size).toBe(0);
  });

  it('is what `forget --prune` does at once, under its own lock', async () => {
    const env = { RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD };
    const [id = ''] = (await listed(openDirectory(repository), 'snapshot')).keys();
    const forget = (...flags: string[]) =>
      holdfast(['forget', id, '--despite', 'newest', '--prune', '--max-unused', '0', '--json', ...flags], {
        env,
      });
    const planned = (await forget('--dry-run')).json.at(-1);
    expect(planned).toMatchObject({ message_type: 'summary', dry_run: true });
    const { status, json } = await forget();
    expect(status).toBe(0);
    expect(json.at(-1)).toMatchObject({ dry_run: false, bytes: planned?.['bytes'] });
    const left = (await prune('--dry-run', '--max-unused', '0', '--json')).json.at(-1);
    expect(left).toMatchObject({ blobs: { unused: 0, remove_total: 0 } });
    const wrong = await holdfast(['forget', id, '--prune', '--max-unused', 'much'], { env });
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('Cannot use --max-unused')]);
  });

  it.each([
    [['--no-lock'], /Cannot prune with --no-lock/],
    [['--max-unused', '100%'], /Cannot use --max-unused: it is "100%"/],
    [['--max-repack-size', 'much'], /Cannot use --max-repack-size/],
    [['--repack-smaller-than', '5m'], /Cannot repack packs smaller than 5242880 bytes/],
    [['--repack-uncompressed', '--compression', 'off'], /both --repack-uncompressed and --compression off/],
    [['--unsafe-recover-no-free-space', 'x'], /absent here: indexes are never removed before/],
  ])('refuses %j', async (flags, message) => {
    const { status, stderr } = await prune(...flags);
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
