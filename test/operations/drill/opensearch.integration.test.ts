import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { DEFAULT_LIMITS } from '../../../src/drills/limits.ts';
import { startDocker, type TestEngine } from '../../services/container-engine.ts';
import { makeOpensearchImage } from '../../services/drill-images.ts';
import { OpensearchServer } from '../../services/opensearch.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { drillOf, problemsOf } from './fixture.ts';

/** A node takes seconds of a processor to start, one for the dump and one a drill: on a busy machine a minute each. */
const LIMIT_MS = 240_000;
const START_LIMIT_MS = 120_000;

let docker: TestEngine;
let server: OpensearchServer;
let fixture: BackupFixture;

beforeAll(async () => {
  [docker, server, fixture] = await Promise.all([
    startDocker(),
    OpensearchServer.start(),
    BackupFixture.create(),
  ]);
  const image = makeOpensearchImage(docker, 'drill-opensearch');
  await fill('notes', 200);
  await fill('words', 3);
  for (const name of ['folder', 'other']) {
    const location = join(server.repositories, name);
    await server.ask('PUT', `/_snapshot/${name}`, { type: 'fs', settings: { location } });
  }
  const files = parseDatabase(server.url('folder'), '--database', {});
  const reference = server.url('other', { content: 'reference', name: 'where.json' });
  const dumps = [{ database: files }, { database: parseDatabase(reference, '--database', {}) }];
  await fixture.backup({ target: 'search', paths: [], dumps });
  await image;
}, LIMIT_MS);
afterAll(async () => {
  await fixture?.remove();
  await Promise.all([server?.remove(), docker?.stop()]);
}, LIMIT_MS);

async function fill(index: string, count: number): Promise<void> {
  await server.ask('PUT', `/${index}`, { settings: { number_of_shards: 1, number_of_replicas: 0 } });
  const lines = Array.from({ length: count }, (_, i) => `{"index":{"_id":"${i}"}}\n{"i":${i}}\n`);
  await server.ask('POST', `/${index}/_bulk?refresh=true`, lines.join(''));
}

const drillIn = (options: Parameters<typeof drillOf>[1] = {}) =>
  drillOf(fixture, {
    engineEnvironment: docker.environment,
    images: { opensearch: 'drill-opensearch' },
    limits: { ...DEFAULT_LIMITS, initMs: START_LIMIT_MS },
    leaveOut: ['where.json'],
    ...options,
  });

const NAME = 'database folder.snapshot.tar';

test(
  'OpenSearch is restored, proved, and the proof shown to fail',
  async () => {
    const result = await drillIn();
    expect(problemsOf(result)).toEqual([]);
    const of = (kind: string) => result.checks.filter((check) => check.kind === kind);
    expect(of('database')).toMatchObject([
      { name: NAME, found: 'all the same: 2 tables, 203 rows', proves_data: true },
    ]);
    expect(of('negative-control').map(({ found }) => found)).toEqual([
      'a row of notes was deleted: table notes: 199 rows, expected 200',
    ]);
    expect(result.statement.predicate.teardown).toMatchObject({ containers: 1, volumes: 1, clean: true });
  },
  LIMIT_MS,
);

test(
  'OpenSearch with a document less, and with one changed, fails',
  async () => {
    const at = 'http://127.0.0.1:19200';
    const type = "-H 'content-type: application/json'";
    const result = await drillIn({
      afterRestore: async ({ run }) => {
        await run('opensearch', `curl -q -sf -X DELETE '${at}/notes/_doc/7?refresh=true'`);
        await run('opensearch', `curl -q -sf -X PUT ${type} -d '{"i":9}' '${at}/words/_doc/1?refresh=true'`);
      },
    });
    expect(result.passed).toBe(false);
    expect(problemsOf(result)).toEqual([
      `${NAME} failed: table notes: 199 rows, expected 200; table words: other data in 3 rows`,
    ]);
  },
  LIMIT_MS,
);

test(
  'a reference to a snapshot elsewhere can’t be drilled, and that is told before anything is restored',
  async () => {
    const problems = problemsOf(await drillIn({ leaveOut: [] }));
    expect(problems[0]).toMatch(/^OpenSearch could-not-run: .*where\.json.*it only says where/);
  },
  LIMIT_MS,
);
