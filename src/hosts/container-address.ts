import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/** Programs that start commands in containers. */
export type Engine = 'docker' | 'podman';

/** A container, as a person names it; which one that is, the engine on its host says (src/hosts/find-container.ts). */
export interface ContainerAddress {
  readonly engine: Engine;
  /** As the engine's `--user`: a name or number, with `:group` if need be. Null: the container's own. */
  readonly user: string | null;
  readonly which: NamedContainer | ComposeService;
}

/** By its name or ID. */
export interface NamedContainer {
  readonly name: string;
}

export interface ComposeService {
  readonly project: string;
  readonly service: string;
  /** Of the service's containers, from 1; null: it has but one. */
  readonly number: number | null;
}

const FORMS =
  'expected "docker:NAME", "podman:NAME", "compose:PROJECT/SERVICE" or "podman-compose:PROJECT/SERVICE", with "USER@" ' +
  'before the name if it is not the container’s own user';

/** Engines and compose allow no other names; none of these can be taken for an option, a label's end or two words. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]*\$?(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;
const NUMBER = /^[1-9][0-9]{0,5}$/;

/**
 * `docker:[user@]name`, `podman:[user@]name`, `compose:[user@]project/service[/number]`, and the last with
 * `podman-compose`.
 * @throws HoldfastError bad-input with the value.
 */
export function parseContainerAddress(address: string): ContainerAddress {
  const [, kind = '', user = null, rest = ''] =
    /^(docker|podman|compose|podman-compose):(?:([^@/]*)@)?([^@]*)$/.exec(address) ?? [];
  if (kind === '') throw badAddress(address, 'it has another form');
  if (user !== null && !USER.test(user)) throw badAddress(address, 'what stands before "@" is no user');
  const which = kind.endsWith('compose') ? parseService(address, rest) : parseName(address, rest);
  return { engine: kind.startsWith('podman') ? 'podman' : 'docker', user, which };
}

/** As `parseContainerAddress` takes it. */
export function formatContainerAddress({ engine, user, which }: ContainerAddress): string {
  const who = user === null ? '' : `${user}@`;
  if ('name' in which) return `${engine}:${who}${which.name}`;
  const kind = engine === 'docker' ? 'compose' : 'podman-compose';
  const number = which.number === null ? '' : `/${which.number}`;
  return `${kind}:${who}${which.project}/${which.service}${number}`;
}

function parseName(address: string, name: string): NamedContainer {
  if (!NAME.test(name)) throw badAddress(address, 'what stands at the end is no name or ID of a container');
  return { name };
}

function parseService(address: string, text: string): ComposeService {
  const [project = '', service = '', number, ...more] = text.split('/');
  if (!NAME.test(project) || !NAME.test(service) || more.length > 0) {
    throw badAddress(address, 'what stands at the end is no project and service');
  }
  if (number !== undefined && !NUMBER.test(number)) {
    throw badAddress(address, 'what stands at the end is no number of a container, which count from 1');
  }
  return { project, service, number: number === undefined ? null : Number(number) };
}

function badAddress(address: string, actual: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot look for the container "${displayText(address)}": ${actual}, ${FORMS}. Correct it.`,
  );
}
