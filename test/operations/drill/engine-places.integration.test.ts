import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepContainers } from '../../../src/drills/sweep.ts';
import { EngineClient, engineEnvironment } from '../../../src/hosts/container-engine.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { DEBIAN_PROGRAMS, startDocker, type TestEngine } from '../../services/container-engine.ts';
import { freePort, type Sshd, startSshd } from '../../services/sshd.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { DRILL_OPTIONS, drillOf, problemsOf } from './fixture.ts';
import { killDrills } from './killed.ts';

const run = promisify(execFile);

const IMAGES = { files: 'drill-files' };
/** Each command of a drill logs in anew, several times: on a busy machine a drill takes minutes. */
const SSH_LIMIT_MS = 400_000;
const FED_BY_ENGINE = 'no network, fed by the engine';

let fixture: BackupFixture;

beforeAll(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh('head -c 3000000 /dev/urandom >source/a; chown 7:8 source/a');
  await fixture.backup();
});
afterAll(() => fixture?.remove());

/** Drills by the engine that these variables lead to. */
const drillBy = (variables: Readonly<Record<string, string>>) =>
  drillOf(fixture, { engineEnvironment: variables, images: IMAGES });

const environmentOf = ({ checks }: Awaited<ReturnType<typeof drillOf>>) =>
  checks.find(({ name }) => name === 'environment')?.found;

async function nothingIsLeft(docker: TestEngine): Promise<void> {
  const left = async () => `${await docker.client('ps', '-aq')}${await docker.client('volume', 'ls', '-q')}`;
  await expect.poll(left).toBe('');
}

