import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { EngineClient } from '../hosts/container-engine.ts';
import type { DrillImage } from './statement.ts';

const FORMAT = '["{{.Id}}",{{json .RepoDigests}},{{json .Config.Volumes}}]';
const ID = /^(sha256:)?[0-9a-f]{64}$/;
/** What an engine takes for an image's name; none can be taken for an option. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,511}$/;

/** In an image's name: the version of the server that was dumped. */
export const VERSION = '{version}';
/** As much as a tag may be, and no more: no other registry, repository or digest. */
const TAG_OF_VERSION = /^\d[A-Za-z0-9._-]{0,63}$/;

/**
 * The image `name` of a dump's server's version. That is what the server said, or what who may write to the repository did.
 * @throws HoldfastError host-unsupported for what would make another image of it.
 */
export function ofVersion(name: string, version: string): string {
  if (TAG_OF_VERSION.test(version)) return name.replaceAll(VERSION, version);
  throw new HoldfastError(
    'host-unsupported',
    `Cannot use the image ${JSON.stringify(name)}: the dumped server's version is ${JSON.stringify(displayText(version.slice(0, 100)))}, ` +
      'expected a number such as 16 or 10.11. Name the image whole.',
  );
}

/** An image that is here. */
export interface FoundImage extends DrillImage {
  /** Where it says that its containers have volumes. */
  readonly volumes: readonly string[];
}

/**
 * What an image's name stands for now. One that isn't there is pulled: before the drill, and by the engine's own login.
 * @throws HoldfastError bad-input for what is no name; host-unsupported when the image is nowhere; what the engine says.
 */
export async function findImage(
  client: EngineClient,
  { role, name }: Pick<DrillImage, 'role' | 'name'>,
  signal: AbortSignal,
): Promise<FoundImage> {
  if (!NAME.test(name)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use the image for ${role}: ${JSON.stringify(name)} is no image's name, expected one such as postgres:16.`,
    );
  }
  const what = `find the image ${JSON.stringify(name)} for ${role}`;
  const inspect = () => client.ask(what, ['image', 'inspect', '--format', FORMAT, name], signal);
  const answer = await inspect().catch(async () => {
    await client.ask(what, ['pull', '--quiet', name], signal).catch((cause: unknown) => {
      signal.throwIfAborted();
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new HoldfastError(
        'host-unsupported',
        `Cannot run a drill: the image ${JSON.stringify(name)} for ${role} is neither here nor can it be pulled. Pull it ` +
          `beforehand, or name another one. (${said})`,
        { cause },
      );
    });
    return inspect();
  });
  return { role, name, ...parseAnswer(answer, client, what) };
}

function parseAnswer(answer: string, { engine, host }: EngineClient, what: string) {
  const [id, digests, volumes] = parsed(answer.trim());
  if (typeof id === 'string' && ID.test(id)) {
    const texts = Array.isArray(digests) ? digests.filter((one) => typeof one === 'string') : [];
    return {
      id: id.startsWith('sha256:') ? id : `sha256:${id}`,
      digests: texts.map(displayText),
      volumes: Object.keys(volumes ?? {}),
    };
  }
  throw new HoldfastError(
    'host-unsupported',
    `Cannot ${what} on "${host.name}": "${engine}" answers "${displayText(answer.slice(0, 200))}", expected an image's ID. ` +
      'Look at its version.',
  );
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
