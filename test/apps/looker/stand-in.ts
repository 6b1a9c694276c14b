import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { allProcesses, endProcesses } from '../../services/processes.ts';

const run = promisify(execFile);

/**
 * What stands in for Looker: a start script that behaves as the vendor's does, delays and lies included, over a home of the
 * documented shape with a real HSQLDB, real keys and real repositories. Files beside it say how it misbehaves:
 * - `stubborn`: `stop` says that it stopped, and it runs on
 * - `slow`: its process lives so many tenths of a second longer than its port
 * - `lame`: `start` says that it started, and it doesn't
 */
export class LookerStandIn {
  readonly home: string;

  private constructor(home: string) {
    this.home = home;
  }

  get folder(): string {
    return join(this.home, 'looker');
  }

  /** @param template A home that `makeHome` made. */
  static async create(template: string, home: string): Promise<LookerStandIn> {
    await run('cp', ['-a', template, home]);
    const looker = new LookerStandIn(home);
    await looker.sh('./looker start');
    return looker;
  }

  /** What is saved of it, and what isn't. Takes some seconds: a JVM's. */
  static async makeHome(home: string): Promise<void> {
    await run('mkdir', ['-p', `${home}/looker`]);
    await writeFile(`${home}/looker/looker`, START_SCRIPT);
    await chmod(`${home}/looker/looker`, 0o755);
    await writeFile(`${home}/Sql.java`, SQL_PROGRAM);
    await run('bash', ['-ec', HOME], { cwd: home });
  }

  /** Settings for it, run as the account that the tests run as. */
  settings(more: object = {}): object {
    return {
      user: 'root',
      home: this.home,
      'system-files': [`${dirname(this.home)}/etc/looker.service`],
      'environment-files': [`${dirname(this.home)}/etc/looker.env`],
      'version-command': 'cat version.txt',
      'stop-limit': '60s',
      ...more,
    };
  }

  async sh(script: string): Promise<string> {
    return (await run('setsid', ['bash', '-ec', script], { cwd: this.folder })).stdout;
  }

  /** How often `start` was called since it was made. */
  async starts(): Promise<number> {
    return (await readFile(join(this.home, 'starts'), 'utf8')).length - 1;
  }

  async runs(): Promise<boolean> {
    return (await this.sh('./looker status && echo yes || true')).includes('yes');
  }

  /** Stops it, and waits until its process is gone. */
  async stop(): Promise<void> {
    await this.sh(`./looker stop; pid=$(cat .tmp/looker.pid)
      while [ -e /proc/$pid ] && ! grep -q ' Z ' /proc/$pid/stat; do sleep 0.02; done; rm .tmp/looker.pid`);
  }

  async remove(): Promise<void> {
    const ours: number[] = [];
    for (const { pid } of await allProcesses()) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (pid > 1 && line.includes(this.home)) ours.push(pid);
    }
    await endProcesses(ours);
  }
}

/** The port is a file that a process holds; what it exits with is as the vendor's script has it. */
const START_SCRIPT = `#!/bin/bash
cd "$(dirname "$0")" || exit 1
[ -r lookerstart.cfg ] && . ./lookerstart.cfg
here=$PWD
alive() { [ -s .tmp/looker.pid ] && kill -0 "$(cat .tmp/looker.pid)" 2>/dev/null && ! grep -q ' Z ' "/proc/$(cat .tmp/looker.pid)/stat"; }
[ "$1" = status ] || echo "$1 $here" >>"$(dirname "$(dirname "$here")")/events"
case $1 in
  start)
    printf s >>../starts
    [ -e .deploying ] && exit 1
    alive && exit 0
    mkdir -p .tmp .cache log
    [ -e ../lame ] && exit 0
    echo token >.status_server_token; date >.db/looker.lck; date >>log/looker.log; date >.cache/x
    sed -i s/modified=no/modified=yes/ .db/looker.properties 2>/dev/null
    # The JVM: its port answers a moment later.
    bash -c 'echo $$ >.tmp/looker.pid; sleep 0.2; echo "up $0" >>"$0/../../events"; : >.tmp/port; exec -a "$0" sleep 1000' "$here" </dev/null >/dev/null 2>&1 & ;;
  stop)
    [ -e ../stubborn ] && exit 0
    alive || exit 0
    rm -f .tmp/port .status_server_token
    pid=$(cat .tmp/looker.pid)
    sed -i s/modified=yes/modified=no/ .db/looker.properties 2>/dev/null
    [ -e ../killed ] && sed -i s/modified=no/modified=yes/ .db/looker.properties
    rm -f .db/looker.lck
    (sleep "0.$(cat ../slow 2>/dev/null || echo 1)"; kill "$pid") </dev/null >/dev/null 2>&1 & ;;
  status) [ -e .tmp/port ] && exit 0; exit 7 ;;
  generate_keyfile_for_backup)
    [ -n "$LKR_MASTER_KEY_FILE$LKR_MASTER_KEY_ENV" ] || { echo 'Error: no master key'; exit 0; }
    [ -e .tmp/port ] && { echo 'Error: Looker is running'; exit 0; }
    printf '{"dbmk":"%s\\\\n","backup_uid":"%s"}' "$(head -c 32 /dev/urandom | base64 -w0)" "uid-$RANDOM$RANDOM" >"$2" ;;
  keystore_independent_recrypt)
    [ -s "$2" ] || { echo 'Error: no key file'; exit 0; }
    [ -e ../no-recrypt ] && exit 0
    sed -i "s/'by-the-keystore'/'by-the-key-file'/" .db/looker.script ;;
  restore_dr_backup)
    [ -s "$2" ] || { echo 'Error: no key file'; exit 0; }
    sed -i "s/'by-the-key-file'/'by-the-keystore'/" .db/looker.script; cp "$2" ../restored-with ;;
  *) echo 'Usage: looker start|stop|status'; exit 0 ;;
esac
exit 0
`;

const SQL_PROGRAM = `import java.sql.*;
class Sql {
  public static void main(String[] args) throws Exception {
    try (Connection c = DriverManager.getConnection(args[0], "SA", ""); Statement s = c.createStatement()) {
      for (int i = 1; i < args.length; i++) s.execute(args[i]);
    }
  }
}
`;

const HOME = `
printf x >starts
echo 23.18.3 >looker/version.txt
head -c 3000 /dev/urandom >looker/looker.jar
java -cp /usr/share/java/hsqldb.jar Sql.java "jdbc:hsqldb:file:$PWD/looker/.db/looker" \\
  "CREATE TABLE KEYS (ID INTEGER PRIMARY KEY, KEK VARCHAR(100))" "INSERT INTO KEYS VALUES (1,'by-the-keystore')" \\
  "CREATE TABLE USERS (ID INTEGER PRIMARY KEY, NAME VARCHAR(100))" "INSERT INTO USERS VALUES (1,'ada')" SHUTDOWN
rm Sql.java
mkdir -p .ssh .lookerjmx looker/{deploy_keys,models/prod,.ssl,.snapshots,tunnel,'models-user-1/shop two'}
ssh-keygen -q -t ed25519 -N '' -f 'looker/deploy_keys/shop two'
ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519
echo monitor >.lookerjmx/jmxremote.access
echo cert >looker/.ssl/self-signed.pem; echo jar >looker/.snapshots/old.jar; echo prod >looker/models/prod/a.lkml
echo 'LOOKERARGS="--no-daemonize"' >looker/lookerstart.cfg
cd 'looker/models-user-1/shop two' && git init -q && echo 'view: a {}' >a.lkml && git add . && git -c user.name=a -c user.email=a@b commit -qm one
`;
