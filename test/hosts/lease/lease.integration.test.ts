import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { test as base, describe, vi } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { resumeLeft } from '../../../src/hosts/lease/earlier-lease.ts';
import { Lease } from '../../../src/hosts/lease/lease.ts';
import { WATCHDOG } from '../../../src/hosts/lease/watchdog.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { isRunning } from '../../services/processes.ts';
import { Application } from './application.ts';

// They wait for clocks, side by side.
vi.setConfig({ maxConcurrency: 30 });

const NEVER = new AbortController().signal;

/** Each has an application and a host of its own: they wait for the watchdog most of the time, side by side. */
const given = base.extend<{ app: Application; host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: what a fixture depends on is read from its first argument
  app: async ({}, use) => {
    const app = await Application.create();
    await use(app);
    await app.remove();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the same
  host: async ({}, use) => {
    const host = localHost();
    await use(host);
    await host.close();
  },
});

const test = given.concurrent;

/** For runs that must be seen to lapse; a busy machine stops its application in that time. */
const LAPSING_SECONDS = 12;

const stop = (app: Application) => `${app.folder}/app stop`;

describe.concurrent('a lease', () => {
  test('that is held to the end: the run starts the application, once, and leaves nothing behind', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms: { leaseSeconds: 20 } });
    await lease.stop(stop(app), NEVER);
    expect(await app.runs()).toBe(false);
    await sleep(21_000); // longer than the lease: it is renewed
    await lease.fence(NEVER);
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect(await app.runs()).toBe(true);
    expect(await app.starts()).toBe(1);
    expect(await readdir(app.leases)).toEqual([]);
  });

  test('is one run’s: another is refused, and told who has it', async ({ app, host, expect }) => {
    // The folder may be the home of the account that logs in: whoever passes through it to its keys still must.
    await mkdir(app.leases);
    await chmod(app.leases, 0o777);
    const lease = await app.lay(host);
    const modes = [app.leases, join(app.leases, 'wiki.lease')].map(
      async (path) => (await stat(path)).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o755, 0o700]);
    await expect(app.lay(host, { terms: { token: 'two' } })).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('run 1 of acme/wiki'),
    });
    await lease.stop(stop(app), NEVER);
    await lease.resume(NEVER);
    await (await app.lay(host, { terms: { token: 'two' } })).resume(NEVER);
    expect(await app.starts()).toBe(1);
  });

  test.for([
    ['nothing', null],
    ['a lease whose run died', 'old'],
    ['a lease that was never written to its end', 'begun'],
  ] as const)(
    'that several runs lay in the same moment, over %s, is one’s; the others are told which one',
    async ([_, before], { app, host, expect }) => {
      if (before === 'old') {
        await (await app.lay(host)).stop(stop(app), NEVER);
        process.kill(await app.watchdog(), 'SIGKILL');
        await app.sh('sleep 1; mv leases/wiki.lease/held leases/wiki.lease/started; ./app start; : >starts');
      }
      if (before === 'begun') await app.sh('mkdir -p leases/wiki.lease');
      const runs = ['a', 'b', 'c', 'd'].map((token) =>
        app.lay(host, { terms: { token, holder: `run ${token}`, leaseSeconds: 60 } }).then(
          (lease) => ({ token, lease, error: null }),
          (error: unknown) => ({ token, lease: null, error }),
        ),
      );
      const ended = await Promise.all(runs);
      const winners = ended.filter(({ lease }) => lease !== null);
      expect(winners.map(({ token }) => token)).toHaveLength(1);
      const told = `"run ${winners[0]?.token}" holds its lease`;
      for (const { error } of ended.filter(({ lease }) => lease === null)) {
        expect(error).toMatchObject({ code: 'locked', message: expect.stringContaining(told) });
      }
      await winners[0]?.lease?.resume(NEVER);
      expect([await app.runs(), await app.starts()]).toEqual([true, 0]);
    },
  );

  test('that is older than the longest that an application may stand is lost, renewed or not', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host);
    await lease.stop(stop(app), NEVER);
    await app.age();
    await app.untilItRuns();
    await expect(lease.fence(NEVER)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await lease.resume(NEVER)).toMatchObject({
      state: 'started',
      log: expect.arrayContaining([expect.stringContaining('stopped for')]),
    });
    expect(await app.starts()).toBe(1);
  });

  test('whose watchdog is killed is lost at once, and the run starts the application', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms: { leaseSeconds: 16 } });
    await lease.stop(stop(app), NEVER);
    process.kill(await app.watchdog(), 'SIGKILL');
    if (!lease.lost.aborted) await once(lease.lost, 'abort');
    await expect(lease.fence(NEVER)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect(await app.starts()).toBe(1);
  });

  test('that is lost stops nothing any more', async ({ app, host, expect }) => {
    const lease = await app.lay(host);
    await lease.stop(stop(app), NEVER);
    await app.age();
    await app.untilItRuns();
    await expect(lease.stop(stop(app), NEVER)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await app.runs()).toBe(true);
    await lease.resume(NEVER);
  });

  test('that is lost while a stop command goes on: that is ended before the application is started', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms: { startLimitSeconds: 2, leaseSeconds: 16 } });
    const stopper = join(app.folder, 'stopper');
    const stopping = lease.stop(
      `echo $$ >${stopper}.part; mv ${stopper}.part ${stopper}; sleep 600; ${stop(app)}`,
      NEVER,
    );
    const lost = expect(stopping).rejects.toMatchObject({ code: 'lease-lost' });
    while (!existsSync(stopper)) await sleep(20);
    await app.age();
    await lost;
    expect(await isRunning(Number(await readFile(stopper, 'utf8')))).toBe(false);
    expect(await app.runs()).toBe(true);
    await lease.resume(NEVER);
  });

  test('that turns out to be lost while a stop command goes on is said to be that, not cancelled', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms: { leaseSeconds: 16 } }); // renewed soon
    const stopping = lease.stop(`rm ${app.lease}/held; sleep 60`, NEVER);
    await expect(stopping).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await app.starts()).toBe(0);
  });
});

