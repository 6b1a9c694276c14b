import type { Mutant } from './mutant.ts';

const PLAN = ['test/config/plan.test.ts'];
const DUE = ['test/schedule/due.test.ts'];
const CHECK = ['test/actions/validate-config.test.ts'];
const COMMAND = ['test/cli/validate.test.ts'];
const SOURCE = ['test/config/source.test.ts'];

export const CONFIG: readonly Mutant[] = [
  {
    name: 'due-at-its-second',
    fault: 'A run that is due at this very second is not seen, nor the one before it.',
    file: 'src/schedule/schedule.ts',
    find: 'new Date(atMs + 1000)',
    replace: 'new Date(atMs)',
    tests: ['test/schedule/schedule.test.ts'],
  },
  {
    name: 'made-up-for-twice',
    fault: 'A run that came late is made up for again.',
    file: 'src/schedule/due.ts',
    find: 'if (lastMs >= scheduledMs)',
    replace: 'if (lastMs - LATE_MS >= scheduledMs)',
    tests: DUE,
  },
  {
    name: 'incomplete-counts-as-a-run',
    fault: 'A checkpoint of a run that was cut off keeps the next one from being planned.',
    file: 'src/operations/plan.ts',
    find: '!isIncomplete(snapshot)',
    replace: 'snapshot !== null',
    tests: PLAN,
  },
  {
    name: 'future-counts-as-a-run',
    fault: 'A snapshot forged from the future keeps a target from ever being due.',
    file: 'src/operations/plan.ts',
    find: ' || timeMs > nowMs + FUTURE_MS',
    replace: '',
    tests: PLAN,
  },
  {
    name: 'link-out-of-the-checkout',
    fault: 'A stranger’s backup.yml is a link to a file of the runner’s, and its lines are shown.',
    file: 'src/config/checkout.ts',
    find: 'if (!isBelow(realRoot, real))',
    replace: 'if (real === realRoot)',
    tests: CHECK,
  },
  {
    name: 'bare-repository-heeded',
    fault: 'Files of a checkout are taken for a repository, whose configuration runs programs.',
    file: 'src/config/checkout.ts',
    find: 'safe.bareRepository=explicit',
    replace: 'safe.bareRepository=all',
    tests: COMMAND,
  },
  {
    name: 'nested-until-it-ends',
    fault: 'A file of brackets ends the process that reads it.',
    file: 'src/config/source-limits.ts',
    find: 'open > MAX_OPEN_BRACKETS ||',
    replace: '',
    tests: SOURCE,
  },
  {
    name: 'secret-in-the-message',
    fault: 'The message about a secret in the file shows it.',
    file: 'src/config/literal-secrets.ts',
    find: 'yield { path, what: found[1] }',
    replace: 'yield { path, what: text }',
    tests: ['test/config/read-config.test.ts'],
  },
  {
    name: 'blocked-plan-stays-green',
    fault: 'A target that can’t be backed up as the file has it fails no plan.',
    file: 'src/actions/plan.ts',
    find: "onBlocked === 'fail' ? fail : warn",
    replace: 'warn',
    tests: PLAN,
  },
  {
    name: 'late-run-unseen',
    fault: 'A run that left no backup is no finding of the audit.',
    file: 'src/audit/backups.ts',
    find: 'lastMs !== null && lastMs >= dueMs',
    replace: 'lastMs !== null',
    tests: ['test/audit/audit.test.ts'],
  },
  {
    name: 'drill-from-the-future',
    fault: 'Evidence with a date to come makes a target proved for ever.',
    file: 'src/audit/drills.ts',
    find: 'record.timeMs <= nowMs',
    replace: 'record.timeMs > 0',
    tests: ['test/audit/audit.test.ts'],
  },
  {
    name: 'stranger-s-comment-taken',
    fault: 'What a change would do is written into a stranger’s comment, who can alter it.',
    file: 'src/github/pull-request-comment.ts',
    find: "login === null ? who?.type === 'Bot' : who?.login === login",
    replace: 'who !== null',
    tests: ['test/github/pull-request-comment.test.ts'],
  },
  {
    name: 'change-chooses-what-is-read',
    fault: 'A pull request that moves a storage has the repository’s credentials used all the same.',
    file: 'src/config/retention-effect.ts',
    find: '!isDeepStrictEqual(storage, is.storage) || hostname !== is.hostname',
    replace: 'hostname !== is.hostname',
    tests: ['test/config/retention-effect.test.ts'],
  },
  {
    name: 'nobody-told-of-a-blocked-target',
    fault: 'A target that can’t be backed up sends no failure to who is to be told of it.',
    file: 'src/actions/backup.ts',
    find: '  if (use === null) await noticeFailure(ABOUT);\n  else if (use',
    replace: '  if (use !== null && use',
    tests: ['test/actions/backup-target.integration.test.ts'],
  },
];
