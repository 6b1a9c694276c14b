import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import { connectContainer } from '../hosts/container.ts';
import type { EngineClient, EngineEnvironment } from '../hosts/container-engine.ts';
import { endedWith } from '../hosts/exit-status.ts';
import type { Host, RunningCommand } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
import { displayTail } from '../hosts/output-tail.ts';
import type { DrillFeed } from './feed.ts';
import { IdMap } from './id-map.ts';
import type { FoundImage } from './image.ts';
import { ownVolumes, type RunWish, runWords } from './run-words.ts';
import type { DrillImage } from './statement.ts';

export interface ContainerWish extends Omit<RunWish, 'image'> {
  readonly image: FoundImage;
  /** For the engine's client: see engineEnvironment. */
  readonly environment: EngineEnvironment;
  readonly signal: AbortSignal;
}

const UP = /^up$/m;
/** For an engine to start a container from an image that is there. */
const START_LIMIT_MS = 60_000;
/** For an engine to remove a container with its volume: where that holds a database, all of its files. */
const REMOVAL_LIMIT_MS = 120_000;
/** The same where the drill was cancelled: what isn't removed by then the engine removes by itself. */
const HASTY_LIMIT_MS = 5000;

/** A container of a drill: without network, with a root that can't be written, gone when we are. */
export class DrillContainer {
  readonly name: string;
  /** Its mounts that hold data. */
  readonly volumes: readonly string[];
  /** The accounts of those that it could make, by their paths; null: root's. */
  readonly rooms: ReadonlyMap<string, string | null>;
  /** Null: all users are there. */
  readonly ids: IdMap | null;
  readonly #client: EngineClient;
  readonly #environment: EngineEnvironment;
  readonly #lifeline: RunningCommand;
  readonly #feed: DrillFeed | null;
  /** By the account. */
  readonly #hosts = new Map<string | null, Promise<Host>>();

  private constructor(
    client: EngineClient,
    name: string,
    parts: {
      volumes: readonly string[];
      lifeline: RunningCommand;
      feed: DrillFeed | null;
      rooms: ReadonlyMap<string, string | null>;
      ids: IdMap | null;
      environment: EngineEnvironment;
    },
  ) {
    this.#client = client;
    this.name = name;
    this.volumes = parts.volumes;
    this.#lifeline = parts.lifeline;
    this.#feed = parts.feed;
    this.rooms = parts.rooms;
    this.ids = parts.ids;
    this.#environment = parts.environment;
  }

