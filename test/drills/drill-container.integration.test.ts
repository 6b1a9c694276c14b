import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DrillContainer } from '../../src/drills/drill-container.ts';
import { DEFAULT_LIMITS } from '../../src/drills/limits.ts';
import { EngineClient } from '../../src/hosts/container-engine.ts';
import { localHost } from '../../src/hosts/local.ts';

/** An engine that takes its time with what it removes, as with a volume full of a database's files. */
const SLOW = `#!/bin/sh
case $1 in
  run) echo up; exec cat >/dev/null ;;
  inspect) echo volume-1 ;;
  rm) exit 1 ;; # "removal of container … is already in progress"
  ps) echo x >>"$DOCKER_CONFIG/asked"; [ "$(wc -l <"$DOCKER_CONFIG/asked")" -gt 25 ] || echo 4bd21c8a ;;
  volume) [ "$(wc -l <"$DOCKER_CONFIG/asked")" -gt 27 ] || echo volume-1 ;;
esac`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-slow-'));
  await writeFile(join(folder, 'docker'), SLOW, { mode: 0o755 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a container whose volume takes long to be removed is waited for, and not told to be left', async () => {
  const environment = { PATH: `${folder}:${process.env['PATH']}`, DOCKER_CONFIG: folder };
  const client = new EngineClient('docker', localHost(), environment);
  try {
    const container = await DrillContainer.start(client, {
      drillId: 'slow',
      image: { role: 'files', name: 'image', id: `sha256:${'0'.repeat(64)}`, digests: [], volumes: [] },
      limits: DEFAULT_LIMITS,
      sharing: null,
      folders: [],
      feed: null,
      rooms: [],
      environment,
      signal: new AbortController().signal,
    });
    expect(container.volumes).toEqual(['volume-1']);
    expect(await container.remove({ isHasty: false })).toBe(true);
    expect((await readFile(join(folder, 'asked'), 'utf8')).split('\n').length).toBe(28 + 1);
  } finally {
    await client.host.close();
  }
});