describe.concurrent('an application that takes its time to stop', () => {
  test('is not taken for one that runs on: it is started once it is down', async ({ app, host, expect }) => {
    const lease = await app.lay(host);
    await writeFile(join(app.folder, 'unwilling'), '14');
    await lease.stop(stop(app), NEVER);
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect([await app.runs(), await app.starts()]).toEqual([true, 1]);
  });

  test.for([
    ['the run', (lease: Lease) => lease.resume(NEVER)],
    [
      'the watchdog',
      async (lease: Lease, _: Host, app: Application) => {
        await app.age();
        while (existsSync(join(app.lease, 'held'))) await sleep(20);
        return lease.resume(NEVER);
      },
    ],
    [
      'the run’s post stage',
      (_: Lease, host: Host, app: Application) => resumeLeft(host, app.terms(), NEVER),
    ],
  ] as const)(
    'is waited for as long where its stop command failed, and is looked at by %s: it may go down all the same',
    async ([_, lookedAt], { app, host, expect }) => {
      const lease = await app.lay(host);
      await writeFile(join(app.folder, 'unwilling'), '18');
      await lease.stop('true', NEVER);
      await expect(lease.stop(`${stop(app)}; exit 1`, NEVER)).rejects.toMatchObject({
        code: 'command-failed',
      });
      expect(await lookedAt(lease, host, app)).toMatchObject({ state: 'started' });
      expect([await app.runs(), await app.starts()]).toEqual([true, 1]);
      await lease.release(NEVER);
    },
  );

  test('and longer than it may is left alone, and told', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms: { startLimitSeconds: 1 } });
    await writeFile(join(app.folder, 'unwilling'), '600');
    await lease.stop(stop(app), NEVER);
    expect(await lease.resume(NEVER)).toMatchObject({
      state: 'started',
      log: expect.arrayContaining([expect.stringContaining('should it stop later, nobody starts it')]),
    });
    expect(await app.starts()).toBe(0);
  });

  test('is waited for also where its stop command is ended, for what that has begun goes on', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host);
    await writeFile(join(app.folder, 'unwilling'), '14');
    const controller = new AbortController();
    const stopping = lease.stop(`setsid ${stop(app)}; : >${app.folder}/told; sleep 60`, controller.signal);
    while (!existsSync(join(app.folder, 'told'))) await sleep(20);
    controller.abort();
    await expect(stopping).rejects.toThrow();
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect([await app.runs(), await app.starts()]).toEqual([true, 1]);
  });
});

