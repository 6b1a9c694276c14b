import { expect, test } from 'vitest';
import { backupInputsOf } from '../../src/config/backup-inputs.ts';
import { explanationOf } from '../../src/config/explain.ts';
import { findTarget } from '../../src/config/find-target.ts';
import { planOf } from '../../src/config/plan.ts';
import { validate } from '../../src/config/validate.ts';
import { foundIn, sample } from './sample.ts';

const kestra = (options: string, more = '') =>
  sample({
    targets: `  flows: { host: web, storage: main, application: kestra, options: { ${options} }, schedule: '17 3 * * *'${more} }`,
  });
const COMPOSE =
  'compose: /opt/kestra/compose.yml, services: [worker, kestra], bucket: "s3:https://s3.example/kestra"';

test('Kestra in backup.yml is found right, and becomes the inputs that it means', () => {
  const text = kestra(COMPOSE);
  expect(foundIn(text)).toEqual([]);
  expect(backupInputsOf(findTarget({ name: 'backup.yml', text }, 'flows'))).toMatchObject({
    app: { text: 'kestra' },
    'app-options': {
      text: 'compose=/opt/kestra/compose.yml\nservices=worker\nservices=kestra\nbucket=s3:https://s3.example/kestra',
    },
  });
});

test('it is explained with what it is told, and with the buckets beside it', () => {
  const text = kestra(COMPOSE, ", buckets: ['s3:https://s3.example/more']");
  const explanation = new Map(explanationOf(findTarget({ name: 'backup.yml', text }, 'flows'), 0));
  expect(explanation.get('Application')).toEqual(['kestra']);
  expect(explanation.get('Options')).toEqual([
    'compose=/opt/kestra/compose.yml',
    'services=worker',
    'services=kestra',
    'bucket=s3:https://s3.example/kestra',
  ]);
  expect(explanation.get('Saved')).toEqual(['objects of s3:https://s3.example/more']);
});

test('it is planned when it is due', async () => {
  const file = { name: 'backup.yml', text: kestra(COMPOSE) };
  const nowMs = Date.parse('2026-11-26T04:00:00Z');
  const due = async (lastMs: number) => {
    const { targets } = await planOf({ file, nowMs, historyOf: async () => () => lastMs });
    return targets.filter((one) => one.due.isDue).map(({ target }) => target);
  };
  expect(await due(Date.parse('2026-11-25T03:20:00Z'))).toEqual(['flows']);
  expect(await due(Date.parse('2026-11-26T03:20:00Z'))).toEqual([]);
});

test.each([
  ['two ways to run it', `${COMPOSE}, units: [kestra]`, 'expected one of compose, units and pid-file'],
  ['none', 'storage: /x', 'expected one of compose, units and pid-file'],
  ['half a plain process', 'pid-file: /run/kestra.pid', 'expected both pid-file and start-command'],
  ['storage twice', `${COMPOSE}, storage: /x`, 'in a folder or in a bucket, not both'],
  ['no bucket', 'compose: /c, bucket: /x', 'expected s3:https://host/bucket/prefix'],
  ['a secret key', `${COMPOSE}, encryption-key: abc`, 'Unrecognized key'],
  ['a tenant that nobody asked for', `${COMPOSE}, tenant: main`, 'expected tenant with metadata=tenant'],
  ['metadata without a command line', 'units: [kestra], metadata: full', 'expected command with metadata'],
  ['a word that is an option of docker’s', `compose: /c, services: ['--all']`, 'expected a name'],
])('%s is a finding, with what was expected', (_, options, expected) => {
  const { findings } = validate({ name: 'backup.yml', text: kestra(options) }, []);
  expect(
    findings
      .filter(({ rule }) => rule === 'unknown-application')
      .map(({ what }) => what)
      .join(),
  ).toContain(expected);
});

test('a bucket that is none is found where it stands', () => {
  const text = sample({ targets: "  wiki: { host: web, storage: main, buckets: ['gs:x'] }" });
  expect(foundIn(text)).toEqual(['wrong-value@9']);
});
