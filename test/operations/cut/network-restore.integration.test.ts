import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { connectHost } from '../../../src/hosts/connect.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { restore } from '../../../src/operations/restore.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { afterBytes, type TcpProxy } from '../../services/tcp-proxy.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { DEFAULT_OPTIONS, describeTree, SILENT } from '../restore/harness.ts';
import {
  allEnded,
  CLIENTS,
  type Client,
  cutAt,
  expectTold,
  FAULTS,
  type Stage,
  untilNoneRuns,
} from './network.ts';

/** What is promised of a network that falls silent. */
const TOLD_WITHIN_MS = 60_000;

const isUnpacking = (script: string) => script.includes('tar -x -p');
const SWAP = 'the swap';

const STAGES: readonly Stage[] = [
  { name: 'the host is asked what it has', script: (script) => script.includes('sha256sum -z 2>/dev/null') },
  { name: 'the destination is looked at', script: (script) => script.includes('-maxdepth 0') },
  { name: 'the staging folder is made', script: (script) => script.includes('mkdir -m 700') },
  {
    name: 'the first is sent',
    script: isUnpacking,
    within: (_command, proxy, cut) => proxy.when('client', afterBytes(1), cut),
  },
  {
    name: 'sending is in the midst',
    script: isUnpacking,
    within: (_command, proxy, cut) => proxy.when('client', afterBytes(300_000), cut),
  },
  {
    name: 'the last is sent',
    script: isUnpacking,
    within: ({ stdin }, _proxy, cut) => stdin.once('finish', cut),
  },
  { name: 'metadata are verified', script: (script) => /find \S+\/new /.test(script) },
  { name: 'contents are verified', script: (script) => script.includes('xargs -0 -r openssl dgst') },
  { name: 'the journal is written', script: (script) => script.includes('cat > journal.part') },
  { name: SWAP, script: (script) => script.includes('away()') },
];

let fixture: BackupFixture;
let saved: string[];

beforeAll(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh(
    'cd source; mkdir a b; for i in $(seq 20); do head -c 40000 /dev/urandom > a/$i; echo $i > b/$i; done; chmod -R go+rX .',
  );
  await fixture.backup();
  saved = withoutOwner(await describeTree(fixture.source));
  byDefault = CLIENTS.map((client) => silenceByDefault(client));
});
afterAll(async () => {
  await Promise.all(byDefault);
  await fixture.remove();
});

/** They take a minute of waiting, while the others run; without a lock, for those look at the locks. */
let byDefault: Promise<PromiseSettledResult<void>>[];

function silenceByDefault(client: Client): Promise<PromiseSettledResult<void>> {
  const work = async () => {
    const sshd = await startSshd({ shell: '/bin/sh' });
    try {
      const target = await makeTarget(sshd, 'by-default');
      const before = await standing(target);
      const stage = STAGES.find(({ name }) => name === 'sending is in the midst') as Stage;
      const fault = (proxy: TcpProxy) => proxy.fallSilent();
      const outcome = await cutAt({ sshd, client, fault, timings: {} }, stage, (host) =>
        restoreTo(target, host, { noLock: true }),
      );
      expectTold(stage.name, outcome, ['host-silent'], TOLD_WITHIN_MS);
      expect(outcome.tookMs).toBeGreaterThan(TOLD_WITHIN_MS / 2); // else something else was found
      expect(await standing(target)).toEqual(before);
      await untilNoneRuns(sshd); // the connection is closed by now
      await expectNextRunEndsIt(sshd, [target], { noLock: true });
    } finally {
      await sshd.stop();
    }
  };
  return Promise.allSettled([work()]).then(([result]) => result);
}

describe.each(CLIENTS)('a restore over %s', (client) => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd({ shell: '/bin/sh' });
  });
  afterAll(() => sshd.stop());

  test.each(FAULTS)(
    'whose connection is %s at any of ten stages: says so in time, has touched nothing, and the next run ends it',
    async (how, fault) => {
      const targets = await Promise.all(STAGES.map((_, i) => makeTarget(sshd, `${how}-${i}`)));
      const before = await Promise.all(targets.map(standing));
      await allEnded(
        STAGES.map(async (stage, i) => {
          const outcome = await cutAt({ sshd, client, fault }, stage, (host) =>
            restoreTo(targets[i] as string, host),
          );
          expectTold(stage.name, outcome, ['host-unreachable', 'host-silent']);
          if (stage.name === SWAP) expect(String(outcome.error)).toContain('The swap is half done.');
          else expect(await standing(targets[i] as string), stage.name).toEqual(before[i]);
        }),
      );
      await untilNoneRuns(sshd);
      expect(await readdir(join(fixture.repositoryPath, 'locks'))).toEqual([]);
      await expectNextRunEndsIt(sshd, targets);
    },
  );
});

test.each(CLIENTS.map((client, i) => [client, i] as const))(
  'a restore over %s whose connection falls silent says so within a minute by default, and leaves nothing',
  async (_client, i) => {
    const result = await byDefault[i];
    if (result?.status === 'rejected') throw result.reason;
  },
  300_000,
);

async function expectNextRunEndsIt(
  sshd: Sshd,
  targets: readonly string[],
  locking: { noLock?: boolean } = {},
): Promise<void> {
  const { address, identityFile: identity, hostKeyLine: knownHosts } = sshd;
  const host = await connectHost(address, { identity, knownHosts });
  try {
    await allEnded(
      targets.map(async (target) => {
        await restoreTo(target, host, locking);
        expect(withoutOwner(await standing(target))).toEqual(saved);
      }),
    );
  } finally {
    await host.close();
  }
}

function restoreTo(target: string, host: Host, { noLock = false } = {}): Promise<unknown> {
  return fixture.withRepository(async (repository) => {
    const places = { folder: fromText(fixture.source), target: fromText(target) };
    const options = {
      ...DEFAULT_OPTIONS,
      ...places,
      noLock,
      snapshot: await resolveSnapshot(repository, 'latest'),
    };
    return restore(host, repository, options, SILENT, new AbortController().signal);
  });
}

/** Something of the same names stands there. */
async function makeTarget({ user }: Sshd, name: string): Promise<string> {
  const target = `/home/${user}/${name}`;
  const script = `mkdir -p ${target}/a; echo old > ${target}/a/1; echo old > ${target}/b; chown -R ${user} ${target}`;
  execFileSync('/bin/sh', ['-ec', script]);
  return target;
}

async function standing(target: string): Promise<string[]> {
  return (await describeTree(target)).filter((line) => !line.includes('.holdfast-'));
}

function withoutOwner(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^(\S+ \S+) \S+ \S+/, '$1'));
}
