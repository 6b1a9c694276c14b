import { fromText } from '../bytestring.ts';
import { quoteAll } from '../hosts/quote.ts';

/** How a run got to its host, by the words of the command line's flags; nothing in it is secret. */
export interface WayToHost {
  readonly on: string;
  readonly identity?: string | undefined;
  readonly identityPassphraseFile?: string | undefined;
  readonly sshPasswordFile?: string | undefined;
  readonly knownHosts?: string | undefined;
  readonly jump: readonly string[];
  readonly become?: string | undefined;
  readonly sshClient?: string | undefined;
  readonly container?: string | undefined;
}

/** The command that undoes a restore by one of its undo folders, the others with it: for a POSIX shell. */
export function undoCommand(undoFolder: string, way: WayToHost): string {
  const ways: [string, string | undefined][] = [
    ['--on', way.on],
    ['--identity', way.identity],
    ['--identity-passphrase-file', way.identityPassphraseFile],
    ['--ssh-password-file', way.sshPasswordFile],
    ['--known-hosts', way.knownHosts],
    ...way.jump.map((jump): [string, string] => ['--jump', jump]),
    ['--ssh-client', way.sshClient === 'ssh2' ? undefined : way.sshClient],
  ];
  const access: [string, string | undefined][] = [
    ...(way.on === 'local' ? [] : ways), // to this machine there is no way, and one without --on is refused
    ['--become', way.become],
    ['--container', way.container],
  ];
  const given = access.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
  const words = ['holdfast', 'restore', '--undo', ...given, '--target', undoFolder];
  return quoteAll(words.map(fromText));
}
