import type { Engine } from '../hosts/container-address.ts';
import { type DrillFeed, FEED_FOLDER, UNFIT_IN_MOUNT } from './feed.ts';
import { TELL_ID_MAPS } from './id-map.ts';
import type { DrillLimits } from './limits.ts';

/** On everything that a drill has an engine make: the drill's ID, and when it is over, in seconds since 1970. */
export const DRILL_LABEL = 'holdfast.drill';
export const ENDS_LABEL = 'holdfast.drill.ends';

/** A volume without a name, on the engine's disk: it goes with its container. All that is restored is in it. */
export const DRILL_FOLDER = '/holdfast-drill';

/** What restoring files takes, and services being started as their own users; nothing of the network, nothing of the kernel. */
const CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'MKNOD', 'SETFCAP', 'SETGID', 'SETUID'];

/** Of each of /tmp, /run and /var/run; it counts as memory. */
const TMPFS = 'rw,nosuid,nodev,size=256m,mode=1777';

/**
 * The container's first process. It lives as long as its stdin, which is ours, is open: however we end, the engine ends
 * the container then, and removes it with its volume. And no longer than the drill may last. Beside it tries the feed, if there is
 * one: it may wait there for ever. It makes the folders, and says whose they are, and which users there are: each command of ours in
 * there would cost time.
 */
const LIFELINE = `exec 3<&0
cat <&3 >/dev/null &
c=$!
(sleep "$1" && kill "$c") >/dev/null 2>&1 &
[ -z "$2" ] || { IFS= read -r w <"$2" && echo "feed $w"; } 2>/dev/null &
shift 2
for room; do
  set -- $room; f=$1 m=$2 u=; shift 2
  for a; do grep -q "^$a:" /etc/passwd && u=$a && break; done
  mkdir -m "$m" "$f" && chown "\${u:-root}" "$f" && echo "room $f $u"
done
${TELL_ID_MAPS}
echo up
wait "$c"`;

/** A folder that a container has from its beginning. */
export interface Room {
  readonly path: string;
  /** As `mkdir -m` takes it. */
  readonly mode: string;
  /** It belongs to the first of them that the image has, else to root. */
  readonly accounts: readonly string[];
}

export interface RunWish {
  readonly drillId: string;
  /** Its ID. */
  readonly image: string;
  readonly limits: DrillLimits;
  /** Whose volume it has instead of one of its own, which goes with the last of them; null: its own. */
  readonly sharing: { readonly container: string; readonly isReadOnly: boolean } | null;
  /** Where it has volumes beside, of its own: with what the image has there. */
  readonly folders: readonly string[];
  readonly feed: DrillFeed | null;
  /** Their words are ours: none has a blank. */
  readonly rooms: readonly Room[];
}

/** What an engine's client is told to start a container named `name` with. */
export function runWords(
  engine: Engine,
  name: string,
  { drillId, image, limits, sharing, folders, feed, rooms }: RunWish,
): string[] {
  const seconds = Math.ceil(limits.timeMs / 1000);
  const labels = [`${DRILL_LABEL}=${drillId}`, `${ENDS_LABEL}=${Math.ceil(Date.now() / 1000) + seconds}`];
  const shared =
    sharing === null
      ? volume(engine, DRILL_FOLDER, labels)
      : ['--volumes-from', `${sharing.container}${sharing.isReadOnly ? ':ro' : ''}`];
  // What another container is fed with isn't for this one.
  const feeding = feed?.mount ?? (sharing === null ? [] : ['--tmpfs', `${FEED_FOLDER}:ro,size=4k`]);
  return [
    ...['run', '--rm', '--interactive', '--name', name, '--hostname', 'drill'],
    ...labels.flatMap((label) => ['--label', label]),
    ...['--network', 'none', '--read-only', '--user', '0:0', '--workdir', '/'],
    ...['--tmpfs', `/tmp:${TMPFS}`, '--tmpfs', `/run:${TMPFS}`, ...shared, ...feeding],
    ...folders.flatMap((folder) => volume(engine, folder, labels)),
    ...['--cap-drop', 'ALL', ...CAPABILITIES.flatMap((one) => ['--cap-add', one])],
    // What an image's own check of its health prints would be kept by the engine, on its disk.
    ...['--security-opt', 'no-new-privileges', '--log-driver', 'none', '--no-healthcheck'],
    // What would be in a core is production data. Podman takes its own limits back once one is named.
    ...(engine === 'docker' ? ['--ulimit', 'core=0'] : []),
    // As much with swap: nothing of the data goes to the machine's own disk by that way.
    ...['--memory', String(limits.memoryBytes), '--memory-swap', String(limits.memoryBytes)],
    ...['--cpus', String(limits.cpus), '--pids-limit', String(limits.processes), '--entrypoint', 'sh'],
    ...[image, '-c', LIFELINE, 'sh', String(seconds), feed?.trial ?? ''],
    ...rooms.map(({ path, mode, accounts }) => [path, mode, ...accounts].join(' ')),
  ];
}

/**
 * One without a name: it goes with its container, but for a person who removes that without it. Docker's has labels, by which it is
 * found then; Podman knows none here.
 */
function volume(engine: Engine, folder: string, labels: readonly string[]): string[] {
  if (engine !== 'docker' || UNFIT_IN_MOUNT.test(folder)) return ['--volume', folder];
  const fields = labels.map((label) => `,volume-label=${label}`).join('');
  return ['--mount', `type=volume,target=${folder}${fields}`];
}

/** Of the places of an image's own volumes, those that are to be volumes of ours. The engine makes the others. */
export function ownVolumes(places: readonly string[], taken: readonly string[]): string[] {
  const normal = places.map((place) => place.replace(/\/+$/, ''));
  const others = new Set([...taken, DRILL_FOLDER, FEED_FOLDER, '/tmp', '/run', '']);
  return [...new Set(normal)].filter((place) => !others.has(place) && !UNFIT_IN_MOUNT.test(place));
}
