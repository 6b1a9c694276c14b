import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { restoredControlOf } from '../../../src/apps/kestra/control.ts';
import { KESTRA_SCHEMA } from '../../../src/apps/kestra/settings.ts';
import { runToEnd } from '../../../src/hosts/output.ts';
import { startDocker, type TestEngine } from '../../services/container-engine.ts';
import { ApplicationFixture } from '../fixture.ts';

let engine: TestEngine;
let fixture: ApplicationFixture;
beforeAll(async () => {
  [engine, fixture] = await Promise.all([startDocker(), ApplicationFixture.create()]);
  await writeFile(join(fixture.folder, 'kestra.sh'), KESTRA);
  await chmod(join(fixture.folder, 'kestra.sh'), 0o755);
  await engine.makeImage('kestra', {
    programs: ['sh', 'sleep'],
    paths: [`${fixture.folder}/kestra.sh /app/kestra`],
  });
  await writeFile(join(fixture.folder, 'docker'), docker(engine));
  await chmod(join(fixture.folder, 'docker'), 0o755);
  await fixture.sh(`mkdir -p flow/storage/main flow/h2 && cd flow && printf 'H:2,x' >h2/database.mv.db && echo rows >storage/main/rows.ion
cat >compose.yml <<'END'
${COMPOSE}END
../docker compose -f compose.yml up -d`);
});
afterAll(async () => {
  await engine?.stop();
  await fixture?.remove();
});

/** Compose as Debian has it is a program of its own; its words are the plugin's. */
const docker = ({ environment }: TestEngine) => `#!/bin/sh
export DOCKER_HOST='${environment['DOCKER_HOST']}'
[ "$1" = compose ] || exec docker "$@"
shift
exec docker-compose "$@"
`;

const KESTRA = `#!/bin/sh
[ "$1" != --version ] || { echo 0.22.3; exit; }
trap 'exit 143' TERM
while :; do sleep 0.1; done
`;

const SERVICE =
  'image: kestra, entrypoint: /app/kestra, network_mode: none, volumes: ["./storage:/app/storage"]';
const COMPOSE = `version: '2.4'
services:
  kestra: { ${SERVICE}, command: [server, standalone] }
  worker: { ${SERVICE}, command: [server, worker] }
x-configuration:
  kestra:
    encryption:
      secret-key: abc
    repository:
      type: h2
    storage:
      type: local
      local:
        base-path: /app/storage
`;

// Compose takes half a second for each question.
vi.setConfig({ testTimeout: 300_000 });

test('by a real Compose, under a lease: it is stopped in order, saved through its volume, and runs again; containers that are gone are made', async () => {
  const flow = `${fixture.folder}/flow`;
  const settings = {
    ...{ compose: `${flow}/compose.yml`, services: ['worker', 'kestra'], docker: `${fixture.folder}/docker` },
    ...{ backend: 'h2', h2: `${flow}/h2`, 'running-executions': 'go-on' },
  };
  const result = await fixture.save('kestra', settings);
  expect(result).toMatchObject({ complete: true, problems: [] });
  expect(result.quiescedMs).toBeGreaterThan(0);
  expect(await fixture.record()).toMatchObject({
    version: '0.22.3',
    facts: { backend: 'h2', storage: `${flow}/storage` },
  });
  expect(await fixture.saved(flow)).toEqual(
    expect.arrayContaining(['compose.yml', 'h2/database.mv.db', 'storage/main/rows.ion']),
  );
  expect(fixture.messages.join()).not.toContain('was killed');

  // On a host that has the files and never ran it.
  await fixture.sh('cd flow && ../docker compose -f compose.yml rm -s -f');
  const { start } = restoredControlOf(KESTRA_SCHEMA.parse(settings));
  expect((await runToEnd(fixture.host, start[0] ?? '')).exit).toEqual({ code: 0 });
});
