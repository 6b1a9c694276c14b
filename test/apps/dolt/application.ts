import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOLT_FOLDER, DoltServer } from '../../services/dolt.ts';
import type { ApplicationFixture } from '../fixture.ts';

export const KEEPER = `k '"$9f3kq`;

/** Two databases; of one two branches, each with uncommitted work, a tag, a stash, a remote, a named backup. */
const DATABASES = `
CREATE DATABASE app; USE app;
CREATE TABLE t (id int primary key, v varchar(100));
INSERT INTO t VALUES (1,'a'),(2,''); CALL dolt_commit('-Am','first'); CALL dolt_tag('v1', '-m', 'the first');
CALL dolt_branch('feature/x'); CALL dolt_checkout('feature/x');
INSERT INTO t VALUES (3,'feature'); CALL dolt_commit('-am','second');
INSERT INTO t VALUES (4,'stashed'); CALL dolt_stash('push','kept'); INSERT INTO t VALUES (14,'uncommitted on x');
CALL dolt_checkout('main');
INSERT INTO t VALUES (5,'staged'); CALL dolt_add('t'); INSERT INTO t VALUES (6,'unstaged'); CREATE TABLE untracked (a int primary key);
CALL dolt_remote('add','origin','file://FOLDER/remote'); CALL dolt_push('origin','main'); CALL dolt_push('origin','feature/x');
CALL dolt_backup('add','nightly','file://FOLDER/nightly/app');
CREATE DATABASE \`sec-ond\`; USE \`sec-ond\`; CREATE TABLE s (a int primary key); INSERT INTO s VALUES (1);
CALL dolt_commit('-Am','of the second');`;

const USERS = `USE app;
CREATE USER 'reader'@'%' IDENTIFIED BY 'pw'; GRANT SELECT ON app.* TO 'reader'@'%';
CREATE ROLE editors; GRANT INSERT ON app.t TO editors; GRANT editors TO 'reader'@'%';
CREATE USER 'keeper'@'%' IDENTIFIED BY '${KEEPER.replaceAll("'", "''")}'; GRANT ALL ON *.* TO 'keeper'@'%' WITH GRANT OPTION;
INSERT INTO dolt_branch_control VALUES ('%','%','root','localhost','admin'), ('%','%','keeper','%','admin');
DELETE FROM dolt_branch_control WHERE user = '%';
INSERT INTO dolt_branch_control VALUES ('app','feature/%','reader','%','write');
INSERT INTO dolt_branch_namespace_control VALUES ('app','feature/%','reader','%');`;

/** A real Dolt server that shell commands stop and start, with a configuration that names its folder by a variable. */
export class DoltApplication {
  readonly server: DoltServer;
  dataFolder: string;
  readonly #fixture: ApplicationFixture;

  private constructor(server: DoltServer, fixture: ApplicationFixture) {
    this.server = server;
    this.dataFolder = server.dataFolder;
    this.#fixture = fixture;
  }

  static async start(fixture: ApplicationFixture): Promise<DoltApplication> {
    const server = await DoltServer.start();
    const application = new DoltApplication(server, fixture);
    const { folder } = server;
    await server.sql(DATABASES.replaceAll('FOLDER', folder));
    await server.sql(USERS);
    await server.stop();
    await fixture.sh(`cd ${folder}
sed -i "s|^data_dir: .*|data_dir: \\"\\\${DATA}\\" # as the environment says|; s|^cfg_dir.*|behavior:\\n  autocommit: true|" config.yaml
printf 'DATA=%s\\n' ${folder}/data >dolt.env
mkdir home/.dolt/creds; echo secret >home/.dolt/creds/one.jwk; chmod 600 home/.dolt/creds/one.jwk`);
    await writeFile(
      join(folder, 'start'),
      `cd ${folder} || exit 1
. ./dolt.env; export DATA HOME=${folder}/home DOLT_DISABLE_EVENT_FLUSH=1
setsid timeout 600 ${DOLT_FOLDER}/dolt sql-server --config config.yaml </dev/null >>log 2>&1 &
`,
    );
    await application.start();
    return application;
  }

  get folder(): string {
    return this.server.folder;
  }

  settings(more: object = {}): Record<string, unknown> {
    const { folder } = this;
    return {
      config: `${folder}/config.yaml`,
      'environment-files': [`${folder}/dolt.env`],
      root: `${folder}/home`,
      bin: DOLT_FOLDER,
      server: `dolt://keeper@127.0.0.1:${this.server.port}?password-env=PW`,
      staging: this.server.staging,
      'work-folder': `${folder}/work`,
      'system-files': [],
      stop: [`kill -TERM "$(cut -d : -f 1 ${this.dataFolder}/.dolt/sql-server.info)"`],
      start: [`sh ${folder}/start`],
      ...more,
    };
  }

  /** By Dolt's own words: every branch, tag, stash, what is uncommitted, users, grants, branch control. */
  async everything(port = this.server.port): Promise<string> {
    return this.server.sql(
      `USE app; SELECT name, hash FROM dolt_branches; SELECT tag_name, tag_hash, message FROM dolt_tags;
      SELECT * FROM dolt_stashes; SELECT * FROM dolt_status; SELECT * FROM t; SELECT commit_hash, message FROM dolt_log;
      SELECT name, url FROM dolt_remotes; SELECT name, url FROM dolt_backups;
      SELECT hashof('main'), hashof('feature/x'), dolt_hashof_db('HEAD'), dolt_hashof_db('STAGED'), dolt_hashof_db('WORKING');
      USE \`app/feature/x\`; SELECT * FROM dolt_status; SELECT * FROM t; SELECT dolt_hashof_db('WORKING');
      USE \`sec-ond\`; SELECT name, hash FROM dolt_branches; SELECT dolt_hashof_db('WORKING');
      SELECT User, Host, plugin, hex(authentication_string), account_locked FROM mysql.user WHERE User <> '__dolt_local_user__' ORDER BY User, Host;
      SHOW GRANTS FOR 'reader'@'%'; SHOW GRANTS FOR editors; SHOW GRANTS FOR 'keeper'@'%';
      SELECT * FROM dolt_branch_control ORDER BY user, branch; SELECT * FROM dolt_branch_namespace_control`,
      port,
    );
  }

  /** Onto a Btrfs of its own, as a subvolume. */
  async moveToVolume(): Promise<void> {
    await this.stop();
    await this.#fixture.sh(`cd ${this.folder}; mkdir volume state; truncate -s 130M image; mkfs.btrfs -q image; mount -o loop image volume
      btrfs -q subvolume create volume/data; cp -a data/. volume/data/; echo DATA=${this.folder}/volume/data >dolt.env`);
    this.dataFolder = `${this.folder}/volume/data`;
    await this.start();
  }

  async start(): Promise<void> {
    await this.#fixture.sh(
      `sh ${this.folder}/start; for i in $(seq 200); do [ -S ${this.folder}/socket ] && exit; sleep 0.05; done; exit 1`,
    );
  }

  async stop(): Promise<void> {
    const info = `${this.dataFolder}/.dolt/sql-server.info`;
    await this.#fixture.sh(`[ -e ${info} ] || exit 0
pid=$(cut -d : -f 1 ${info}); kill -TERM $pid || exit 0
while kill -0 $pid 2>/dev/null; do sleep 0.05; done`);
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.#fixture.sh(`umount ${this.folder}/small ${this.folder}/volume 2>/dev/null || true`);
    await rm(this.folder, { recursive: true, force: true });
  }
}