test('a lease whose watchdog does not outlive the connection that laid it is refused, before anything is stopped', async ({
  app,
  host,
  expect,
}) => {
  const connect = async () => {
    const laying = localHost();
    const close = async () => {
      while (!existsSync(join(app.lease, 'alive'))) await sleep(20);
      process.kill(await app.watchdog(), 'SIGKILL');
      await laying.close();
    };
    return { ...laying, name: laying.name, start: laying.start.bind(laying), close };
  };
  await expect(app.lay(host, { connect })).rejects.toMatchObject({
    code: 'host-unsupported',
    message: expect.stringContaining("doesn't outlive the connection"),
  });
  expect([await app.runs(), await app.starts(), await readdir(app.leases)]).toEqual([true, 0, []]);
});

test('an application that can’t be started is known to be down until it runs again', async ({
  app,
  host,
  expect,
}) => {
  await writeFile(join(app.folder, 'fails'), '1');
  const lease = await app.lay(host, { terms: { maxTries: 1 } });
  await lease.stop(stop(app), NEVER);
  expect(await lease.resume(NEVER)).toMatchObject({ state: 'failed' });
  for (const token of ['two', 'three']) {
    const options = { connect: async () => localHost(), onEarlier: () => {}, signal: NEVER };
    const next = await Lease.lay(host, app.terms({ token }), options);
    expect(await next.status(NEVER)).toBe('stopped');
    expect(await next.release(NEVER)).toEqual({ wasLeftDown: true });
  }
  await app.sh('./app start');
  await (await app.lay(host, { terms: { token: 'four' } })).resume(NEVER);
  expect(await readdir(app.leases)).toEqual([]);
});

test('a watchdog that is slow to say that it lives is not taken for dead', async ({ app, host, expect }) => {
  const lease = await app.lay(host, { terms: { leaseSeconds: 80 } });
  await lease.stop(stop(app), NEVER);
  const watchdog = await app.watchdog();
  process.kill(watchdog, 'SIGSTOP'); // as one that waits for a disk
  await sleep(22_000); // renewed after 20 s
  process.kill(watchdog, 'SIGCONT');
  await lease.fence(NEVER);
  expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
});

describe.concurrent('a start command that fails', () => {
  test('is tried again while the status says that the application is stopped', async ({
    app,
    host,
    expect,
  }) => {
    await writeFile(join(app.folder, 'fails'), '2');
    const lease = await app.lay(host);
    await lease.stop(stop(app), NEVER);
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect(await app.starts()).toBe(3);
  });

  test('always is told, with what it said', async ({ app, host, expect }) => {
    await writeFile(join(app.folder, 'fails'), '9');
    const lease = await app.lay(host);
    await lease.stop(stop(app), NEVER);
    const { state, log } = await lease.resume(NEVER);
    expect(state).toBe('failed');
    expect(log.join('\n')).toMatch(/still stopped after 3 tries[\s\S]*no luck/);
    expect(await app.starts()).toBe(3);
  });

  test.for([
    ['the status is unclear', {}],
    ['there is no status command', { status: null }],
  ] as const)('is tried no second time when %s', async ([_, terms], { app, host, expect }) => {
    await writeFile(join(app.folder, 'fails'), '1');
    const lease = await app.lay(host, { terms });
    await lease.stop(stop(app), NEVER);
    await writeFile(join(app.folder, 'puzzled'), '');
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'failed' });
    expect(await app.starts()).toBe(1);
  });
});

