import { fromText } from '../bytestring.ts';
import type { ErrorCode } from '../errors.ts';
import { HoldfastError } from '../errors.ts';
import type { Engine } from './container-address.ts';
import { endedWith, isSuccess } from './exit-status.ts';
import type { Host } from './host.ts';
import { type Output, runToEnd } from './output.ts';
import { displayTail } from './output-tail.ts';
import { quote, quoteAll } from './quote.ts';

/** Of ours, what leads the engine's client to its daemon: where it isn't the one that it takes by itself. */
const ENVIRONMENT = [
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_TLS_VERIFY',
  'DOCKER_CERT_PATH',
  'DOCKER_API_VERSION',
  // An engine over SSH is reached by the system's own ssh.
  'SSH_AUTH_SOCK',
  'CONTAINER_HOST',
  'CONTAINER_CONNECTION',
  'CONTAINERS_CONF',
  'CONTAINERS_STORAGE_CONF',
  'CONTAINER_SSHKEY',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
];

export type EngineEnvironment = Readonly<Record<string, string>>;

/** For an engine's client on this machine. One on a host over SSH is found by what is configured there (`docker context`). */
export function engineEnvironment(env: NodeJS.ProcessEnv): EngineEnvironment {
  const given = ENVIRONMENT.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  return Object.fromEntries(given);
}

/** `docker` or `podman` on a host. */
export class EngineClient {
  readonly engine: Engine;
  readonly host: Host;
  readonly #environment: EngineEnvironment;

  constructor(engine: Engine, host: Host, environment: EngineEnvironment) {
    this.engine = engine;
    this.host = host;
    this.#environment = environment;
  }

  /** A script that becomes the client. Variables stand in it, which goes over by stdin, and on no command line. */
  script(words: readonly string[]): string {
    const variables = Object.entries({ ...this.#environment, DOCKER_CLI_HINTS: 'false' });
    const exports = variables.map(([name, value]) => `export ${name}=${quote(fromText(value))}\n`);
    const client = quoteAll([this.engine, ...words].map(fromText));
    return `${exports.join('')}command -v ${this.engine} >/dev/null || exit ${NO_ENGINE}\nexec ${client}`;
  }

  /**
   * What the client prints to a question.
   * @param what `find the container "db"`: see EngineFailure.
   * @throws HoldfastError as `explainEngine`, and what runToEnd throws.
   */
  async ask(what: string, words: readonly string[], signal: AbortSignal | undefined): Promise<string> {
    const output = await runToEnd(this.host, this.script(words), { signal });
    if (!isSuccess(output.exit)) throw this.explain(what, output);
    return output.stdout.toString('latin1');
  }

  /** Why the client failed, by what it says. The code is what can be done about it, never whether it failed. */
  explain(what: string, { exit, stderr }: Pick<Output, 'exit' | 'stderr'>): HoldfastError {
    const { engine, host } = this;
    if ('code' in exit && exit.code === NO_ENGINE) {
      return new HoldfastError(
        'host-unsupported',
        `Cannot ${what} on "${host.name}": there is no "${engine}", expected it on the PATH. Install it, or correct the container's address.`,
      );
    }
    const text = stderr.toString('latin1');
    const { code, advice } = MEANINGS.find(({ says }) => says.test(text)) ?? ANY_OTHER;
    return new HoldfastError(
      code,
      `Cannot ${what} on "${host.name}": "${engine}" ${endedWith(exit)}${displayTail(stderr)}, expected exit status 0. ${advice}`,
    );
  }
}

/** No client gives this exit status. */
const NO_ENGINE = 97;

interface Meaning {
  readonly says: RegExp;
  readonly code: ErrorCode;
  readonly advice: string;
}

/** What Docker (20.10 to 28) and Podman (4) print, the telling ones first. */
const MEANINGS: readonly Meaning[] = [
  {
    says: /executable file not found|exec: "sh"|attempted to invoke a command that was not found/,
    code: 'host-unsupported',
    advice:
      'An image without a shell ("distroless") gives nothing to run: back its volumes up from the host, or from another ' +
      'container that mounts them.',
  },
  {
    says: /unable to find (user|group)|no matching entries in (passwd|group) file/,
    code: 'bad-input',
    advice: 'Name a user that the container has, or a number.',
  },
  {
    says: /permission denied.*(socket|dial unix)|dial unix.*permission denied/i,
    code: 'no-permission',
    advice:
      'Use become (sudo), or let the user reach the socket; whoever reaches it is root on that host, in any case.',
  },
  {
    says: /cannot connect to (the docker daemon|podman)|is the docker daemon running|unable to connect to podman/i,
    code: 'host-unreachable',
    advice: 'Start the daemon, or name it by DOCKER_HOST or a context.',
  },
  {
    says: /no such container|no container with (name|id)/i,
    code: 'host-unreachable',
    advice: 'Correct the name; "docker ps" (or "podman ps") shows the names.',
  },
  {
    says: /is not running|container state improper|is paused|is restarting/i,
    code: 'host-unreachable',
    advice: 'Start the container.',
  },
];

const ANY_OTHER: Omit<Meaning, 'says'> = {
  code: 'host-unreachable',
  advice: 'Try the same with the client itself.',
};
