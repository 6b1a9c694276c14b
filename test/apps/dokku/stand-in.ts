import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';

const run = promisify(execFile);

/**
 * What stands in for Dokku: a program that behaves as Dokku's does, over folders of its shape with real repositories. `events` has
 * what it was told, but for questions.
 */
export class DokkuStandIn {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(folder: string): Promise<DokkuStandIn> {
    await run('bash', ['-ec', MAKE, 'bash', folder]);
    return new DokkuStandIn(folder);
  }

  /** This machine, on which `dokku` and `docker` are those, and whose own place of ours is in the folder. */
  host(): Host {
    const host = localHost();
    const ours = (script: string) =>
      `PATH=${this.folder}/bin:$PATH; export PATH\n${script.replaceAll('/var/lib/holdfast', `${this.folder}/ours`).replaceAll('/etc/default/dokku', `${this.folder}/etc/default`)}`;
    return {
      ...host,
      name: host.name,
      close: () => host.close(),
      start: (script, options) => host.start(ours(script), options),
    };
  }

  settings(more: object = {}): object {
    return {
      root: join(this.folder, 'home'),
      lib: join(this.folder, 'lib'),
      'system-files': [`${this.folder}/etc/dokku-*`],
      ...more,
    };
  }
}

const MAKE = `
mkdir -p "$1" && cd "$1"
mkdir -p bin ours etc home/{wiki,shop,.basher} lib/{config,data/apps/{wiki,shop},plugins/available/postgres,core-plugins} lib/services/{postgres/wiki-db,redis/cache}/data mounts/uploads
cat >bin/dokku <<'END'
#!/bin/bash
here=$(dirname "$(dirname "$0")"); cd "$here" || exit 1
case $1 in
  version) echo 'dokku version 0.35.20'; exit ;;
  apps:locked) [ -e "lib/data/apps/$2/.deploy.lock" ]; exit ;;
  plugin:trigger) [ ! -e short ] || { echo postgres:wiki-db; exit 1; }; cd lib/services 2>/dev/null && for one in */*/; do [ ! -d "$one" ] || { one=\${one%/}; echo "\${one/\\//:}"; }; done; exit ;;
  storage:list)
    [ ! -e puzzled ] || { echo 'storage: broken pipe' >&2; exit 1; }
    if [ -e old ]; then
      [ -z "$3" ] || { echo 'flag provided but not defined: -format' >&2; exit 1; }
      echo "-----> $2 volume bind-mounts:"; [ "$2" != wiki ] || printf '       %s\\n' "$here/mounts/uploads:/up" cache:/cache
      exit
    fi
    [ "$2" = wiki ] && echo "[{\\"host_path\\":\\"$here/mounts/uploads\\",\\"container_path\\":\\"/up\\"},{\\"host_path\\":\\"$here/lib/data/storage/wiki\\"}]" || echo '[]'; exit ;;
  apps:report) case $2$3 in shop--app-deploy-source) echo docker-image ;; shop--app-deploy-source-metadata) echo acme/shop:3 ;; *) echo ;; esac; exit ;;
  ps:report) [ "$3" != --deployed ] || { [ "$2" = fresh ] && echo false || echo true; }; exit ;;
  ps:rebuild) echo "$*" >>events; [ "$2" != broken ] || { echo 'Build failed' >&2; exit 1; }; exit ;;
  network:list) printf '=====> Networks\\nbridge\\nbackend\\n'; exit ;;
  network:exists) grep -qx "$2" networks 2>/dev/null; exit ;;
  plugin:list) echo '[{"name":"postgres","core":false}]'; exit ;;
  mongo:*) [ -e exports ] || { echo "\`$1\` is not a dokku command" >&2; exit 1; } ;;&
  *:info) [ -e "up-$1-$2" ] && echo running || echo exited; exit ;;
  *:export) ! { [ -e slow ] && rm slow; } || { echo 'the database system is starting up' >&2; exit 1; } ;;&
  *:export) [ -e "exports/\${1%:*}" ] && { cat "exports/\${1%:*}"; exit; } ;;&
  redis:export) echo 'Not yet implemented' >&2; exit 1 ;;
  postgres:export) [ ! -e deploying ] || "$here/bin/deploy" wiki; [ -e truncated ] && { echo 'FATAL: gone'; exit 0; }; [ -e dying ] && { echo PGDMP; exit 3; }; printf 'PGDMP\\001'; cat rows; exit ;;
  *:export) exit 1 ;;
  postgres:import) { dd bs=6 count=1 of=/dev/null 2>/dev/null; cat; } >rows ;;
  *:start)
    # As its plugins: without a container and without an image it only says so.
    if [ -e imageless ] && [ ! -e "container-\${1%:*}-$2" ]; then echo "Missing image for $2"; exit 0; fi
    : >"up-\${1%:*}:info-$2"; : >"container-\${1%:*}-$2" ;;
  *:pause) [ ! -e pauseless ] || { echo "\`$1\` is not a dokku command" >&2; exit 1; }; [ -e stubborn ] || rm -f "up-\${1%:*}:info-$2" ;;
  *:stop) [ -e stubborn ] || rm -f "up-\${1%:*}:info-$2" "container-\${1%:*}-$2" ;;
  apps:lock) : >"lib/data/apps/$2/.deploy.lock" ;;
  apps:unlock) rm "lib/data/apps/$2/.deploy.lock" || exit 1 ;;
esac
echo "$*" >>events
END
# A deploy holds the file's lock while it runs, whoever made the file, and removes it: acquire_app_deploy_lock of Dokku.
cat >bin/deploy <<'END'
#!/bin/bash
cd "$(dirname "$(dirname "$0")")" && exec 200>"lib/data/apps/$1/.deploy.lock" || exit 1
flock -n 200 || { echo "deploy of $1 refused" >>events; exit 0; }
echo "deploy of $1" >>events; flock -u 200; rm -f "lib/data/apps/$1/.deploy.lock"
END
printf '#!/bin/bash\\ncd "$(dirname "$(dirname "$0")")"; [ "$2" != inspect ] || { [ -e images ]; exit; }; echo "docker $*" >>events\\n' >bin/docker
chmod 755 bin/*
printf rows >rows; echo cron >etc/dokku-wiki; echo up >mounts/uploads/a; : >events
: >up-postgres:info-wiki-db; : >up-redis:info-cache; : >container-postgres-wiki-db; : >container-redis-cache
for app in wiki shop; do echo "export A=1" >home/$app/ENV; done
git -C home/wiki init -q --bare; rm -rf seed; git init -q seed; echo code >seed/code; git -C seed add .; git -C seed -c user.name=a -c user.email=a@b commit -qm one; git -C seed push -q ../home/wiki HEAD:refs/heads/master; rm -rf seed
for service in postgres/wiki-db redis/cache; do
  for name in IMAGE IMAGE_VERSION PASSWORD; do echo "$name" >lib/services/$service/$name; done
  echo hot >lib/services/$service/data/file
done
echo x >lib/plugins/available/postgres/plugin.toml; echo x >lib/core-plugins/x; echo x >home/.basher/x; echo x >lib/config/x
`;