describe.concurrent('a start command that takes longer than it may', () => {
  const terms = { startLimitSeconds: 2, leaseSeconds: 60 };

  test('is ended with all that it began before it is tried again', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms });
    await lease.stop(stop(app), NEVER);
    await writeFile(join(app.folder, 'hangs'), '');
    expect(await lease.resume(NEVER)).toMatchObject({
      state: 'started',
      log: expect.arrayContaining([expect.stringContaining('ending the start command')]),
    });
    const straggler = Number(await readFile(join(app.folder, 'straggler'), 'utf8'));
    expect([await isRunning(straggler), await app.starts()]).toEqual([false, 2]);
  });

  test('is given time to end by itself, for it may be recovering', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms });
    await lease.stop(stop(app), NEVER);
    await app.sh(': >hangs; : >orderly');
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect([await readFile(join(app.folder, 'ended'), 'utf8'), await app.starts()]).toEqual(['well\n', 2]);
  });

  test('is killed with all that it began where it goes on for longer than a minute', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms });
    await lease.stop(stop(app), NEVER);
    await app.sh(': >hangs; : >deaf; grep -c =60$ leases/wiki.lease/watchdog.sh');
    await app.sh('sed -i "s/-ge 60 /-ge 3 /; s/=60$/=3/" leases/wiki.lease/watchdog.sh');
    expect(await lease.resume(NEVER)).toMatchObject({
      state: 'started',
      log: expect.arrayContaining([expect.stringContaining('it goes on 3 s after it was told to end')]),
    });
    const straggler = Number(await readFile(join(app.folder, 'straggler'), 'utf8'));
    expect([await isRunning(straggler), await app.starts()]).toEqual([false, 2]);
  });

  test('is ended once: the next one may take as long as all tries together', async ({
    app,
    host,
    expect,
  }) => {
    const lease = await app.lay(host, { terms: { ...terms, maxTries: 10 } });
    await lease.stop(stop(app), NEVER);
    await app.sh(': >hangs; echo 12 >slow');
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect(await app.starts()).toBe(2);
  });

  test('a second time is left alone, and told', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms: { ...terms, maxTries: 2 } });
    await lease.stop(stop(app), NEVER);
    // Far above the limit of both tries: on a busy machine it must not come up before it is looked at.
    await app.sh(': >hangs; echo 20 >slow');
    const { state, log } = await lease.resume(NEVER);
    expect([state, log.join()]).toEqual(['failed', expect.stringContaining('not ended a second time')]);
    expect(await app.starts()).toBe(2);
    await app.untilItRuns();
  });

  test('is left alone where the application runs', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms });
    await lease.stop(stop(app), NEVER);
    await writeFile(join(app.folder, 'lingers'), '');
    expect(await lease.resume(NEVER)).toMatchObject({
      state: 'started',
      log: expect.arrayContaining([expect.stringContaining('its start command goes on')]),
    });
    expect([await app.runs(), await app.starts()]).toEqual([true, 1]);
    await app.sh('rm lingers');
  });

  test('is left alone, and told, where nobody knows what it came to', async ({ app, host, expect }) => {
    const lease = await app.lay(host, { terms: { ...terms, status: null } });
    await lease.stop(stop(app), NEVER);
    await writeFile(join(app.folder, 'hangs'), '');
    const { state, log } = await lease.resume(NEVER);
    expect([state, log.join()]).toEqual(['failed', expect.stringContaining('its start command goes on')]);
    const straggler = Number(await readFile(join(app.folder, 'straggler'), 'utf8'));
    expect([await isRunning(straggler), await app.starts()]).toEqual([true, 1]);
  });
});