describe('an engine elsewhere', () => {
  let docker: TestEngine;
  let sshd: Sshd;
  let tcp: string;
  /** As a person has them at whom an agent and a docker work. */
  let ssh: Readonly<Record<string, string>>;
  let agent: string;

  beforeAll(async () => {
    tcp = `tcp://127.0.0.1:${await freePort()}`;
    [docker, sshd] = await Promise.all([startDocker({ words: ['-H', tcp, '--tls=false'] }), startSshd()]);
    await docker.makeImage(IMAGES.files, { programs: DEBIAN_PROGRAMS });
    const socket = docker.environment['DOCKER_HOST']?.replace('unix://', '');
    const { stdout } = await run('ssh-agent', ['-s']);
    const [, SSH_AUTH_SOCK = '', pid = ''] =
      /SSH_AUTH_SOCK=([^;]+);.*SSH_AGENT_PID=(\d+)/s.exec(stdout) ?? [];
    agent = pid;
    await run('ssh-add', ['-q', sshd.identityFile], { env: { ...process.env, SSH_AUTH_SOCK } });
    const DOCKER_HOST = `${sshd.address}${socket}`;
    // Which hosts are known is the system's own business; the key is the agent's alone.
    const bin = join(fixture.folder, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'known'), `${sshd.hostKeyLine}\n`);
    const script = `#!/bin/sh\nexec /usr/bin/ssh -F none -o IdentityFile=none -o UserKnownHostsFile=${bin}/known "$@"\n`;
    await writeFile(join(bin, 'ssh'), script, { mode: 0o755 });
    const PATH = `${bin}:${process.env['PATH']}`;
    ssh = { ...engineEnvironment({ DOCKER_HOST, SSH_AUTH_SOCK, DOCKER_CONFIG: bin }), PATH };
  });
  afterAll(async () => {
    if (agent !== undefined) process.kill(Number(agent));
    await sshd?.stop();
    await docker?.stop();
  });

  test('is drilled by over TCP', async () => {
    const result = await drillBy({ DOCKER_HOST: tcp });
    expect(problemsOf(result)).toEqual([]);
    expect(environmentOf(result)).toContain(`${FED_BY_ENGINE}; files: `);
    await nothingIsLeft(docker);
  });

  test('is told where it keeps no limits, as one without root says of itself', async () => {
    const bin = join(fixture.folder, 'rootless');
    await mkdir(bin);
    const real = (await run('sh', ['-c', 'command -v docker'])).stdout.trim();
    const script = `#!/bin/sh\n[ "$1" = info ] && { echo false false true false; exit; }\nexec ${real} "$@"\n`;
    await writeFile(join(bin, 'docker'), script, { mode: 0o755 });
    const result = await drillBy({ DOCKER_HOST: tcp, PATH: `${bin}:${process.env['PATH']}` });
    expect(problemsOf(result)).toEqual([]);
    expect(environmentOf(result)).toContain(
      'fed by the engine, without limits of memory, swap, processes, which this engine doesn’t keep; files: ',
    );
  });

  test('is drilled by over SSH', { timeout: SSH_LIMIT_MS }, async () => {
    const result = await drillBy(ssh);
    expect(problemsOf(result)).toEqual([]);
    expect(environmentOf(result)).toContain(FED_BY_ENGINE);
    await nothingIsLeft(docker);
  });

  test('is left nothing by a drill over SSH that is killed', { timeout: SSH_LIMIT_MS }, async () => {
    const options = { ...DRILL_OPTIONS, engineEnvironment: ssh, images: IMAGES };
    await killDrills(fixture.repositoryPath, [{ step: 'proof of files', options }]);
    await nothingIsLeft(docker);
  });

  test('is swept over SSH', async () => {
    const labels = ['--label', 'holdfast.drill=over', '--label', 'holdfast.drill.ends=1000000000'];
    await docker.startContainer(IMAGES.files, 'left', [...labels, '--volume', '/data']);
    const client = new EngineClient('docker', localHost(), ssh);
    try {
      expect(await sweepContainers(client, null, new AbortController().signal)).toBe(1);
      await nothingIsLeft(docker);
    } finally {
      await client.host.close();
    }
  });

  test('is drilled by where a context leads to it, whatever of this machine it has', {
    timeout: SSH_LIMIT_MS,
  }, async () => {
    const { DOCKER_HOST = '', ...others } = ssh;
    const env = { ...process.env, ...others };
    await run('docker', ['context', 'create', 'far', '--docker', `host=${DOCKER_HOST}`], { env });
    await run('docker', ['context', 'use', 'far'], { env });
    const result = await drillBy(others);
    expect(problemsOf(result)).toEqual([]);
    // It is on this machine after all: a folder of it may be mounted.
    expect(environmentOf(result)).toMatch(/^docker \S+, no network, fed by /);
    await nothingIsLeft(docker);
  });
});

test('an engine that maps users is drilled by, but for what its containers cannot have: that is told before the restore', async () => {
  const docker = await startDocker({
    words: ['--userns-remap=1:1'],
    subordinateIds: 'daemon:231072:65536\n',
  });
  const other = await BackupFixture.create();
  try {
    await docker.makeImage(IMAGES.files, { programs: DEBIAN_PROGRAMS });
    const result = await drillBy(docker.environment);
    expect(problemsOf(result)).toEqual([]);
    expect(result.passed).toBe(true);
    await nothingIsLeft(docker);

    const drillOther = async () => {
      await other.backup();
      return problemsOf(await drillOf(other, { engineEnvironment: docker.environment, images: IMAGES }));
    };
    const told = (what: string) => [
      expect.stringMatching(
        `^restore of files could-not-run: Cannot restore the files for the drill: "${other.source}/${what}, expected users 0–65535 and no devices`,
      ),
      'restored files could-not-run: no files were restored',
    ];
    await other.sh('echo far >source/far; chown -h 3:65536 source/far');
    expect(await drillOther()).toEqual(told('far" belongs to 3:65536'));
    await other.sh('rm source/far; mknod source/null c 1 3');
    expect(await drillOther()).toEqual(told('null" is a device'));
    await nothingIsLeft(docker);
  } finally {
    await other.remove();
    await docker.stop();
  }
});
