import type { BackupPlan, RestoreStep, Saved, Site } from '../../src/apps/application.ts';
import { findApplication } from '../../src/apps/applications.ts';
import { startStep, stopStep } from '../../src/apps/control.ts';
import { fromText } from '../../src/bytestring.ts';
import type { ImageRole } from '../../src/drills/wishes.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import type { BackupOptions } from '../../src/operations/backup/options.ts';
import { withPlan } from '../../src/operations/backup/planned-backup.ts';
import type { BackupResult } from '../../src/operations/backup/result.ts';
import type { DrillOptions } from '../../src/operations/drill.ts';
import {
  type RestoreApplicationResult,
  restoreApplication,
} from '../../src/operations/restore-application.ts';
import type { BlobSource } from '../../src/repository/blob-source.ts';
import { resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../../src/repository/repository.ts';
import { configureSaved } from '../../src/settings/application.ts';
import { BackupFixture } from '../operations/backup/fixture.ts';
import { drillOf } from '../operations/drill/fixture.ts';
import { startDocker, type TestEngine } from '../services/container-engine.ts';
import { makeToolsImage } from '../services/drill-images.ts';
import { restic } from '../services/restic.ts';

export const TARGET = 'app';

type SaveOptions = Partial<BackupOptions> & {
  readonly env?: NodeJS.ProcessEnv;
  readonly held?: 'under a lease' | 'by hand' | 'stopped already';
};

interface PutBackOptions {
  readonly dryRun?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly owners?: 'numeric' | 'names';
}

/** An application on this machine, in a folder of the test's own, with a repository beside it. */
export class ApplicationFixture {
  readonly backups: BackupFixture;
  host: Host = localHost();
  readonly messages: string[] = [];
  /** How another host is reached. */
  connect: (address: string) => Promise<Host> = async () => localHost();

  private constructor(backups: BackupFixture) {
    this.backups = backups;
  }

  static async create(): Promise<ApplicationFixture> {
    const fixture = new ApplicationFixture(await BackupFixture.create());
    // Other accounts go through it.
    await fixture.sh('chmod 755 .');
    return fixture;
  }

  /** The same with another host in place of this machine, which must be one on it. */
  on(host: Host): this {
    this.host = host;
    return this;
  }

  get folder(): string {
    return this.backups.folder;
  }

  get #leases() {
    return fromText(`${this.folder}/leases`);
  }

  sh(script: string): Promise<string> {
    return this.backups.sh(script);
  }

  site(env: NodeJS.ProcessEnv = {}): Site {
    return {
      host: this.host,
      signal: new AbortController().signal,
      env,
      connect: (address) => this.connect(address),
      onInfo: (message) => this.messages.push(message),
      onWarning: (message) => this.messages.push(message),
    };
  }

  /**
   * Plans a backup by a profile, and runs it. `under a lease` takes some 5 s more; `by hand` the same commands stop and start
   * it without one; `stopped already` by the test, or not at all.
   */
  async save(
    profile: string,
    settings: object,
    { env, held = 'under a lease', ...options }: SaveOptions = {},
  ): Promise<BackupResult> {
    const site = this.site(env);
    const application = findApplication(profile, 'app').configure(settings, 'the options');
    const whole = await application.planBackup(site);
    const plan = held === 'under a lease' ? whole : { ...whole, nodes: [] };
    const stop = {
      leaseMs: 20_000,
      longestMs: 60_000,
      holder: 'a test',
      folder: this.#leases,
      connect: async () => unclosed(this.host),
    };
    const asked = { ...this.backups.options, paths: [], target: TARGET, ...options };
    const byHand = held === 'by hand' ? plan.control : null;
    // Asked while it runs still; the backup would ask what is stopped by then.
    if (byHand !== null) await plan.beforeStop?.(site);
    const rest = byHand === null ? plan : { ...plan, beforeStop: undefined };
    const planned = withPlan(asked, rest, { site, stop });
    if (held === 'under a lease') return this.backups.backup(planned, { host: this.host });
    if (byHand !== null) await runStep(stopStep(application.title, byHand), site);
    const result = await this.backups.backup({ ...planned, quiesce: undefined }, { host: this.host });
    if (byHand !== null) await runStep(startStep(application.title, byHand), site);
    return result;
  }

  /** What a profile says of a backup, without one. */
  plan(profile: string, settings: object, env: NodeJS.ProcessEnv = {}): Promise<BackupPlan> {
    return findApplication(profile, 'app').configure(settings, 'the options').planBackup(this.site(env));
  }

  /** What a profile says of a restore, without one. */
  planBack(profile: string, settings: object, saved: Partial<Saved['record']> & { dumps?: Saved['dumps'] }) {
    const { dumps = [], ...record } = saved;
    const whole = { profile, version: null, settings: {}, facts: {}, running: false, ...record };
    const application = findApplication(profile, 'app').configure(settings, 'the options');
    return application.planRestore(this.site(), { record: whole, dumps });
  }

  /** Puts the newest snapshot back as its profile says. */
  async putBack(
    options: readonly string[] = [],
    how: PutBackOptions = {},
  ): Promise<RestoreApplicationResult> {
    return this.backups.withRepository(async (source) =>
      this.putBackFrom({ source, snapshot: await resolveSnapshot(source, 'latest') }, options, how),
    );
  }

  /** The same from a repository or an archive. */
  async putBackFrom(
    { source, snapshot }: { source: Repository | BlobSource; snapshot: StoredSnapshot },
    options: readonly string[] = [],
    { dryRun = false, env = {}, owners = 'numeric' }: PutBackOptions = {},
  ): Promise<RestoreApplicationResult> {
    const how = {
      snapshot,
      configure: (record: RestoreApplicationResult['record']) =>
        configureSaved(record, { app: null, options }, (word) => `--${word}`),
      overwrite: 'always',
      delete: false,
      owners,
      verify: true,
      dryRun,
      noLock: false,
      retryLockMs: 0,
      leases: this.#leases,
    } as const;
    const reporter = {
      onProgress: () => {},
      onInfo: (message: string) => this.messages.push(message),
      onWarning: (message: string) => this.messages.push(message),
    };
    return restoreApplication(this.site(env), source, how, reporter);
  }

  /**
   * Drills the newest snapshot in a folder, as a quarter's drill does: why it failed, and which of the profile's checks passed there.
   * @param leaveOut Dumps and checks that need more than a folder.
   */
  async drill(leaveOut: readonly string[] = []) {
    return this.#drill({ leaveOut });
  }

  /**
   * The same in real containers: the files in one that has the tools of the profiles' checks, databases in those of their servers.
   * @param makers By the servers that the dumps need.
   */
  async drillInContainers(
    leaveOut: readonly string[] = [],
    makers: Partial<Record<ImageRole, (engine: TestEngine, name: string) => Promise<void>>> = {},
  ) {
    const docker = await startDocker();
    try {
      const all = Object.entries({ files: makeToolsImage, ...makers });
      await Promise.all(all.map(([role, make]) => make(docker, `drill-${role}`)));
      const images = Object.fromEntries(all.map(([role]) => [role, `drill-${role}`]));
      const result = await this.#drill({ leaveOut, images, engineEnvironment: docker.environment });
      const left = `${await docker.client('ps', '-aq')}${await docker.client('volume', 'ls', '-q')}`;
      return { ...result, left };
    } finally {
      await docker.stop();
    }
  }

  async #drill(options: Partial<DrillOptions>) {
    const { passed, reasons, checks } = await drillOf(this.backups, options);
    const proved = checks.filter(({ kind, result }) => kind === 'application' && result === 'passed');
    const names = proved.map(({ name }) => name.split('/')[1]).filter((name) => name !== undefined);
    return { passed, reasons, proved: names.join(' ') };
  }

  /** What stock restic finds in the newest snapshot, below a folder of the fixture; without our own things. */
  async saved(below = this.folder): Promise<string[]> {
    const lines = (await restic(this.backups.restic, ['ls', 'latest', '--json'])).trim().split('\n');
    return lines
      .map((line) => JSON.parse(line).path as string | undefined)
      .filter((path) => path?.startsWith(`${below}/`))
      .map((path) => (path as string).slice(below.length + 1));
  }

  /** What the newest snapshot's manifest says of the application. */
  async record() {
    const json = await restic(this.backups.restic, ['dump', 'latest', `/.holdfast/${TARGET}/manifest.json`]);
    return JSON.parse(json).application;
  }

  async remove(): Promise<void> {
    await this.host.close();
    await this.backups.remove();
  }
}

async function runStep(step: RestoreStep, site: Site): Promise<void> {
  if (step.kind === 'run') await step.run(site);
}

/** Whoever closes it leaves it open: it is one for the whole test. */
function unclosed(host: Host): Host {
  return { ...host, start: (script, options) => host.start(script, options), close: async () => {} };
}
