import type { Mutant } from './mutant.ts';

const LEASE_TEST = ['test/hosts/lease/lease.integration.test.ts'];
const QUIESCE_TEST = ['test/operations/backup/quiesce.integration.test.ts'];
const VOLUME_TEST = ['test/operations/backup/volume.integration.test.ts'];

/** Of the lease on an application that is stopped, and of what is read meanwhile or instead. */
export const LEASE: readonly Mutant[] = [
  {
    name: 'lease-not-read-back',
    fault: 'What was read after the watchdog had started the application is taken for whole.',
    file: 'src/operations/backup/quiesce.ts',
    find: '    await lease.fence(signal);\n    await requireStillStopped(options, { host, target }, signal);\n',
    replace: '',
    tests: QUIESCE_TEST,
  },
  {
    name: 'restart-not-seen',
    fault: 'What was read after a supervisor had started the application is taken for whole.',
    file: 'src/operations/backup/quiesce.ts',
    find: '    await lease.fence(signal);\n    await requireStillStopped(options, { host, target }, signal);\n',
    replace: '    await lease.fence(signal);\n',
    tests: QUIESCE_TEST,
  },
  {
    name: 'start-of-found-stopped-not-seen',
    fault:
      'What was read after somebody had started an application that was found stopped is taken for whole.',
    file: 'src/operations/backup/quiesce.ts',
    find: '    await requireStillStopped(options, { host, target }, signal);\n    return',
    replace: '    return',
    tests: QUIESCE_TEST,
  },
  {
    name: 'late-start-retried-beside',
    fault: 'A start command that takes too long goes on beside the next one.',
    file: 'src/hosts/lease/watchdog.ts',
    find: '    end_start $began\n',
    replace: '',
    tests: LEASE_TEST,
  },
  {
    name: 'found-stopped-is-started',
    fault: 'An application that somebody else has stopped is started.',
    file: 'src/operations/backup/quiesce.ts',
    find: "=== 'stopped'",
    replace: "=== 'unknown'",
    tests: QUIESCE_TEST,
  },
  {
    name: 'stop-believed',
    fault: 'A stop command that lies is believed.',
    file: 'src/operations/backup/quiesce.ts',
    find: 'if (status !== null) await',
    replace: 'if (status === null) await',
    tests: QUIESCE_TEST,
  },
  {
    name: 'starters-share',
    fault: 'Two that would start the application both do.',
    file: 'src/hosts/lease/watchdog.ts',
    find: 'take() { mv "$1"',
    replace: 'take() { cp "$1"',
    tests: LEASE_TEST,
  },
  {
    name: 'stop-goes-on',
    fault: 'A stop command that goes on stops the application after the watchdog has started it.',
    file: 'src/hosts/lease/watchdog.ts',
    find: '  end_stop\n  tries=0',
    replace: '  tries=0',
    tests: LEASE_TEST,
  },
  {
    name: 'dead-watchdog-unseen',
    fault: 'A run goes on although nobody would start the application after its death.',
    file: 'src/hosts/lease/lease.ts',
    find: 'watchdogSeconds > MAX_WATCHDOG_AGE_SECONDS',
    replace: 'watchdogSeconds < 0',
    tests: LEASE_TEST,
  },
  {
    name: 'first-pass-before-write-back',
    fault: 'What is written through a mapping after the first pass goes unseen.',
    file: 'src/operations/backup/first-pass.ts',
    find: '  if (!(await isWrittenBack(run))) return null;\n',
    replace: '',
    tests: QUIESCE_TEST,
  },
  {
    name: 'overflow-believed',
    fault: 'What was read from a snapshot that overflowed is taken for whole.',
    file: 'src/operations/backup/read-source.ts',
    find: '      await snapshot.check(signal);\n',
    replace: '',
    tests: VOLUME_TEST,
  },
  {
    name: 'anothers-snapshot-removed',
    fault: 'A snapshot whose name only looks like ours is removed.',
    file: 'src/files/volume/volume-kind.ts',
    find: 'case $1 in *[!0-9a-f]*) return 1 ;; esac',
    replace: ':',
    tests: VOLUME_TEST,
  },
];
