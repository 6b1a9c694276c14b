import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { allProcesses, endProcesses } from '../../services/processes.ts';

const run = promisify(execFile);

/**
 * What stands in for Kestra and for what runs it: programs that behave as Kestra's command line, `docker compose` and `systemctl` do,
 * over an internal storage of the documented shape. `events` has what was done. Files beside it say how it misbehaves:
 * - `stubborn`: `stop` does nothing, and exits 0
 * - `impatient`: what is stopped was killed (exit status 137)
 * - `unhealthy`: it comes up, and its health isn't UP
 * - `half`: of the compose file's services, the worker is stopped
 * - `no-backup-file`, `no-summary`: what its own backup lacks, although it exits 0
 * - `forgets`: its own restore brings back less than was saved, although it exits 0
 */
export class KestraStandIn {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** It is stopped. */
  static async create(root: string): Promise<KestraStandIn> {
    await run('bash', ['-ec', MAKE, 'bash', root]);
    return new KestraStandIn(root);
  }

  get storage(): string {
    return join(this.root, 'volumes/storage');
  }

  /** This machine, on which `docker` and `systemctl` are those. */
  host(): Host {
    const host = localHost();
    return {
      ...host,
      name: host.name,
      close: () => host.close(),
      start: (script, options) => host.start(`PATH=${this.root}/bin:$PATH; export PATH\n${script}`, options),
    };
  }

  /** By its compose file. */
  settings(more: object = {}): object {
    return {
      compose: `${this.root}/compose.yml`,
      services: ['worker', 'kestra'],
      'stop-limit': '2s',
      'start-limit': '2s',
      ...more,
    };
  }

  async sh(script: string): Promise<string> {
    return (await run('setsid', ['bash', '-ec', script], { cwd: this.root })).stdout;
  }

  /** What was done since the last time. */
  async events(): Promise<string[]> {
    return (await this.sh('cat events; : >events')).trim().split('\n');
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
mkdir -p "$1"/{bin,state,plugins,volumes/storage} && cd "$1"
: >events
cat >compose.yml <<END
services:
  postgres:
    image: postgres
  kestra:
    image: kestra/kestra:v0.22.3
    environment:
      KESTRA_CONFIGURATION: |
        datasources:
          postgres:
            url: jdbc:postgresql://postgres:5432/kestra
            driver-class-name: org.postgresql.Driver
            username: kestra
            password: k3str4
        kestra:
          encryption:
            secret-key: c2VjcmV0   # 32 bytes
          repository:
            type: postgres
          storage:
            type: local
            local:
              base-path: "/app/storage"
          queue:
            type: postgres
END
echo SECRET_GITHUB=aGVsbG8= >.env
printf jar >plugins/plugin.jar
for service in kestra worker; do echo exited 143 >state/$service; done
for unit in kestra.service kestra-worker.service; do echo inactive >state/$unit; done
for id in 4Xk 7Qz; do
  mkdir -p volumes/storage/main/company/team/etl/executions/$id/tasks/load
  head -c 3000 /dev/urandom >volumes/storage/main/company/team/etl/executions/$id/tasks/load/rows.ion
done
mkdir -p 'volumes/storage/main/_files/my folder'
echo 'print(1)' >'volumes/storage/main/_files/my folder/script é.py'

cat >bin/docker <<'END'
#!/bin/bash
here=$(cd "$(dirname "$(dirname "$0")")" && pwd); cd "$here" || exit 1
if [ "$1" = inspect ]; then
  case $3 in
    *Mounts*) printf '/app/storage\\t%s\\n/tmp/kestra-wd\\t/elsewhere\\n' "$here/volumes/storage" ;;
    *State.Status*) for id in "\${@:4}"; do id=\${id#id-}; read -r state code <state/$id || exit 1; echo "$id $state \${code:-0} False"; done ;;
  esac
  exit
fi
[ "$1 $2 $3" = "compose -f $here/compose.yml" ] || { echo "no such file: $3" >&2; exit 14; }
[ -e "$3" ] || { echo "open $3: no such file or directory" >&2; exit 14; }
shift 3
[ "$1" = ps ] || echo "docker compose $*" >>events
case $1 in
  ps) for id in "\${@:4}"; do [ ! -e "state/$id" ] || echo "id-$id"; done; exit ;;
  stop) [ -e stubborn ] || { [ -e impatient ] && echo exited 137 >"state/$4" || echo exited 143 >"state/$4"; } ;;
  start) [ -e "state/$2" ] && { echo running >"state/$2"; [ ! -e half ] || echo exited 1 >state/worker; } ;;
  up) echo running >"state/$5" ;;
  run) shift 5; exec bin/kestra "$@" ;;
esac
END

cat >bin/systemctl <<'END'
#!/bin/bash
here=$(cd "$(dirname "$(dirname "$0")")" && pwd); cd "$here" || exit 1
case "$1 $3" in
  'show LoadState') if [ -e "state/$6" ]; then printf 'LoadState=loaded\nActiveState=%s\n' "$(cat "state/$6")"; else printf 'LoadState=not-found\nActiveState=inactive\n'; fi; exit ;;
  'show TimeoutStopUSec') echo '1min 30s'; exit ;;
  'show Result') echo success; exit ;;
esac
[ "$1" = cat ] && { [ -e "state/$2" ]; exit; }
echo "systemctl $*" >>events
case $1 in
  stop) echo inactive >"state/$2" ;;
  start) echo active >"state/$2" ;;
esac
END

cat >bin/kestra <<'END'
#!/bin/bash
here=$(cd "$(dirname "$(dirname "$0")")" && pwd)
storage=$here/volumes/storage
summary="[Flow: 2, Trigger: 1, NamespaceFile: 7, User: 3]"
case "$1 $2" in
  '--version '*) echo 'WARN JVM: something about a JVM 21.0.2'>&2; cat "$here/version" 2>/dev/null || echo 0.22.3 ;;
  'server '*)
    echo 'kestra starts'
    trap 'sleep 0.3; exit 143' TERM
    while :; do sleep 0.1; done ;;
  'backups create')
    echo "kestra $*" >>"$here/events"
    uri=/backups/\${3,,}/backup-20260101.kestra
    [ -e "$here/no-backup-file" ] || { mkdir -p "$storage/main/backups/\${3,,}"; echo "encrypted $*" >"$storage/main$uri"; }
    echo '12:00:00.000 INFO  main i.k.c.c.backups.BackupCreateCommand Writing'
    [ -e "$here/no-summary" ] || { echo "Backup created: kestra://$uri"; echo "Backup summary: $summary"; } ;;
  'backups restore')
    echo "kestra $*" >>"$here/events"
    [ -e "$storage/main\${3#kestra://}" ] || { echo "not found: $3" >&2; exit 0; }
    [ -e "$here/forgets" ] && echo 'Restore summary: [User: 3, Flow: 1, NamespaceFile: 7, Trigger: 1]' || echo 'Restore summary: [User: 3, NamespaceFile: 7, Flow: 2, Trigger: 1]' ;;
  'sys-ee restore-queue' | 'sys restore-queue') echo "kestra $*" >>"$here/events" ;;
  *) echo "Unmatched arguments: $*" >&2; exit 2 ;;
esac
END
chmod 755 bin/*
`;
