import type { ApplicationWish } from '../../drills/application-wish.ts';
import { type ContainerWish, DrillContainer } from '../../drills/drill-container.ts';
import { DrillFolder } from '../../drills/drill-folder.ts';
import { DrillFeed } from '../../drills/feed.ts';
import type { IdMap } from '../../drills/id-map.ts';
import { type FoundImage, findImage, ofVersion, VERSION } from '../../drills/image.ts';
import { unkeptLimits } from '../../drills/limits.ts';
import { DRILL_FOLDER, type Room } from '../../drills/run-words.ts';
import type { EngineService } from '../../drills/services/service.ts';
import { SERVICES } from '../../drills/services/services.ts';
import type { DrillPredicate, Teardown } from '../../drills/statement.ts';
import type { ImageRole } from '../../drills/wishes.ts';
import { HoldfastError } from '../../errors.ts';
import { EngineClient } from '../../hosts/container-engine.ts';
import type { Host } from '../../hosts/host.ts';
import { localHost } from '../../hosts/local.ts';
import type { DrillOptions } from './options.ts';
import { DrillServers, roomOf, type Server } from './servers.ts';

/** Where files are restored, and the folder for them, which isn't there yet. */
export interface FilesRoom {
  readonly host: Host;
  readonly folder: string;
  readonly scratch: string;
  /** The users that it has; null: all. */
  readonly ids: IdMap | null;
}

/** What the dumps are of. */
export interface DumpedServers {
  readonly services: readonly EngineService[];
  /** The newest of each. */
  readonly versions: Readonly<Partial<Record<ImageRole, string>>>;
}

/** In the evidence, of its image. */
const APPLICATION = 'application';

/** How what is restored comes into the containers. */
const FED = 'fed by FIFOs of this machine';
const FED_BY_ENGINE = 'fed by the engine';

/** Where a drill restores to: containers of its own, or a folder of this machine. Gone after `tearDown`. */
export class DrillPlace {
  readonly #options: DrillOptions;
  readonly #machine: Host = localHost();
  readonly #client: EngineClient;
  readonly #images: FoundImage[] = [];
  /** By the image's ID: what goes into the same image goes into the same container. */
  readonly #containers = new Map<string, DrillContainer>();
  readonly #folders: DrillFolder[] = [];
  readonly #signal: AbortSignal;
  readonly #versions: Readonly<Partial<Record<ImageRole, string>>>;
  #feeds: Promise<DrillFolder> | null = null;
  #application: DrillContainer | null = null;
  #engineVersion: string | null = null;
  #forFiles: Promise<FilesRoom> | null = null;

  readonly #services: readonly EngineService[];
  readonly #servers: DrillServers;

  /** @param services Those that it will hold. @param versions Of the dumped servers, for images that are named by them. */
  constructor(options: DrillOptions, { services, versions }: DumpedServers, signal: AbortSignal) {
    this.#services = services;
    this.#versions = versions;
    this.#servers = new DrillServers((role) => this.#containerOf(role), options.limits, signal);
    this.#options = options;
    this.#signal = signal;
    this.#client = new EngineClient(options.engine, localHost(), options.engineEnvironment);
  }

  /** This machine, for what isn't restored into a container. */
  get machine(): Host {
    return this.#machine;
  }

