import type { Mutant } from './mutant.ts';

const LOOKER = 'test/apps/looker/looker.integration.test.ts';
const DSS = 'test/apps/dss/dss.integration.test.ts';
const DOLT = 'test/apps/dolt/dolt.integration.test.ts';
const DOKKU = 'test/apps/dokku/dokku.integration.test.ts';
const GENERIC = 'test/apps/generic/generic.integration.test.ts';

export const APPS: readonly Mutant[] = [
  {
    name: 'application-of-another-number',
    fault: 'The files of an application go to the number of an account that has another one on the new host.',
    file: 'src/operations/restore-application.ts',
    find: 'if (others === null) return;',
    replace: 'if (others !== 0) return;',
    tests: ['test/apps/other-numbers.integration.test.ts'],
  },
  {
    name: 'application-stopped-for-a-wrong-password',
    fault:
      'An application is stopped and has its files replaced before it shows that its database lets nobody in.',
    file: 'src/operations/restore-application.ts',
    find: '  await lookAtDatabases(steps, place, saved);\n',
    replace: '',
    tests: ['test/apps/kestra/kestra.integration.test.ts'],
  },
  {
    name: 'looker-port-believed',
    fault: 'Looker is read while its process still writes: its port was closed first.',
    file: 'src/apps/looker/control.ts',
    find: '] && [ $lives = no ] && exit 0',
    replace: '] && exit 0',
    tests: [LOOKER],
  },
  {
    name: 'looker-unclean-taken',
    fault: 'A copy of an HSQLDB that was killed is a backup.',
    file: 'src/apps/looker/backup.ts',
    find: "if (modified === 'no' && !hasLog)",
    replace: 'if (modified !== null)',
    tests: [LOOKER],
  },
  {
    name: 'looker-recrypt-believed',
    fault: 'A command that did nothing makes a backup independent of the keystore, which nobody can restore.',
    file: 'src/apps/looker/keystore.ts',
    find: 'if (before !== null && before === (await databaseSum(site, settings)))',
    replace: 'if (before === null && before === (await databaseSum(site, settings)))',
    tests: [LOOKER],
  },
  {
    name: 'looker-key-left-on-host',
    fault: 'The key that opens a backup stays on the host.',
    file: 'src/apps/looker/keystore.ts',
    find: '|| shred -u ${name}/keyfile 2>/dev/null; rm -rf ${name}`;',
    replace: '|| true`;',
    tests: [LOOKER],
  },
  {
    name: 'looker-master-key-saved',
    fault: 'The master key lies in the backup with the data that it opens.',
    file: 'src/apps/looker/backup.ts',
    find: 'return [...below, ...within.map(literalPattern)];',
    replace: 'return within.length < 0 ? within : below;',
    tests: [LOOKER],
  },
  {
    name: 'dss-half-stopped-runs',
    fault: 'A DSS of which one process runs counts as running, and is stopped half-way.',
    file: 'src/apps/dss/control.ts',
    find: '[ "$states" != RUNNING ] || is=0',
    replace: 'case $states in *RUNNING*) is=0 ;; esac',
    tests: [DSS],
  },
  {
    name: 'dss-onto-older',
    fault: 'DSS is restored onto an older version, which can’t read it.',
    file: 'src/apps/dss/restore.ts',
    find: 'if (order < 0) {',
    replace: 'if (order < -1000) {',
    tests: [DSS],
  },
  {
    name: 'dokku-export-by-its-status',
    fault: 'What isn’t an export is a dump, because its command exits 0.',
    file: 'src/apps/dokku/backup.ts',
    find: "type === 'postgres' ? beginningWith('PGDMP', plain) : plain",
    replace: 'plain',
    tests: [DOKKU],
  },
  {
    name: 'dolt-over-a-remote',
    fault: 'A remote in the staging folder becomes all that the database is: what was pushed there is gone.',
    file: 'src/databases/dolt/staging-place.ts',
    find: '  if (other === undefined) {',
    replace: '  if (other !== null) {',
    tests: ['test/databases/dolt-staging-place.test.ts'],
  },
  {
    name: 'dolt-lock-not-seen',
    fault: 'Files of a Dolt that runs, although it was said to be stopped, are a backup.',
    file: 'src/apps/dolt/control.ts',
    find: 'flock -n "$lock" true ||',
    replace: 'true ||',
    tests: [DOLT],
  },
  {
    name: 'dolt-keys-anyway',
    fault: 'Private keys are in the snapshot of somebody who left them out.',
    file: 'src/databases/dolt/choices.ts',
    find: 'dataFolder: isWithoutConfig ? null : dataFolder',
    replace: 'dataFolder',
    tests: [DOLT],
  },
  {
    name: 'half-restored-is-saved',
    fault: 'What is half put back is a backup, and the newest one.',
    file: 'src/operations/backup/quiesce.ts',
    find: '  await requireNoRestore(host, name, signal);\n',
    replace: '',
    tests: [GENERIC],
  },
  {
    name: 'part-started-by-another',
    fault: 'What was read while somebody else started a part of the application is a backup.',
    file: 'src/operations/backup/application-hold.ts',
    find: '    await application?.afterReading(run.host, signal);\n',
    replace: '',
    tests: [GENERIC],
  },
  {
    name: 'dump-command-reads',
    fault: 'A restore runs the command that dumped, and puts nothing back.',
    file: 'src/apps/dump-places.ts',
    find: "...from.filter((url) => !url.startsWith('command:'))",
    replace: '...from',
    tests: ['test/apps/dump-places.test.ts'],
  },
];
