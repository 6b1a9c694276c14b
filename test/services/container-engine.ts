import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { quickFolder } from '../memory-disk.ts';
import { pidInNamespaceOf } from './processes.ts';
import { ENDED_WITH_US } from './sshd.ts';

const run = promisify(execFile);

export interface TestEngine {
  readonly folder: string;
  /** For connectContainer. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the client; gives what it prints. */
  client(...words: string[]): Promise<string>;
  /** Makes an image that holds these programs of this machine, with the libraries that they load. */
  makeImage(name: string, contents: ImageContents): Promise<void>;
  /** Starts a container without a network, which sleeps; more `docker run` options may be given. Gives its ID. */
  startContainer(image: string, name: string, options?: readonly string[]): Promise<string>;
  /** The number here of a process in the container. */
  pidHere(container: string, pid: number): Promise<number>;
  stop(): Promise<void>;
}

export interface ImageContents {
  /** By name; of one given by its path, only the libraries: it is to be mounted. */
  readonly programs: readonly string[];
  /** busybox, by all of its names that `programs` don't take. */
  readonly hasBusybox?: boolean;
  /** Folders and files of this machine at their own places, or `FROM TO`, with the libraries that their programs load. */
  readonly paths?: readonly string[];
  /** As of a Dockerfile: `ENV A=b`, `VOLUME /data`. */
  readonly changes?: readonly string[];
}

/** Debian's own, as on any Debian host. */
export const DEBIAN_PROGRAMS =
  'sh env id uname sleep cat head tail echo printf kill ps grep setsid find tar stat xargs mkdir rmdir rm mv ln ls chmod chown touch df getfattr mktemp readlink seq true false test cp sync sed dd wc cmp mknod sha256sum date realpath tr sort awk cut comm od nproc'.split(
    ' ',
  );

const FURNISH = String.raw`
  cd "$1"; busybox=$2; shift 2
  mkdir -p bin etc proc tmp dev data usr/bin opt/app/conf; chmod 1777 tmp; chmod 755 .; echo layer >opt/app/conf/site
  printf 'root:x:0:0:root:/:/bin/sh\napp:x:1000:1000:app:/data:/bin/sh\npostgres:x:999:999::/:/bin/sh\nmysql:x:998:998::/:/bin/sh\nredis:x:997:997::/:/bin/sh\nopensearch:x:996:996::/:/bin/sh\n' >etc/passwd
  printf 'root:x:0:\napp:x:1000:\npostgres:x:999:\nmysql:x:998:\nredis:x:997:\nopensearch:x:996:\n' >etc/group
  libraries() { ldd "$1" 2>/dev/null | grep -o '/[^ ]*' | while read -r library; do
    [ -e ".$library" ] || { mkdir -p ".$(dirname "$library")"; cp -L "$library" ".$library"; }
  done; }
  for program; do
    case $program in /*) libraries "$program"; continue ;; esac
    path=$(command -v "$program" || PATH="$PATH:/sbin:/usr/sbin" command -v "$program")
    case $path in /*) ;; *) path=$(env which "$program") ;; esac
    cp -L "$path" "bin/$program"; libraries "$path"
  done
  while read -r path at; do
    [ -n "$at" ] || at=$path
    mkdir -p ".$(dirname "$at")"; cp -a "$path" ".$at"
    find ".$at" -type f \( -perm -100 -o -name '*.so' \) | while read -r program; do libraries "$program"; done
  done
  [ "$busybox" = no ] || {
    path=$(command -v busybox); cp -L "$path" bin/busybox; libraries "$path"
    for applet in $(busybox --list); do [ -e "bin/$applet" ] || ln -s busybox "bin/$applet"; done
  }
`;

export interface DockerOptions {
  /** More of dockerd's own words: `-H tcp://127.0.0.1:4711`. */
  readonly words?: readonly string[];
  /** What makes users and their ranges as root of a machine: a line each of /etc/subuid and /etc/subgid, seen by this dockerd alone. */
  readonly subordinateIds?: string;
}

