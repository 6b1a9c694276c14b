import { setTimeout as sleep } from 'node:timers/promises';
import { fromText } from '../../src/bytestring.ts';
import { quote } from '../../src/hosts/quote.ts';
import { changeApplication, downtime, readChanged } from './downtime.ts';
import { bareRestore, drillSteps } from './drill.ts';
import { measure, shellLine, type Timed } from './measure.ts';
import { dumpInto } from './postgresql.ts';
import { pruneBy } from './prunable.ts';
import { reportGoal, reportPageRun } from './report.ts';
import { changeOnePercent, copyTree, filesOf } from './trees.ts';
import type { Contender, Workplace } from './workplace.ts';

/** One contender's part: `prepare` isn't timed, the command that it gives is. */
export type Side = (workplace: Workplace) => Promise<Timed>;

export interface Case {
  readonly name: string;
  readonly work: string;
  readonly against: string;
  /** The ratio of times that we want to stay below. */
  readonly atMost: number;
  /** Most memory that we want to take, where that is a goal of this case. */
  readonly atMostBytes?: number;
  /** Too long for every run: only when asked for. */
  readonly long?: boolean;
  /** What both sides meet in this pair, done before it and not timed. */
  readonly beforePair?: (workplace: Workplace, round: number) => Promise<void>;
  readonly ours: Side;
  readonly theirs: Side;
}

const MIB = 1024 * 1024;

/** Younger files would be read twice: Holdfast trusts no ctime of the last two seconds. */
const SETTLE_MS = 2100;

export const CASES: readonly Case[] = [
  {
    name: 'first',
    work: 'first backup, local',
    against: 'restic backup',
    atMost: 0.7,
    atMostBytes: 400 * MIB,
    ours: firstBackup('holdfast'),
    theirs: firstBackup('restic'),
  },
  {
    name: 'floor',
    work: 'first backup, local',
    against: '`tar` into `zstd -3 -T0` (the floor)',
    atMost: 1.7,
    ours: firstBackup('holdfast'),
    theirs: async (workplace) =>
      shellLine(
        `tar -C ${word(workplace.tree('reference'))} -cf - . | zstd -q -3 -T0 -f -o ${word(workplace.path('floor.zst'))}`,
      ),
  },
  {
    name: 'unchanged',
    work: 'nothing changed, local',
    against: 'restic backup',
    atMost: 0.5,
    ours: secondBackup('holdfast', 'reference'),
    theirs: secondBackup('restic', 'reference'),
  },
  {
    name: 'restore',
    work: 'restore (ours verifies what it wrote by reading it again)',
    against: 'restic restore',
    atMost: 0.8,
    ours: restore('holdfast'),
    theirs: restore('restic'),
  },
  {
    name: 'check',
    work: 'check --read-data',
    against: 'restic check --read-data',
    atMost: 1,
    ours: check('holdfast'),
    theirs: check('restic'),
  },
  {
    name: 'prune',
    work: 'prune after forgetting half of 50 snapshots',
    against: 'restic prune',
    atMost: 1,
    ours: (workplace) => pruneBy('holdfast', workplace),
    theirs: (workplace) => pruneBy('restic', workplace),
  },
  {
    name: 's3',
    work: 'first backup of 2 GB of random data to S3 on this machine',
    against: 'restic backup',
    atMost: 1,
    ours: (workplace) => workplace.backupToS3('holdfast', workplace.tree('random')),
    theirs: (workplace) => workplace.backupToS3('restic', workplace.tree('random')),
  },
  {
    name: 'ssh-first',
    work: 'over SSH, first backup',
    against: '`ssh tar` into `restic backup --stdin`',
    atMost: 0.9,
    ours: async (workplace) => {
      await workplace.freshRepository('holdfast', 'ssh');
      return overSsh(workplace, 'ssh', workplace.tree('reference'));
    },
    theirs: async (workplace) => {
      await workplace.freshRepository('restic', 'ssh-peer');
      return tarIntoRestic(workplace, 'ssh-peer', workplace.tree('reference'));
    },
  },
  {
    name: 'ssh-changed',
    work: 'over SSH, 1 % of the files changed',
    against: '`ssh tar` into `restic backup --stdin`',
    atMost: 0.15,
    beforePair: changeTree,
    ours: changedOverSsh,
    theirs: (workplace) => tarIntoRestic(workplace, 'changed-tar', workplace.path('changing')),
  },
  {
    name: 'ssh-changed-rsync',
    work: 'over SSH, 1 % of the files changed',
    against: '`rsync` to a staging folder, then `restic backup`',
    atMost: 0.6,
    beforePair: changeTree,
    ours: changedOverSsh,
    theirs: rsyncThenRestic,
  },
  {
    name: 'postgresql',
    work: 'dump of a PostgreSQL database of 1 GB, without its fingerprint',
    against: '`restic backup --stdin-from-command pg_dump`',
    atMost: 1,
    atMostBytes: 300 * MIB,
    ours: dumpInto('holdfast'),
    theirs: dumpInto('restic'),
  },
  {
    name: 'drill',
    work: 'drill of a PostgreSQL snapshot of 1 GB: server, restore, proofs',
    against: '`pg_restore -j 2` alone, in such a container',
    atMost: 1.5,
    long: true, // it takes Docker
    ours: drillSteps,
    theirs: bareRestore,
  },
  {
    name: 'report',
    work: 'a report’s page of 200 targets with 400 snapshots each, of at most 5 MB, once they are read',
    against: 'the 5 s that it may take',
    atMost: 1,
    ours: async (workplace) => reportPageRun(workplace.path('report.html')),
    theirs: async () => reportGoal(),
  },
  {
    name: 'downtime',
    work: 'how long an application stands, over SSH, to S3 at 5 MB/s',
    against: '`ssh tar` of the files that changed',
    atMost: 1.2,
    long: true,
    beforePair: changeApplication,
    ours: downtime,
    theirs: readChanged,
  },
  {
    name: 'million',
    work: 'one million small files, nothing changed',
    against: 'restic backup',
    atMost: 0.5,
    atMostBytes: 600 * MIB,
    long: true,
    ours: secondBackup('holdfast', 'million'),
    theirs: secondBackup('restic', 'million'),
  },
];

