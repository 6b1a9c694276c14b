import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first, by how their paths begin: begun last, one of them would run alone at
 * the end, while the other workers have nothing to do. What isn't named here follows in Vitest's own order.
 */
const LONGEST = [
  'test/operations/drill/containers.',
  'test/e2e/demo.',
  'test/operations/cut/failing-storage.',
  'test/operations/cut/network-',
  'test/hosts/container.',
  'test/operations/cut/kill.',
  'test/e2e/workflows.',
  'test/repository/restic.integration.',
  'test/operations/backup/entries-busybox.',
  'test/e2e/secrets.',
  'test/apps/looker/',
  'test/operations/backup/entries-large.',
  'test/operations/cut/writers.',
  'test/operations/drill/',
  'test/apps/dolt/dolt.',
  'test/operations/backup/backup.',
  'test/hosts/lost.',
  'test/apps/kestra/',
  'test/hosts/lease/',
  'test/databases/opensearch.',
  'test/operations/backup/entries.',
  'test/hosts/contract.',
  'test/operations/restore/',
  'test/hostile/forged-',
  'test/github/artifact-store.',
  'test/e2e/cancel.',
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
