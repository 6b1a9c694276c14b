import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseApplicationWish } from '../../../src/drills/application-wish.ts';
import { parseUserCheck } from '../../../src/drills/user-check.ts';
import { DEBIAN_PROGRAMS, startPodman, type TestEngine } from '../../services/container-engine.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { drillOf, problemsOf } from './fixture.ts';

let podman: TestEngine;
let fixture: BackupFixture;

beforeAll(async () => {
  [podman, fixture] = await Promise.all([startPodman(), BackupFixture.create()]);
  await podman.makeImage('drill-files', { programs: DEBIAN_PROGRAMS });
  await fixture.sh('echo hello >source/a; chown 7:8 source/a');
  await fixture.backup();
});
afterAll(async () => {
  await fixture?.remove();
  await podman?.stop();
});

test('Podman is spoken to by the same words, and is left nothing either', async () => {
  const words = ['image=drill-files', 'command=ulimit -c >/tmp/core; exec sleep 100', 'ready=command: true'];
  const mount = `mount=${fixture.source}=/srv/wiki`;
  const result = await drillOf(fixture, {
    engine: 'podman',
    engineEnvironment: podman.environment,
    images: { files: 'drill-files' },
    application: parseApplicationWish([...words, mount], '--application', Number),
    // No core, which would hold what was restored.
    checks: [parseUserCheck('command application: cat /srv/wiki/a /tmp/core => hello\\n0', '--check')],
  });
  expect(problemsOf(result)).toEqual([]);
  expect(result).toMatchObject({ passed: true });
  const environment = result.checks.find(({ name }) => name === 'environment');
  expect(environment?.found).toContain('fed by FIFOs of this machine');
  expect(result.statement.predicate.environment).toMatchObject({ kind: 'containers', files_in: 'container' });
  expect(await podman.client('ps', '-aq')).toBe('');
  expect(await podman.client('volume', 'ls', '-q')).toBe('');
});

test('Podman’s service is spoken to by Podman’s client; behind Docker’s it is told what to name', async () => {
  const socket = `unix://${podman.folder}/service`;
  const env = { ...process.env, ...podman.environment };
  const service = spawn('podman', ['system', 'service', '--time=0', socket], { env, stdio: 'ignore' });
  const ended = once(service, 'exit');
  try {
    await expect.poll(() => access(`${podman.folder}/service`).then(() => true, () => false)).toBe(true); // biome-ignore format: one thought
    const images = { files: 'drill-files' };
    const remote = await drillOf(fixture, {
      engine: 'podman',
      engineEnvironment: { CONTAINER_HOST: socket },
      images,
    });
    expect(problemsOf(remote)).toEqual([]);
    const behind = await drillOf(fixture, { engineEnvironment: { DOCKER_HOST: socket }, images });
    expect(problemsOf(behind)[0]).toMatch(/^environment could-not-run: .* name that: `--engine podman`\.$/);
    expect(await podman.client('ps', '-aq')).toBe('');
    expect(await podman.client('volume', 'ls', '-q')).toBe('');
  } finally {
    service.kill();
    await ended;
  }
});