test('an operator who says hold is waited for', async ({ app, host, expect }) => {
  const lease = await app.lay(host);
  await lease.stop(stop(app), NEVER);
  await writeFile(join(app.leases, 'wiki.hold'), '');
  const resumed = lease.resume(NEVER);
  await sleep(3000);
  expect(await app.starts()).toBe(0);
  await app.sh('rm leases/wiki.hold');
  expect(await resumed).toMatchObject({ state: 'started' });
  expect(await app.starts()).toBe(1);
});

test('of many that would start the application one does', async ({ app, host, expect }) => {
  const lease = await app.lay(host);
  await lease.stop(stop(app), NEVER);
  await writeFile(join(app.folder, 'slow'), '1');
  const starters = Array.from({ length: 12 }, () =>
    spawn('sh', [join(app.lease, 'watchdog.sh'), 'start', 'of many'], { stdio: 'ignore' }),
  );
  await Promise.all(starters.map((starter) => once(starter, 'exit')));
  expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
  expect(await app.starts()).toBe(1);
});

test('a starter that is killed is followed by the watchdog, which waits for the start command that it left', async ({
  app,
  host,
  expect,
}) => {
  const lease = await app.lay(host);
  await lease.stop(stop(app), NEVER);
  await app.sh(': >gated');
  const starter = spawn('sh', [join(app.lease, 'watchdog.sh'), 'start', 'by hand'], {
    stdio: 'ignore',
    detached: true,
  });
  while ((await app.starts()) === 0) await sleep(20);
  process.kill(-(starter.pid ?? 0), 'SIGKILL');
  const resumed = lease.resume(NEVER);
  const told = 'the start command of the one before goes on';
  while (!(await readFile(join(app.lease, 'log'), 'utf8')).includes(told)) await sleep(20);
  await app.sh('rm gated');
  expect(await resumed).toMatchObject({
    state: 'started',
    log: expect.arrayContaining([expect.stringContaining(told)]),
  });
  expect([await app.runs(), await app.starts()]).toEqual([true, 1]);
});

const TEST_FOLDER = fileURLToPath(new URL('./', import.meta.url));

/** A run of its own: stops the application, says so, and says when it has lost the lease. */
const RUN = `
import { localHost } from '${TEST_FOLDER}../../../src/hosts/local.ts';
import { Lease } from '${TEST_FOLDER}../../../src/hosts/lease/lease.ts';
const terms = JSON.parse(process.argv[1]);
const signal = new AbortController().signal;
const lease = await Lease.lay(localHost(), terms, { connect: async () => localHost(), onEarlier: () => {}, signal });
await lease.arm(signal);
await lease.stop(process.argv[2], signal);
console.log('stopped');
await new Promise((resolve) => lease.lost.addEventListener('abort', resolve));
console.log('lost');
process.exit();
`;

