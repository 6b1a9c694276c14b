import type { Mutant } from './mutant.ts';

const BUCKETS = 'test/operations/backup/buckets.integration.test.ts';
const PATHS = 'test/buckets/object-path.test.ts';
const KESTRA = 'test/apps/kestra/kestra.integration.test.ts';

export const BUCKET_MUTANTS: readonly Mutant[] = [
  {
    name: 'object-above-objects',
    fault:
      'An object below which others stand is a file and a folder of one name, and one of the two is lost.',
    file: 'src/buckets/object-path.ts',
    find: 'isFolder && beside.has(end) ? BESIDE_OBJECT',
    replace: 'isFolder && beside.has(-1) ? BESIDE_OBJECT',
    tests: [PATHS],
  },
  {
    name: 'object-name-climbs',
    fault: 'An object called ../x is restored beside its folder.',
    file: 'src/buckets/object-path.ts',
    find: "return rest === '.' || rest === '..' ?",
    replace: "return rest === '.' ?",
    tests: [PATHS],
  },
  {
    name: 'object-changed-lost',
    fault: 'An object that is written anew while it is read is in no snapshot.',
    file: 'src/operations/backup/save-bucket.ts',
    find: "if (fault === 'changed' && !isAgain)",
    replace: "if (fault === 'changed' && isAgain)",
    tests: [BUCKETS],
  },
  {
    name: 'object-without-a-reason-ends-the-backup',
    fault: 'An empty object that may not be read keeps all others from being saved.',
    file: 'src/backends/s3-objects.ts',
    find: 'if (status === 400 || status === 403) await this.#askWhy(key, signal);',
    replace: '',
    tests: [BUCKETS],
  },
  {
    name: 'object-of-two-halves',
    fault: 'A storage that heeds no If-Match gives half of one object and half of the next.',
    file: 'src/backends/s3-answers.ts',
    find: 'if (bare(ETag) === bare(tag)) return;',
    replace: 'if (ETag !== tag) return;',
    tests: [BUCKETS],
  },
  {
    name: 'object-header-signed-as-sent',
    fault: 'A bucket with one file name in another alphabet can’t be restored.',
    file: 'src/backends/s3-headers.ts',
    find: 'headers[name] = signed;',
    replace: '',
    tests: [BUCKETS],
  },
  {
    name: 'object-replaced-for-good',
    fault: 'A restore replaces an object of which the bucket keeps no version.',
    file: 'src/operations/restore/object-writer.ts',
    find: 'if (await store.keepsVersions(signal)) this.#mayReplace = true;',
    replace: 'if ((await store.keepsVersions(signal)) || replace) this.#mayReplace = true;',
    tests: [BUCKETS],
  },
  {
    name: 'bucket-read-twice',
    fault: 'What was read before the stop is read again while the application stands.',
    file: 'src/operations/backup/bucket-set.ts',
    find: 'seen === undefined ? earlier : [seen.parent, ...earlier]',
    replace: 'seen === undefined ? earlier : [...earlier]',
    tests: [BUCKETS],
  },
  {
    name: 'kestra-foreign-killed',
    fault: 'A process that has Kestra’s number by now is ended.',
    file: 'src/apps/kestra/control.ts',
    find: `case $parts in *' running') kill -TERM "$pid" || exit 1 ;; esac`,
    replace: `kill -TERM "$pid" || exit 1`,
    tests: [KESTRA],
  },
  {
    name: 'kestra-part-started',
    fault: 'What was read while somebody started one part of Kestra is a backup.',
    file: 'src/apps/kestra/backup.ts',
    find: 'afterReading: (place) => requireStopped(place, settings),',
    replace: 'afterReading: async () => {},',
    tests: [KESTRA],
  },
  {
    name: 'kestra-summary-believed',
    fault: 'A restore of metadata that brought back less counts as one.',
    file: 'src/apps/kestra/metadata.ts',
    find: 'if (different.length === 0) return;',
    replace: 'if (different.length >= 0) return;',
    tests: [KESTRA],
  },
];