  /**
   * One that doesn't start with the feed is tried without it: what a mount fails by, each engine says in other words.
   * @throws HoldfastError host-unsupported when it doesn't start; what the engine says. Nothing is left then.
   */
  static async start(client: EngineClient, wish: ContainerWish): Promise<DrillContainer> {
    return DrillContainer.#start(client, wish).catch((error: unknown) => {
      if (wish.feed === null || !(error instanceof NotStarted)) throw error;
      return DrillContainer.#start(client, { ...wish, feed: null });
    });
  }

  static async #start(client: EngineClient, wish: ContainerWish): Promise<DrillContainer> {
    const { drillId, image, feed, environment } = wish;
    const name = `holdfast-drill-${drillId}-${image.role}`;
    const signal = AbortSignal.any([wish.signal, AbortSignal.timeout(START_LIMIT_MS)]);
    const folders = [...wish.folders, ...ownVolumes(image.volumes, wish.folders)];
    const words = runWords(client.engine, name, { ...wish, image: image.id, folders });
    const lifeline = await client.host.start(client.script(words));
    lifeline.stdin.on('error', () => {}); // the container has ended: its exit says so
    try {
      const printed = await untilUp(client, lifeline, { image, signal });
      const [volumes, isFed] = await Promise.all([
        volumesOf(client, name, signal),
        feed?.isWay(lifeline.stdout, signal) ?? false,
      ]);
      return new DrillContainer(client, name, {
        volumes,
        lifeline,
        feed: isFed ? feed : null,
        rooms: roomsIn(printed, wish),
        ids: IdMap.parse(printed),
        environment,
      });
    } catch (error) {
      lifeline.stdin.end();
      await removeContainers(client, [name]);
      wish.signal.throwIfAborted();
      throw error;
    }
  }

  /** Whether what is restored comes to it without the engine. */
  get isFed(): boolean {
    return this.#feed !== null;
  }

  /** A way into it, the same each time; `remove` closes it. @param user Default: root. */
  connect(user: string | null, signal: AbortSignal): Promise<Host> {
    const there = this.#hosts.get(user);
    if (there !== undefined) return there;
    const which = { name: this.name };
    const address = { engine: this.#client.engine, user, which };
    const options = { environment: this.#environment, signal };
    const host = connectContainer(localHost(), address, options).then(
      (one) => this.#feed?.feed(one, signal) ?? one,
    );
    this.#hosts.set(user, host);
    host.catch(() => this.#hosts.delete(user));
    return host;
  }

  /**
   * Removes it with all that is in it, however long an engine takes for that, unless `isHasty`. Idempotent. Never rejects.
   * @returns whether it, and its volumes, are seen to be gone.
   */
  async remove({ isHasty }: { isHasty: boolean }): Promise<boolean> {
    const signal = AbortSignal.timeout(isHasty ? HASTY_LIMIT_MS : REMOVAL_LIMIT_MS);
    const hosts = [...this.#hosts.values()];
    this.#hosts.clear();
    await Promise.all(hosts.map((host) => host.then((one) => one.close()).catch(() => {})));
    this.#lifeline.stdin.end();
    await removeContainers(this.#client, [this.name], signal);
    // It ends with its container; an engine that hangs must not keep the drill from its end.
    await Promise.race([this.#lifeline.exited.catch(() => {}), aborted(signal)]);
    return isGone(this.#client, this, signal);
  }
}

/** The engine has said no. */
class NotStarted extends HoldfastError {}

/** @returns what its first process has printed by then. */
async function untilUp(
  client: EngineClient,
  lifeline: RunningCommand,
  { image, signal }: { image: DrillImage; signal: AbortSignal },
): Promise<string> {
  const what = `start a container of the image ${JSON.stringify(image.name)} for ${image.role}`;
  let said = Buffer.alloc(0);
  lifeline.stderr.on('data', (chunk: Buffer) => {
    said = Buffer.concat([said, chunk]).subarray(-SAID_BYTES);
  });
  let onAbort = () => {};
  const tooLate = new Promise<never>((_, reject) => {
    onAbort = () =>
      reject(
        new HoldfastError(
          'host-unsupported',
          `Cannot ${what}: it isn't up after ${START_LIMIT_MS / 1000} s${displayTail(said)}. Look at what the engine does.`,
        ),
      );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  const ended = lifeline.exited.then((exit) => {
    throw 'code' in exit && exit.code === NO_ENGINE_OR_IMAGE
      ? client.explain(what, { exit, stderr: said })
      : new NotStarted(
          'host-unsupported',
          `Cannot ${what}: the engine's client ${endedWith(exit)}${displayTail(said)}. ${adviceOn(said)}`,
        );
  });
  ended.catch(() => {}); // later it is `remove` that waits
  const up = new Promise<string>((resolve) => {
    let printed = '';
    lifeline.stdout.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString('latin1')).slice(-PRINTED_CHARACTERS);
      if (UP.test(printed)) resolve(printed);
    });
  });
  try {
    return await Promise.race([up, ended, tooLate]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Podman answers Docker's client so when that is to start a container and stay with it. */
function adviceOn(said: Buffer): string {
  return said.includes('unable to upgrade to tcp')
    ? 'If it is Podman that answers there, name that: `--engine podman`.'
    : 'Try the same with the client itself.';
}

/** No word of an image's decides who its server runs as. */
function roomsIn(printed: string, { rooms }: Pick<ContainerWish, 'rooms'>): Map<string, string | null> {
  const made = new Map<string, string | null>();
  for (const [, path, account] of printed.matchAll(/^room (\S+) (\S*)$/gm)) {
    const room = rooms.find((one) => one.path === path);
    if (room !== undefined) made.set(room.path, room.accounts.find((one) => one === account) ?? null);
  }
  return made;
}

const SAID_BYTES = 1000;
const PRINTED_CHARACTERS = 10_000;
/** Of EngineClient's script. */
const NO_ENGINE_OR_IMAGE = 97;

async function volumesOf(client: EngineClient, name: string, signal: AbortSignal): Promise<string[]> {
  const format = '{{range .Mounts}}{{if eq .Type "volume"}}{{.Name}} {{end}}{{end}}';
  const text = await client.ask(
    `look at the container ${name}`,
    ['inspect', '--format', format, name],
    signal,
  );
  return text.trim().split(/\s+/).filter(Boolean);
}

/** Never rejects: whether they are gone is looked at afterwards. */
export async function removeContainers(
  client: EngineClient,
  names: readonly string[],
  signal = AbortSignal.timeout(HASTY_LIMIT_MS),
): Promise<void> {
  if (names.length === 0) return;
  await client
    .ask('remove what a drill left', ['rm', '--force', '--volumes', ...names], signal)
    .catch(() => {});
}

/** Who removes a container that has just ended by itself is the engine, as long as that takes: it is looked at until it has. */
async function isGone(
  client: EngineClient,
  { name, volumes }: { readonly name: string; readonly volumes: readonly string[] },
  signal: AbortSignal,
): Promise<boolean> {
  const what = 'see that a drill left nothing';
  const ask = (words: readonly string[]) => client.ask(what, [...words], signal);
  try {
    for (;;) {
      const containers = await ask(['ps', '--all', '--quiet', '--filter', `name=^/?${name}$`]);
      const there = (await ask(['volume', 'ls', '--quiet'])).split('\n');
      if (containers.trim() === '' && !volumes.some((volume) => there.includes(volume))) return true;
      await sleep(GONE_PAUSE_MS, undefined, { signal });
    }
  } catch {
    return false; // nobody knows
  }
}

const GONE_PAUSE_MS = 100;

function aborted(signal: AbortSignal): Promise<unknown> {
  return signal.aborted ? Promise.resolve() : once(signal, 'abort');
}
