import type { Mutant } from './mutant.ts';

export const S3: readonly Mutant[] = [
  {
    name: 's3-replaces',
    fault:
      'A second config cuts off all keys; of two who make a repository at once both think that it is theirs.',
    file: 'src/backends/s3.ts',
    find: "{ IfNoneMatch: '*' }",
    replace: '{}',
    tests: ['test/backends/s3.integration.test.ts'],
  },
  {
    name: 's3-without-conditions-replaces',
    fault: 'A storage that knows no conditions is never looked at first.',
    file: 'src/backends/s3.ts',
    find: 'if ((await this.stat(file, signal)) !== null)',
    replace: 'if (file === null)',
    tests: ['test/backends/s3.integration.test.ts'],
  },
  {
    name: 's3-lists-one-page',
    fault: 'Of a repository with more than a thousand packs most count as missing.',
    file: 'src/backends/s3.ts',
    find: '} while (token !== undefined);',
    replace: '} while (token === null);',
    tests: ['test/backends/s3-errors.integration.test.ts'],
  },
  {
    name: 's3-short-object-passes',
    fault: 'A pack that was cut off is asked for again for a quarter of an hour.',
    file: 'src/backends/s3-reader.ts',
    find: 'if (range.offset + wantedBytes > sizeBytes)',
    replace: 'if (range.offset > sizeBytes)',
    tests: ['test/backends/s3.integration.test.ts'],
  },
  {
    name: 's3-region-cuts-off-others',
    fault: 'Who learns the region ends the requests beside.',
    file: 'src/backends/s3-connection.ts',
    find: 'this.#former.push(this.#client);',
    replace: 'this.#client.destroy();',
    tests: ['test/backends/s3-errors.integration.test.ts'],
  },
  {
    name: 's3-denied-tried-again',
    fault: 'A missing right is told after a quarter of an hour.',
    file: 'src/backends/s3-errors.ts',
    find: 'const PASSING_STATUSES = new Set([408,',
    replace: 'const PASSING_STATUSES = new Set([403, 408,',
    tests: ['test/backends/s3-errors.test.ts'],
  },
  {
    name: 's3-error-keeps-request',
    fault: 'Where an error is shown whole, the session token is.',
    file: 'src/backends/s3-connection.ts',
    find: 'throw await this.#explained(what, fault);',
    replace: 'throw Object.assign(await this.#explained(what, fault), { request: error });',
    tests: ['test/backends/s3-errors.integration.test.ts'],
  },
  {
    name: 's3-silence-is-waited-out',
    fault: 'An answer that stops halfway holds up a backup for ever.',
    file: 'src/backends/s3-silence.ts',
    find: '), this.#limitMs);',
    replace: '), this.#limitMs * 10_000);',
    tests: ['test/backends/s3-errors.integration.test.ts'],
  },
];