function firstBackup(who: Contender): Side {
  return async (workplace) => {
    await workplace.freshRepository(who, `first-${who}`);
    return workplace.command(who, `first-${who}`, 'backup', workplace.tree('reference'));
  };
}

function secondBackup(who: Contender, tree: 'reference' | 'million'): Side {
  return async (workplace) => {
    const repository = `${tree}-${who}`;
    await workplace.filledRepository(who, repository, workplace.tree(tree));
    return workplace.command(who, repository, 'backup', workplace.tree(tree));
  };
}

/**
 * Each into a folder of its own, and none is removed before the end: ext4 passes over every inode that was freed in the last
 * minutes, one by one, and would tell of that more than of restores.
 */
function restore(who: Contender): Side {
  let runs = 0;
  return async (workplace) => {
    await workplace.filledRepository(who, `reference-${who}`, workplace.tree('reference'));
    const target = workplace.path(`restored-${who}-${++runs}`);
    return workplace.command(who, `reference-${who}`, 'restore', 'latest', '--target', target);
  };
}

function check(who: Contender): Side {
  return async (workplace) => {
    await workplace.filledRepository(who, `reference-${who}`, workplace.tree('reference'));
    return workplace.command(who, `reference-${who}`, 'check', '--read-data');
  };
}

async function overSsh(workplace: Workplace, repository: string, tree: string): Promise<Timed> {
  return workplace.command('holdfast', repository, 'backup', ...(await workplace.hostFlags()), tree);
}

async function tarIntoRestic(workplace: Workplace, repository: string, tree: string): Promise<Timed> {
  const ssh = await workplace.sshCommand();
  const line = `${ssh} 127.0.0.1 ${word(`tar -C ${word(tree)} -cf - .`)} | ${word(workplace.restic)} backup --stdin --stdin-filename tree.tar`;
  return shellLine(line, workplace.environment(repository));
}

/** The tree that changes, a copy of the reference tree, and every repository that has it as it was at first. */
async function changeTree(workplace: Workplace, round: number): Promise<void> {
  const tree = workplace.path('changing');
  const files = changingFiles.get(tree) ?? (await setUpChangingTree(workplace, tree));
  changingFiles.set(tree, files);
  changeOnePercent(files, round);
  await sleep(SETTLE_MS);
}

const changingFiles = new Map<string, string[]>();

async function setUpChangingTree(workplace: Workplace, tree: string): Promise<string[]> {
  copyTree(workplace.tree('reference'), tree);
  await sleep(SETTLE_MS);
  await workplace.freshRepository('holdfast', 'changed');
  await measure(await overSsh(workplace, 'changed', tree));
  await workplace.freshRepository('restic', 'changed-tar');
  await measure(await tarIntoRestic(workplace, 'changed-tar', tree));
  await workplace.freshRepository('restic', 'changed-rsync');
  await measure(await rsyncThenRestic(workplace));
  return filesOf(tree);
}

function changedOverSsh(workplace: Workplace): Promise<Timed> {
  return overSsh(workplace, 'changed', workplace.path('changing'));
}

async function rsyncThenRestic(workplace: Workplace): Promise<Timed> {
  const ssh = await workplace.sshCommand();
  const staging = word(workplace.path('staging'));
  const source = word(`127.0.0.1:${workplace.path('changing')}/`);
  return shellLine(
    `rsync -a --delete -e ${word(ssh)} ${source} ${staging}/ && ${word(workplace.restic)} backup ${staging}`,
    workplace.environment('changed-rsync'),
  );
}

function word(text: string): string {
  return quote(fromText(text));
}
