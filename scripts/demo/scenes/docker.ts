/** A container's data: the container is paused while it is read, and a new one starts from what was restored. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../programs.ts';
import type { Scene } from '../scene.ts';

const TITLE = 'An application in a container';
const CONTAINER = `holdfast-demo-${process.pid}`;

/** Writes a line a moment, as an application does that has state of its own. */
const APPLICATION = 'n=0; while :; do n=$((n+1)); echo "entry $n" >>/data/journal; sleep 0.05; done';

export async function tellDocker(scene: Scene): Promise<void> {
  const { story } = scene;
  const image = findImage(scene.folder);
  if (image.name === null) {
    story.skip(
      TITLE,
      `${image.reason} Where a daemon answers and has an image with a shell, the demo uses it.`,
    );
    return;
  }
  await story.step(
    TITLE,
    'A container without network writes a journal into a folder. --before pauses it and --after lets it go on, also\n' +
      'when the backup fails in between. A new container then starts from the restored folder.',
  );
  try {
    await backUpContainer(scene, image.name);
  } finally {
    spawnSync('docker', ['rm', '-f', CONTAINER]);
  }
}

async function backUpContainer({ story, folder }: Scene, image: string): Promise<void> {
  const data = join(folder, 'container');
  mkdirSync(data);
  await story.run(
    `docker run -d --name ${CONTAINER} --network none -v ${data}:/data --entrypoint sh ${image} -c '${APPLICATION}'`,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const hooks = `--before 'docker pause ${CONTAINER}' --after 'docker unpause ${CONTAINER}'`;
  await story.run(`holdfast backup container --of journal --host shop.example \\\n  ${hooks}`);
  const { output: state } = await story.run(`docker inspect -f '{{.State.Status}}' ${CONTAINER}`);
  story.check('the container runs again', state.trim() === 'running');
  await story.run(`docker rm -f ${CONTAINER}; rm -rf container`);
  await story.run('holdfast restore latest --of journal --target /');
  const { output } = await story.run(
    `docker run --rm --network none -v ${data}:/data --entrypoint sh ${image} -c 'wc -l </data/journal; tail -n 1 /data/journal'`,
  );
  const [lines = '', last = ''] = output.trim().split(/\s*\n/);
  const whole = Number(lines) > 0 && last === `entry ${Number(lines)}`;
  story.check(`a new container reads ${lines} lines, the last is “${last}”`, whole);
}

/** An image that the daemon has, or why there is none. */
export type FoundImage = { readonly name: string } | { readonly name: null; readonly reason: string };

/** A daemon may have hundreds of images, and to look into one takes a moment. */
const IMAGES_LOOKED_AT = 5;

export function findImage(folder: string): FoundImage {
  if (findProgram('docker') === null) return { name: null, reason: 'Docker is not installed.' };
  const { status, stdout } = spawnSync('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (status !== 0) return { name: null, reason: 'Docker is installed, but no daemon answers.' };
  const names = stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
  const name = names.slice(0, IMAGES_LOOKED_AT).find((image) => suits(image, folder));
  if (name !== undefined) return { name };
  return {
    name: null,
    reason: 'The Docker daemon has no image with a shell, or does not see this machine’s files.',
  };
}

/** Whether the image has the few tools that we need, and the daemon mounts folders of this machine. */
function suits(image: string, folder: string): boolean {
  const script = 'sleep 0.01 && tail -n 1 /dev/null && wc -l </dev/null && test -e /demo/shop';
  const args = [
    'run',
    '--rm',
    '--network',
    'none',
    '-v',
    `${folder}:/demo:ro`,
    '--entrypoint',
    'sh',
    image,
    '-c',
    script,
  ];
  return spawnSync('docker', args, { timeout: 30_000 }).status === 0;
}
