import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first, by how their paths begin: begun last, one of them would run alone at
 * the end, while the other workers have nothing to do. What isn't named here follows in Vitest's own order.
 */
const LONGEST = [
  'test/e2e/demo.',
  'test/operations/cut/kill.',
  'test/operations/cut/failing-storage.',
  'test/operations/backup/entries-busybox.',
  'test/operations/cut/network-',
  'test/operations/backup/entries-large.',
  'test/e2e/secrets.',
  'test/hosts/container.',
  'test/hosts/lease/',
  'test/operations/drill/',
  'test/databases/opensearch.',
  'test/repository/restic.integration.',
  'test/e2e/workflows.',
  'test/operations/cut/writers.',
  'test/hostile/forged-',
  'test/hostile/altered-repository.',
  'test/repository/format/hostile.',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((beginning) => moduleId.startsWith(`${root}/${beginning}`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
