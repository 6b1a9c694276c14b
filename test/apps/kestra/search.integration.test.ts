import { afterAll, beforeAll, expect, test } from 'vitest';
import { OpensearchServer } from '../../services/opensearch.ts';
import { ApplicationFixture } from '../fixture.ts';
import { KestraStandIn } from './stand-in.ts';

let search: OpensearchServer;
let fixture: ApplicationFixture;
let kestra: KestraStandIn;
beforeAll(async () => {
  search = await OpensearchServer.start();
  const created = await ApplicationFixture.create();
  kestra = await KestraStandIn.create(`${created.folder}/kestra`);
  fixture = created.on(kestra.host());
});
afterAll(async () => {
  await kestra.remove();
  await fixture.remove();
  await search.remove();
});

const count = async (index: string) => (await search.ask('GET', `/${index}/_count`))['count'];

test('Elasticsearch and Kafka: Kestra’s indexes alone, then its metadata, then the queue, then the start', async () => {
  await search.ask('PUT', '/_snapshot/backups', { type: 'fs', settings: { location: 'kestra' } });
  const rows = ['kestra_flows', 'kestra_executions', 'kestra_executions', 'others'].map(
    (index, i) => `{"index":{"_index":"${index}","_id":"${i}"}}\n{"id":${i}}\n`,
  );
  await search.ask('POST', '/_bulk?refresh=true', rows.join(''));
  await kestra.sh(`sed -i 's/type: postgres/type: elasticsearch/; s/            type: elasticsearch$/            type: elasticsearch/' compose.yml
    awk '/queue:/ { q = 1 } q && /type:/ { sub(/type: .*/, "type: kafka"); q = 0 } 1' compose.yml >c && mv c compose.yml`);
  for (const service of ['kestra', 'worker']) await kestra.sh(`echo running >state/${service}`);
  const settings = kestra.settings({ search: search.url('backups'), metadata: 'full' });
  const { dumps } = await fixture.save('kestra', settings, { held: 'by hand' });
  expect(Object.keys(dumps[0]?.record.fingerprint?.tables ?? {}).sort()).toEqual([
    'kestra_executions',
    'kestra_flows',
  ]);
  expect((await fixture.record()).facts).toMatchObject({ backend: 'elasticsearch', queue: 'kafka' });

  await search.ask('DELETE', '/kestra_flows,kestra_executions');
  await kestra.sh(
    'rm -r volumes/storage/main; for service in kestra worker; do echo exited 143 >state/$service; done; : >events',
  );
  const { steps, databases } = await fixture.putBack();
  expect(steps).toEqual([
    'stop Kestra',
    'put the files back',
    'put the dump backups.snapshot.tar back',
    'give Kestra its own backup of its metadata',
    'fill Kestra’s queue again',
    'start Kestra',
  ]);
  expect(databases[0]?.restored?.verified).toMatchObject({ tables: 2, rows: 3 });
  expect([await count('kestra_executions'), await count('kestra_flows'), await count('others')]).toEqual([
    2, 1, 1,
  ]);
  expect(
    (await kestra.events()).filter((event) => event.startsWith('kestra') || event.includes(' up ')),
  ).toEqual([
    'kestra backups restore kestra:///backups/full/backup-20260101.kestra',
    'kestra sys-ee restore-queue',
    'docker compose up -d --no-recreate --no-deps kestra',
    'docker compose up -d --no-recreate --no-deps worker',
  ]);
});
