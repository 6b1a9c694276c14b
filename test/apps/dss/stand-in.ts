import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { allProcesses, endProcesses } from '../../services/processes.ts';

const run = promisify(execFile);

/** DSS refuses to run as root. */
export const OWNER = 'nobody';

/**
 * What stands in for DSS: an installation whose programs behave as the vendor's do, and a data directory of the documented shape
 * with real repositories. Files beside it say how it misbehaves:
 * - `stubborn`: `stop` fails, and it runs on
 * - `slow`: it takes its time to stop, and is half stopped meanwhile
 * - `half`: one of its processes doesn't run
 * - `jobs`: what `dsscli jobs-list` prints
 */
export class DssStandIn {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** `install` and `data` below a folder. It is stopped. */
  static async create(root: string): Promise<DssStandIn> {
    await run('bash', ['-ec', MAKE, 'bash', root], { maxBuffer: 1 << 24 });
    return new DssStandIn(root);
  }

  get data(): string {
    return join(this.root, 'data');
  }

  get install(): string {
    return join(this.root, 'install');
  }

  settings(more: object = {}): object {
    return {
      'data-dir': this.data,
      'system-files': [`${this.root}/etc/dataiku/*/dataiku-boot.conf`],
      'stop-limit': '60s',
      'start-limit': '60s',
      ...more,
    };
  }

  /** As its owner. */
  async sh(script: string): Promise<string> {
    const as = ['--reuid', OWNER, '--regid', 'nogroup', '--clear-groups', 'bash', '-ec', script];
    return (await run('setpriv', as, { cwd: this.root })).stdout;
  }

  async runs(): Promise<boolean> {
    return (await this.sh('data/bin/dss status || true')).includes('RUNNING');
  }

  /** Stops it, and waits until its process is gone. */
  async stop(): Promise<void> {
    await this.sh(`pid=$(cat data/run/supervisord.pid); data/bin/dss stop
      while [ -e /proc/$pid ] && ! grep -q ' Z ' /proc/$pid/stat; do sleep 0.02; done`);
  }

  async remove(): Promise<void> {
    const ours: number[] = [];
    for (const { pid } of await allProcesses()) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (pid > 1 && line.includes(this.root)) ours.push(pid);
    }
    await endProcesses(ours);
  }
}

const MAKE = `
umask 022
mkdir -p "$1"/{install,data,etc/dataiku/main} && cd "$1"
echo "DIP_HOME=$1/data" >etc/dataiku/main/dataiku-boot.conf
echo '{"product_version":"13.1.2","conf_version":"42"}' >install/dss-version.json
cat >install/dss <<'END'
#!/bin/bash
[ "$(id -u)" != 0 ] || { echo "Can't run as root" >&2; exit 1; }
cd "$(dirname "$0")/.." || exit 1
pid=$(cat run/supervisord.pid 2>/dev/null)
alive() { [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && ! grep -q ' Z ' "/proc/$pid/stat"; }
case $1 in
  status)
    alive || { echo 'DSS supervisor is not running'; exit 1; }
    [ -e run/up ] && state=RUNNING || state=STARTING
    echo "backend                          $state   pid 4711, uptime 0:00:07"
    echo "ipython                          $([ -e ../half ] && echo FATAL || echo RUNNING)   pid 4712, uptime 0:00:07"
    echo "nginx                            RUNNING   pid 4713, uptime 0:00:07" ;;
  start)
    alive && { echo 'DSS supervisor is already running'; exit 1; }
    mkdir -p run; rm -f run/up
    bash -c 'echo $$ >run/supervisord.pid; exec -a "$0/supervisord" sleep 1000' "$PWD" </dev/null >/dev/null 2>&1 &
    (sleep 0.3; : >run/up) </dev/null >/dev/null 2>&1 &
    # Its limit for the backend is shorter than what that takes.
    echo 'Timed out waiting for the backend'; exit 1 ;;
  stop)
    alive || { echo 'DSS supervisor is not running'; exit 1; }
    [ ! -e ../stubborn ] || { echo 'Timed out'; exit 1; }
    [ ! -e ../slow ] || rm -f run/up
    (sleep $([ -e ../slow ] && echo 1.5 || echo 0.2); rm -f run/supervisord.pid run/up; kill "$pid") </dev/null >/dev/null 2>&1 &
    echo 'Waiting for DSS supervisor to stop ...' ;;
esac
END
cat >install/dsscli <<'END'
#!/bin/bash
cd "$(dirname "$0")/.." || exit 1
case $1 in
  jobs-list) cat ../jobs 2>/dev/null || echo '[{"id":"old","state":"DONE"}]' ;;
  scenario-runs-list) echo '[]' ;;
esac
END
cat >install/dssadmin <<'END'
#!/bin/bash
echo "$(id -un) dssadmin $*" >>"$(dirname "$0")/../../events"
END
cat >install/installer.sh <<'END'
#!/bin/bash
[ "$(id -u)" != 0 ] || { echo 'Do not run as root' >&2; exit 1; }
[ "$1 $3 $4" = '-d -u -y' ] || exit 1
echo "$(id -un) installer" >>"$2/../events"
cp "$(dirname "$0")/dss-version.json" "$2/"
ln -sfn "$(dirname "$0")"/{dss,dsscli,dssadmin} "$2/bin/"
mkdir -p "$2/pyenv"; echo new >"$2/pyenv/version"
END
chmod 755 install/{dss,dsscli,dssadmin,installer.sh}
cd data
mkdir -p {analysis-data,bin,code-envs,config/projects/SHOP/scenarios,databases,install-support,lib,local,managed_datasets,managed_folders,plugins,privtmp,pyenv,saved_models,timelines,uploads,tmp,caches,jobs,run,extra,_pre_migration_backup_1}
printf '[general]\\nnodetype = design\\ninstallid = abc123\\n[server]\\nport = 11000\\n' >install.ini
cp ../install/dss-version.json .
ln -s "$1"/install/{dss,dsscli,dssadmin} bin/
printf '#!/bin/bash\\necho "$(id -un) pip $*" >>"$(dirname "$0")/../../events"\\n[ "$1" = freeze ] && echo pandas==1.5.3; exit 0\\n' >bin/pip
chmod 755 bin/pip
echo '{}' >config/general-settings.json; echo '{"a":1}' >config/license.json; echo '{}' >config/projects/SHOP/params.json; echo '{}' >config/projects/SHOP/scenarios/NIGHTLY.json
git -C config init -q; git -C config add .; git -C config -c user.name=a -c user.email=a@b commit -qm one
echo "$1/data" >install-support/expected-dip-home.txt; echo key >install-support/supervisord.key; chmod 600 install-support/supervisord.key
printf 'H:2,block:5,blockSize:1000' >databases/flow_state.mv.db
for name in analysis-data code-envs lib managed_datasets managed_folders saved_models uploads tmp caches jobs extra _pre_migration_backup_1; do echo "$name" >"$name/file"; done
echo old >pyenv/version; echo log >run/backend.log; chmod 750 privtmp
cd ..; touch events; chmod 666 events; chmod 1777 .
chown -R nobody:nogroup data install
`;