  /** Whether files go into a container. */
  get #filesImage(): string | undefined {
    return this.#options.images.files ?? this.#needed()[0]?.[1];
  }

  /** Of the images that are named: of what the snapshot has no dump of, none can be named by its version, and none is needed. */
  #needed(): [ImageRole, string][] {
    const named = Object.entries(this.#options.images) as [ImageRole, string][];
    return named.filter(
      ([role, name]) => role === 'files' || !name.includes(VERSION) || this.#isDumped(role),
    );
  }

  #isDumped(image: ImageRole): boolean {
    return this.#services.some(({ role }) => role === image);
  }

  /** Finds the images, and starts a container of each. @throws HoldfastError what DrillContainer and findImage throw. */
  async start(): Promise<string> {
    const roles = this.#roles();
    if (roles.length === 0) return `a temporary folder of this machine, without isolation${this.#unneeded()}`;
    const { engine } = this.#options;
    const version = ['version', '--format', '{{.Server.Version}}'];
    const answer = await this.#client.ask('use the container engine', version, this.#signal);
    this.#engineVersion = `${engine} ${answer.trim().replaceAll(/[^\w.+~-]/g, '_')}`;
    const unkept = unkeptLimits(this.#client, this.#signal);
    unkept.catch(() => {}); // met below
    for (const [role, name] of roles)
      this.#images.push(await findImage(this.#client, { role, name }, this.#signal));
    const ownImages = [...this.#images];
    const { application } = this.#options;
    // One that isn't there is told now, and pulled before the clock of the restore runs.
    if (application !== null) {
      const wish = { role: APPLICATION, name: application.image };
      this.#images.push(await findImage(this.#client, wish, this.#signal));
    }
    for (const image of ownImages) {
      if (this.#containers.has(image.id)) continue;
      // An application finds all that was restored in one volume.
      const sharing = application === null ? null : this.#shared(false);
      const options = { sharing, folders: [], feed: await this.#feedOf(image), rooms: this.#roomsOf(image) };
      this.#containers.set(image.id, await this.#startContainer(image, options));
    }
    await this.#connectAll();
    await this.#servers.make(this.#services);
    const names = this.#images.map(({ role, name, id }) => `${role}: ${name} (${id.slice(0, 19)})`);
    const isFed = [...this.#containers.values()].every((one) => one.isFed);
    return `${this.#engineVersion}, no network, ${isFed ? FED : FED_BY_ENGINE}${await unkept}; ${names.join(', ')}${this.#unneeded()}`;
  }

  /** Who has named an image reads why it isn't there. */
  #unneeded(): string {
    const needed = new Map(this.#needed());
    const others = Object.keys(this.#options.images).filter((role) => !needed.has(role as ImageRole));
    return others.length === 0 ? '' : `; no dump is of ${others.join(', ')}: no image for it`;
  }

  /**
   * A container for the application, from an image of its own or not: it sees all that was restored, and can't write there.
   * @throws HoldfastError host-unsupported without anything restored; what DrillContainer throws.
   */
  async startApplication({ mounts }: ApplicationWish): Promise<DrillContainer> {
    const sharing = this.#shared(true);
    const image = this.#images.find(({ role }) => role === APPLICATION);
    if (sharing === null || image === undefined) {
      throw new HoldfastError(
        'host-unsupported',
        'Cannot start the application for the drill: there is no container with what was restored, expected one. See why in ' +
          'the checks before this one.',
      );
    }
    const folders = mounts.map(({ to }) => to);
    this.#application = await this.#startContainer(image, { sharing, folders, feed: null, rooms: [] });
    return this.#application;
  }

  async #startContainer(
    image: FoundImage,
    options: Pick<ContainerWish, 'sharing' | 'folders' | 'feed' | 'rooms'>,
  ): Promise<DrillContainer> {
    const { drillId, limits, engineEnvironment: environment } = this.#options;
    const wish = { drillId, image, limits, environment, signal: this.#signal, ...options };
    return DrillContainer.start(this.#client, wish);
  }

  /** Side by side, as whoever the servers run as: the first command of each would wait for it. */
  async #connectAll(): Promise<void> {
    const connecting = [...this.#containers.values()].flatMap((container) =>
      [...new Set(container.rooms.values())].map(async (account) => {
        const host = await container.connect(account, this.#signal);
        host.startAhead?.(1);
      }),
    );
    await Promise.all(connecting);
  }

  /** A folder for each server that is restored into the image. */
  #roomsOf({ id }: FoundImage): Room[] {
    // The application needn't run as the account: it may pass to the socket, and list nothing.
    const mode = this.#options.application === null ? '700' : '711';
    const roles = this.#images.filter((image) => image.id === id).map(({ role }) => role);
    return SERVICES.filter(({ role }) => roles.includes(role)).map(({ role, accounts }) => {
      return { path: roomOf(role), mode, accounts };
    });
  }

  /** Null where the engine hasn't this machine's folders, as far as that can be known, or none can be made. */
  async #feedOf({ role: name }: FoundImage): Promise<DrillFeed | null> {
    if (isElsewhere(this.#options.engineEnvironment)) return null;
    this.#feeds ??= this.makeFolder();
    const parent = await this.#feeds.catch(() => null);
    if (parent === null) return null;
    return DrillFeed.make(this.#machine, { parent: parent.path, name }, this.#signal);
  }

  #shared(isReadOnly: boolean): ContainerWish['sharing'] {
    const [first] = this.#containers.values();
    return first === undefined ? null : { container: first.name, isReadOnly };
  }

  #roles(): [ImageRole, string][] {
    const files = this.#filesImage;
    const named = this.#needed().filter(([role]) => role !== 'files');
    const all = [...(files === undefined ? [] : ([['files', files]] as [ImageRole, string][])), ...named];
    return all.map(([role, name]) => [role, this.#versioned(role, name)]);
  }

  /** Where files go into a database's image they go into the one of that version. */
  #versioned(role: ImageRole, name: string): string {
    if (!name.includes(VERSION)) return name;
    const named = Object.entries(this.#options.images).filter(([one]) => one !== 'files');
    const [same = role] = named.find(([, image]) => image === name) ?? [];
    const version = this.#versions[(role === 'files' ? same : role) as ImageRole];
    if (version !== undefined) return ofVersion(name, version);
    throw new HoldfastError(
      'host-unsupported',
      `Cannot use the image ${JSON.stringify(name)} for ${role}: no dump says which version its server had, expected one. ` +
        'Name the image whole.',
    );
  }

  forFiles(): Promise<FilesRoom> {
    this.#forFiles ??= this.#makeRoom();
    return this.#forFiles;
  }

  async #makeRoom(): Promise<FilesRoom> {
    const container = this.#containerOf('files');
    if (container !== null) {
      const host = await container.connect(null, this.#signal);
      return { host, folder: `${DRILL_FOLDER}/files`, scratch: DRILL_FOLDER, ids: container.ids };
    }
    const { path } = await this.makeFolder();
    return { host: this.#machine, folder: `${path}/files`, scratch: path, ids: null };
  }

  /** A folder of this machine that goes with the drill. */
  async makeFolder(): Promise<DrillFolder> {
    const { drillId: id, limits } = this.#options;
    const folder = await DrillFolder.make(this.#machine, { id, timeMs: limits.timeMs });
    this.#folders.push(folder);
    return folder;
  }

  /** @throws HoldfastError host-unsupported without an image for it, or when it isn't ready in time. */
  startService(service: EngineService): Promise<Server> {
    return this.#servers.start(service);
  }

  #containerOf(role: ImageRole): DrillContainer | null {
    const image = this.#images.find((one) => one.role === role);
    return image === undefined ? null : (this.#containers.get(image.id) ?? null);
  }

  get evidence(): DrillPredicate['environment'] {
    const hasFolder = this.#containerOf('files') === null;
    const hasContainers = this.#containers.size > 0;
    const kind = !hasContainers
      ? 'temporary folder'
      : hasFolder
        ? 'containers and a temporary folder'
        : 'containers';
    return {
      kind,
      engine: this.#engineVersion,
      images: this.#images.map(({ role, name, id, digests }) => ({ role, name, id, digests })),
      files_in: hasFolder ? 'temporary folder' : 'container',
    };
  }

  /** Removes everything, whatever has happened. Never rejects. */
  async tearDown(): Promise<Teardown> {
    const containers = [
      ...this.#containers.values(),
      ...(this.#application === null ? [] : [this.#application]),
    ];
    const gone = await Promise.all([
      ...containers.map((container) => container.remove({ isHasty: this.#signal.aborted })),
      ...this.#folders.map((folder) => folder.remove()),
    ]);
    await Promise.all([this.#machine.close(), this.#client.host.close()].map((end) => end.catch(() => {})));
    return {
      containers: containers.length,
      volumes: new Set(containers.flatMap(({ volumes }) => volumes)).size,
      folders: this.#folders.length,
      clean: gone.every(Boolean),
    };
  }
}

/** Whether an engine is told to be on another machine; one of a context's is found out when the container starts. */
function isElsewhere({ DOCKER_HOST, CONTAINER_HOST }: DrillOptions['engineEnvironment']): boolean {
  return [DOCKER_HOST, CONTAINER_HOST].some((where) => where !== undefined && !/^(unix:|\/)/.test(where));
}