/** A dockerd of the test's own, in a folder of its own; containers have no network. Needs root. */
export async function startDocker({ words = [], subordinateIds }: DockerOptions = {}): Promise<TestEngine> {
  const folder = await mkdtemp(join(quickFolder(), 'holdfast-docker-'));
  const at = (name: string) => join(folder, name);
  const environment = { DOCKER_HOST: `unix://${at('socket')}` };
  const daemon = ['dockerd', '--bridge=none', '--iptables=false', '--ip6tables=false', '--log-level=warn'];
  const places = [`--data-root=${at('data')}`, `--exec-root=${at('exec')}`, `--pidfile=${at('pid')}`];
  const command = `exec >${at('log')} 2>&1\n${ENDED_WITH_US}`;
  const apart = await seeingAlone(folder, subordinateIds);
  const argv = [...apart, ...daemon, ...places, '-H', environment.DOCKER_HOST, ...words];
  const server = spawn('sh', ['-c', command, 'sh', ...argv], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    const containers = await engine.client('ps', '-aq').catch(() => '');
    if (containers !== '') await engine.client('rm', '-f', ...containers.split('\n'));
    server.stdin.end();
    await ended;
    await run('rm', ['-rf', '--one-file-system', folder]);
  };
  const engine = testEngine('docker', folder, environment, stop);
  for (;;) {
    if (await engine.client('version').then(() => true, () => false)) return engine; // biome-ignore format: one thought
    if (server.exitCode !== null) {
      throw new Error(`dockerd does not start:\n${(await run('tail', [at('log')])).stdout}`);
    }
    await sleep(50);
  }
}

/** What starts a program that finds these lines in the files of subordinate IDs, which stay as they are for all others. */
async function seeingAlone(folder: string, lines: string | undefined): Promise<string[]> {
  if (lines === undefined) return [];
  const file = join(folder, 'subordinate-ids');
  await writeFile(file, lines);
  await chmod(folder, 0o711); // root of a container isn't the folder's owner
  const mounts = ['/etc/subuid', '/etc/subgid'].map((place) => `mount --bind ${file} ${place}`);
  return ['unshare', '--mount', 'sh', '-c', `${mounts.join(' && ')} && exec "$@"`, 'sh'];
}

/** Podman with storage and settings of the test's own. Needs root. */
export async function startPodman(): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-podman-'));
  const at = (name: string) => join(folder, name);
  const limits = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]\n';
  const settings = `[engine]\ncgroup_manager = "cgroupfs"\nruntime = "runc"\nevents_logger = "file"\ntmp_dir = "${at('tmp')}"\n`;
  await writeFile(at('containers.conf'), limits + settings);
  const storage = `driver = "overlay"\ngraphroot = "${at('data')}"\nrunroot = "${at('run')}"\n`;
  await writeFile(at('storage.conf'), `[storage]\n${storage}`);
  const environment = {
    CONTAINERS_CONF: at('containers.conf'),
    CONTAINERS_STORAGE_CONF: at('storage.conf'),
  };
  const stop = async () => {
    await engine.client('rm', '--all', '--force', '--time', '0');
    await run('umount', [join(folder, 'data', 'overlay')]).catch(() => undefined);
    await run('rm', ['-rf', '--one-file-system', folder]);
  };
  const engine = testEngine('podman', folder, environment, stop);
  return engine;
}

function testEngine(
  program: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  stop: () => Promise<void>,
): TestEngine {
  const client = async (...words: string[]) => {
    const { stdout } = await run(program, words, { env: { ...process.env, ...environment } });
    return stdout.trim();
  };
  return {
    folder,
    environment,
    client,
    stop,
    makeImage: async (name, { programs, hasBusybox = false, paths = [], changes = [] }) => {
      const root = join(folder, `image-${name}`);
      await mkdir(root);
      const furnishing = run('bash', [
        '-ec',
        FURNISH,
        'furnish',
        root,
        hasBusybox ? 'yes' : 'no',
        ...programs,
      ]);
      furnishing.child.stdin?.end(paths.map((path) => `${path}\n`).join(''));
      await furnishing;
      await run('tar', ['-C', root, '-cf', `${root}.tar`, '.']);
      await client('import', ...changes.flatMap((change) => ['--change', change]), `${root}.tar`, name);
      await Promise.all([rm(root, { recursive: true }), rm(`${root}.tar`)]);
    },
    startContainer: (image, name, options = []) =>
      client(
        ...['run', '-d', '--network', 'none', '--name', name, '--entrypoint', '/bin/sleep', ...options],
        ...[image, '100000'],
      ),
    pidHere: async (container, pid) =>
      pidInNamespaceOf(Number(await client('inspect', '--format', '{{.State.Pid}}', container)), pid),
  };
}
