import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { type ComposeService, type ContainerAddress, formatContainerAddress } from './container-address.ts';
import type { EngineClient } from './container-engine.ts';

/** What the engine says of one container. Its text is the host's: shown escaped, or compared, and nothing else. */
export interface FoundContainer {
  /** All of its ID: names can change hands, this can't. */
  readonly id: string;
  /** `running`, `paused`, `exited` … */
  readonly status: string;
  /** Another one after each start. */
  readonly startedAt: string;
  /** Of a compose service's containers; empty for any other. */
  readonly number: string;
  /** Made by `compose run`, for one command. */
  readonly isOneOff: boolean;
}

/**
 * The one container that `address` means, whether it runs or not.
 * @throws HoldfastError host-unreachable (no such container), bad-input (several of a service), what the engine's
 * client says (see EngineClient).
 */
export async function findContainer(
  client: EngineClient,
  address: ContainerAddress,
  signal?: AbortSignal,
): Promise<FoundContainer> {
  const shown = formatContainerAddress(address);
  const what = `find the container "${shown}"`;
  const { which } = address;
  const names = 'name' in which ? [which.name] : await idsOf(client, what, which, signal);
  const found = names.length === 0 ? [] : await lookAt(client, { what, names, signal });
  const [first, ...others] = found.filter(({ isOneOff }) => 'name' in which || !isOneOff);
  if (first === undefined) throw noneFound(client, what);
  if (others.length > 0) throw severalFound(client, what, shown, [first, ...others]);
  return first;
}

/** As `findContainer`, by an ID. */
export async function lookAgain(client: EngineClient, what: string, id: string): Promise<FoundContainer> {
  const [found] = await lookAt(client, { what, names: [id], signal: undefined });
  if (found === undefined) throw noneFound(client, what);
  return found;
}

/** Compose tells its containers by labels, so that its own program isn't needed. */
const LABEL = 'com.docker.compose';

async function idsOf(
  client: EngineClient,
  what: string,
  { project, service, number }: ComposeService,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const labels = [`${LABEL}.project=${project}`, `${LABEL}.service=${service}`];
  if (number !== null) labels.push(`${LABEL}.container-number=${number}`);
  const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
  const text = await client.ask(what, ['ps', '--all', '--quiet', '--no-trunc', ...filters], signal);
  const ids = text.split('\n').filter((line) => line !== '');
  if (!ids.every((id) => ID.test(id))) throw unknownAnswer(client, what, text);
  return ids;
}

const ID = /^[0-9a-f]{64}$/;

/**
 * As JSON, a line for each: an image's author writes labels, too, with newlines and whatever else. Podman knows `.Id`
 * in just this form.
 */
const FORMAT = `["{{.Id}}",${[
  '.State.Status',
  '.State.StartedAt',
  `(index .Config.Labels "${LABEL}.container-number")`,
  `(index .Config.Labels "${LABEL}.oneoff")`,
]
  .map((value) => `{{json ${value}}}`)
  .join(',')}]`;

async function lookAt(
  client: EngineClient,
  { what, names, signal }: { what: string; names: readonly string[]; signal: AbortSignal | undefined },
): Promise<FoundContainer[]> {
  const text = await client.ask(what, ['container', 'inspect', '--format', FORMAT, '--', ...names], signal);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseAnswer(line) ?? refuse(client, what, line));
}

/** @returns null for what isn't an answer to FORMAT. */
function parseAnswer(line: string): FoundContainer | null {
  const words = parseJson(line);
  if (!Array.isArray(words)) return null;
  const [id, status, startedAt, number, oneOff] = words.map((word) => (typeof word === 'string' ? word : ''));
  if (!ID.test(id ?? '') || !status || !startedAt) return null;
  return {
    id: id as string,
    status,
    startedAt,
    number: number ?? '',
    isOneOff: /^true$/i.test(oneOff ?? ''),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(client: EngineClient, what: string, answer: string): never {
  throw unknownAnswer(client, what, answer);
}

function unknownAnswer({ engine, host }: EngineClient, what: string, answer: string): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot ${what} on "${host.name}": "${engine}" answers "${displayText(answer.slice(0, 200))}", expected a container's ` +
      'ID and state. Look at its version.',
  );
}

function noneFound({ engine, host }: EngineClient, what: string): HoldfastError {
  return new HoldfastError(
    'host-unreachable',
    `Cannot ${what} on "${host.name}": there is none, expected one. Correct the name; "${engine} ps -a" shows them.`,
  );
}

function severalFound(
  { host }: EngineClient,
  what: string,
  shown: string,
  found: readonly FoundContainer[],
): HoldfastError {
  const each = found.map(({ number, id, status }) => `${number || '?'} (${id.slice(0, 12)}, ${status})`);
  const list = displayText(each.sort().join(', '));
  return new HoldfastError(
    'bad-input',
    `Cannot ${what} on "${host.name}": there are ${found.length}, ${list}, expected one, for each has files of its own. ` +
      `Add the number: "${shown}/1".`,
  );
}
