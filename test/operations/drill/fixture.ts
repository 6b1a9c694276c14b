import { DEFAULT_LIMITS } from '../../../src/drills/limits.ts';
import type { DrillOptions, DrillResult } from '../../../src/operations/drill.ts';
import { drill } from '../../../src/operations/drill.ts';
import type { OpenRepository } from '../../../src/repository/open.ts';
import { RESTIC } from '../../services/restic.ts';
import type { BackupFixture } from '../backup/fixture.ts';
import { SILENT } from '../restore/harness.ts';

let count = 0;

/** Of no image, and without restic: the cheapest drill that there is. */
export const DRILL_OPTIONS: Omit<DrillOptions, 'drillId'> = {
  choice: { how: 'latest' },
  filter: {},
  engine: 'docker',
  engineEnvironment: {},
  images: {},
  application: null,
  limits: DEFAULT_LIMITS,
  checks: [],
  leaveOut: [],
  maxAgeMs: null,
  maxRestoreMs: null,
  witness: { mode: 'never', program: RESTIC.current, environment: {} },
  recovery: { code: null, isDue: false, drillsSince: 1, earlier: [] },
  who: { machine: 'test' },
  noLock: false,
  retryLockMs: 0,
};

/** Drills what `fixture` has backed up. */
export function drillOf(
  fixture: BackupFixture,
  options: Partial<DrillOptions> = {},
  signal = new AbortController().signal,
): Promise<DrillResult> {
  const whole = { ...DRILL_OPTIONS, drillId: `test-${process.pid}-${++count}`, ...options };
  return fixture.withRepository((repository) => drill(repository as OpenRepository, whole, SILENT, signal));
}

/** The checks that did not pass, as `name: found`. */
export function problemsOf({ checks }: DrillResult): string[] {
  return checks
    .filter(({ result }) => result !== 'passed')
    .map(({ name, result, found }) => `${name} ${result}: ${found}`);
}
