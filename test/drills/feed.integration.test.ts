import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepDrill } from '../../src/actions/sweep-drill.ts';
import { type ContainerWish, DrillContainer } from '../../src/drills/drill-container.ts';
import { DrillFeed } from '../../src/drills/feed.ts';
import { findImage } from '../../src/drills/image.ts';
import { DEFAULT_LIMITS } from '../../src/drills/limits.ts';
import { ownVolumes } from '../../src/drills/run-words.ts';
import { sweepVolumes } from '../../src/drills/sweep.ts';
import { EngineClient } from '../../src/hosts/container-engine.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { runSuccessfully, runToEnd } from '../../src/hosts/output.ts';
import { DEBIAN_PROGRAMS, startDocker, type TestEngine } from '../services/container-engine.ts';

const { signal } = new AbortController();
const IMAGE = { role: 'files', name: 'image', id: `sha256:${'0'.repeat(64)}`, digests: [], volumes: [] };

let folder: string;
let machine: Host;
beforeAll(async () => {
  machine = localHost();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-feed-'));
});
afterAll(async () => {
  await machine?.close();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
async function wishOf({
  trialLimitMs,
  ...options
}: Partial<ContainerWish> & { trialLimitMs?: number } = {}): Promise<ContainerWish> {
  const name = `feed-${++count}`;
  const limit = trialLimitMs === undefined ? {} : { trialLimitMs };
  const feed = await DrillFeed.make(machine, { parent: folder, name, ...limit }, signal);
  const plain = { limits: DEFAULT_LIMITS, sharing: null, folders: [], rooms: [], environment: {}, signal };
  return { drillId: name, image: IMAGE, feed, ...plain, ...options };
}

/** What an engine says to `run`, and what its container says; all else succeeds. */
async function startWith(run: string): Promise<DrillContainer> {
  const programs = await mkdtemp(join(folder, 'programs-'));
  await writeFile(join(programs, 'docker'), `#!/bin/sh\ncase $1 in run) ${run} ;; esac`, { mode: 0o755 });
  const environment = { PATH: `${programs}:${process.env['PATH']}` };
  const client = new EngineClient('docker', machine, environment);
  const container = await DrillContainer.start(client, await wishOf({ environment, trialLimitMs: 300 }));
  await container.remove({ isHasty: false });
  return container;
}

describe('an engine is left to feed the container itself', () => {
  test('if it is on a machine without the folder', async () => {
    const refuse = `case "$*" in *type=bind*) echo "no such path" >&2; exit 125 ;; esac`;
    expect((await startWith(`${refuse}; echo up; exec cat >/dev/null`)).isFed).toBe(false);
  });

  test('if it shows the folder but has other FIFOs, or something else answers', async () => {
    const silent = startWith('echo up; exec cat >/dev/null');
    const other = startWith('echo up; echo feed 0123456789abcdef; exec cat >/dev/null');
    expect((await Promise.all([silent, other])).map(({ isFed }) => isFed)).toEqual([false, false]);
  });

  test('if the folder’s name can’t be told to it', async () => {
    const parent = join(folder, 'a,b');
    expect(await DrillFeed.make(machine, { parent, name: 'files' }, signal)).toBe(null);
  });
});

test('an image’s volumes are ours, but for places that have something else', () => {
  const places = ['/data/', '/tmp', '/srv', '/holdfast-drill', '/a,b', '/data'];
  expect(ownVolumes(places, ['/srv'])).toEqual(['/data']);
});

describe('in Docker', () => {
  let docker: TestEngine;
  let client: EngineClient;
  let wish: (options?: Partial<ContainerWish>) => Promise<ContainerWish>;
  const volumes = async () => (await docker.client('volume', 'ls', '-q')).split('\n').filter(Boolean);

  beforeAll(async () => {
    docker = await startDocker();
    const changes = ['VOLUME /data', 'HEALTHCHECK --interval=1s CMD echo secret'];
    await docker.makeImage('fed', { programs: DEBIAN_PROGRAMS, changes });
    const { environment } = docker;
    client = new EngineClient('docker', machine, environment);
    const image = await findImage(client, { role: 'files', name: 'fed' }, signal);
    wish = (options) => wishOf({ image, environment, ...options });
  });
  afterAll(() => docker?.stop());

  test('a container reads what it is fed with and can put nothing there, whoever it is', async () => {
    const rooms = [{ path: '/holdfast-drill/db', mode: '700', accounts: ['nobody', 'postgres', 'app'] }];
    const container = await DrillContainer.start(client, await wish({ rooms }));
    try {
      expect(container.isFed).toBe(true);
      expect([...container.rooms]).toEqual([['/holdfast-drill/db', 'postgres']]);
      const look = async (host: Host) => {
        const script = 'wc -c; readlink /proc/$$/fd/0';
        const stdin = async function* bytes() {
          for (let i = 0; i < 30; i++) yield Buffer.alloc(100_000);
        };
        const { stdout } = await runSuccessfully(host, 'look', script, {
          stdin: stdin(),
          hasLargeInput: true,
        });
        return stdout.toString().trim().split('\n');
      };
      const write = `cd /holdfast-feed; mkfifo x || echo x >x || ln -s /etc/passwd x || chmod 777 . || mv * x`;
      for (const user of [null, 'postgres']) {
        const host = await container.connect(user, signal);
        expect(await look(host)).toEqual(['3000000', expect.stringMatching(/^.holdfast-feed.[0-9a-f]{16}/)]);
        const { exit, stderr } = await runToEnd(host, write);
        expect([exit, stderr.toString()]).toEqual([{ code: 1 }, expect.stringContaining('Read-only')]);
      }
      // What the image has to say of its health, the engine would keep.
      expect(await docker.client('inspect', '-f', '{{json .State.Health}}', container.name)).toBe('null');
    } finally {
      expect(await container.remove({ isHasty: false })).toBe(true);
    }
    expect(await volumes()).toEqual([]);
  });

  test('volumes are found whose container somebody has removed without them', async () => {
    const { drillId, ...options } = await wish();
    await DrillContainer.start(client, { drillId, ...options });
    await docker.client('rm', '--force', `holdfast-drill-${drillId}-files`);
    expect(await volumes()).toHaveLength(2);
    expect(await sweepVolumes(client, null, signal)).toBe(0); // it may run
    expect(await sweepVolumes(client, drillId, signal)).toBe(2);
    expect(await volumes()).toEqual([]);
    const over = { ...DEFAULT_LIMITS, timeMs: -60_000 };
    await docker.client('volume', 'create', '--label', 'holdfast.drill=x', 'unlike-ours');
    await DrillContainer.start(client, { ...(await wish()), drillId: 'over', limits: over });
    await docker.client('rm', '--force', 'holdfast-drill-over-files');
    expect(await sweepVolumes(client, null, signal)).toBe(2);
    expect(await volumes()).toEqual(['unlike-ours']);
    await docker.client('volume', 'rm', 'unlike-ours');
  });

  test('post removes an application as well as what it shares, of its drill alone', async () => {
    const first = await DrillContainer.start(client, await wish({ drillId: 'post' }));
    const sharing = { container: first.name, isReadOnly: true };
    const options = { drillId: 'post', sharing, folders: ['/srv'], feed: null };
    const { image, ...other } = await wish(options);
    const application = await DrillContainer.start(client, {
      ...other,
      image: { ...image, role: 'application' },
    });
    const another = await DrillContainer.start(client, await wish({ drillId: 'running' }));
    // What the first is fed with isn't for the application.
    const host = await application.connect(null, signal);
    const { stdout } = await runSuccessfully(host, 'look', 'grep -c "/holdfast-feed tmpfs" /proc/mounts');
    expect(stdout.toString()).toBe('1\n');
    const before = { ...process.env };
    Object.assign(process.env, docker.environment, { STATE_drill: 'post', INPUT_IMAGE: 'files=fed' });
    try {
      await sweepDrill({ signal } as Parameters<typeof sweepDrill>[0]);
    } finally {
      process.env = before;
    }
    expect(await docker.client('ps', '-a', '--format', '{{.Names}}')).toBe(another.name);
    expect(await volumes()).toHaveLength(2);
    expect(await another.remove({ isHasty: false })).toBe(true);
    await Promise.all([first, application].map((one) => one.remove({ isHasty: true })));
  });
});