describe.concurrent('a run that', () => {
  const begin = async (app: Application) => {
    const run = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        RUN,
        JSON.stringify(app.terms({ leaseSeconds: LAPSING_SECONDS })),
        stop(app),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      },
    );
    await once(run.stdout, 'data');
    while (await app.runs()) await sleep(20);
    return run;
  };

  test('is killed with all its session: the application is started, once, and the next run is told', async ({
    app,
    host,
    expect,
  }) => {
    const run = await begin(app);
    process.kill(-(run.pid ?? 0), 'SIGKILL');
    await app.untilStarted();
    expect(await app.starts()).toBe(1);
    const earlier: string[] = [];
    const lease = await app.lay(host, { earlier, terms: { token: 'two' } });
    expect(earlier.join('\n')).toMatch(/not renewed for \d+ s/);
    await lease.resume(NEVER);
  });

  test('stalls past its lease and wakes: it knows that the lease is lost', async ({ app, expect }) => {
    const run = await begin(app);
    process.kill(run.pid ?? 0, 'SIGSTOP');
    await app.untilItRuns();
    process.kill(run.pid ?? 0, 'SIGCONT');
    const [said] = await once(run.stdout, 'data');
    expect(String(said)).toBe('lost\n');
    expect(await app.starts()).toBe(1);
  });

  test.for([['bash'], ['busybox', 'sh'], ['mksh']])(
    'is killed where the shell is %s',
    async (shell, { app, expect }) => {
      const run = await begin(app);
      process.kill(await app.watchdog(), 'SIGKILL');
      process.kill(-(run.pid ?? 0), 'SIGKILL');
      const [program = '', ...args] = shell;
      const watchdog = spawn(program, [...args, join(app.lease, 'watchdog.sh'), 'watch'], {
        stdio: 'ignore',
      });
      await once(watchdog, 'exit');
      expect(await app.runs()).toBe(true);
      expect(await app.starts()).toBe(1);
    },
  );

  test('is killed, and its watchdog too: the next run starts the application before anything else', async ({
    app,
    host,
    expect,
  }) => {
    const run = await begin(app);
    const watchdog = await app.watchdog();
    process.kill(watchdog, 'SIGKILL');
    process.kill(-(run.pid ?? 0), 'SIGKILL');
    while (await isRunning(watchdog)) await sleep(20);
    const earlier: string[] = [];
    const lease = await app.lay(host, { earlier, terms: { token: 'two' } });
    expect(await app.runs()).toBe(true);
    expect(earlier.join('\n')).toContain('nobody watched over it any more');
    await lease.resume(NEVER);
    expect(await app.starts()).toBe(1);
  });
});

test('what a power failure leaves of the disk is enough to start the application: all of it was written before the stop', async ({
  app,
  host,
  expect,
}) => {
  await app.sh('mkdir leases; truncate -s 8M disk; mkfs.ext4 -q disk; mount -o loop disk leases');
  const lease = await app.lay(host);
  // What the device has at this moment, and no cache of its filesystem.
  await app.sh('cp disk later; umount -l leases; mkdir after; mount -o loop later after');
  await lease.resume(NEVER).catch(() => {});
  const left = await Promise.all(
    ['held', 'settings', 'start.sh', 'status.sh', 'watchdog.sh'].map((name) =>
      readFile(join(app.folder, 'after/wiki.lease', name), 'utf8').catch(String),
    ),
  );
  await app.sh('umount after');
  const { start, status } = app.terms();
  expect(left).toEqual([
    expect.stringMatching(/^\d+\n$/),
    expect.stringContaining('max_tries=3\n'),
    ...[start, status, WATCHDOG].map((text) => `${text}\n`),
  ]);
});

test('after a reboot the hook of the how-to starts what was left stopped, once', async ({
  app,
  host,
  expect,
}) => {
  const lease = await app.lay(host, { terms: { leaseSeconds: 400 } });
  await lease.stop(stop(app), NEVER);
  const watchdog = await app.watchdog();
  process.kill(watchdog, 'SIGKILL');
  while (await isRunning(watchdog)) await sleep(20);
  const page = await readFile(
    new URL('../../../docs/how-to/stop-an-application.md', import.meta.url),
    'utf8',
  );
  const [, line = ''] = /^ExecStart=\/bin\/sh -c '(.*)'$/m.exec(page) ?? [];
  expect(line).toContain('/var/lib/holdfast/');
  const command = line.replace('/var/lib/holdfast', app.leases);
  const hook = () => spawn('sh', ['-c', command], { stdio: 'ignore' });
  await Promise.all([hook(), hook()].map((one) => once(one, 'exit')));
  await app.untilItRuns();
  expect(await app.starts()).toBe(1);
  expect(await readFile(join(app.lease, 'log'), 'utf8')).toContain('the application runs');
  await lease.resume(NEVER);
});
