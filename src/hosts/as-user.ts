import { fromText } from '../bytestring.ts';
import type { Host } from './host.ts';
import { quote } from './quote.ts';
import { SHELL_COMMAND, scriptLine } from './shell.ts';

/**
 * `host`, on which every script runs as the account `user`: root becomes it by `runuser`, others by `sudo -n`. The script
 * goes there as every script does, on stdin: no command line shows it. Closing it leaves `host` open.
 *
 * A command that is cancelled is ended as the host ends its own; where the login may not signal `user`'s processes, they
 * end because nobody reads their output any more.
 */
export function asUser(host: Host, user: string): Host {
  return {
    name: host.name,
    async start(script, options) {
      const command = await host.start(become(user), options);
      command.stdin.write(scriptLine(script, { reportExit: false }));
      return command;
    },
    close: async () => {},
  };
}

function become(user: string): string {
  const name = quote(fromText(user));
  const shell = `env PATH="$PATH" LC_ALL=C TZ=UTC0 ${SHELL_COMMAND}`;
  // A folder that the account may not enter makes tools complain.
  return `cd /
[ "$(id -un)" = ${name} ] && exec ${SHELL_COMMAND}
[ "$(id -u)" = 0 ] && command -v runuser >/dev/null && exec runuser -u ${name} -- ${shell}
exec sudo -n -H -u ${name} -- ${shell}`;
}

/**
 * Shell that runs `script` (POSIX sh) as the account `user`, as `asUser` does it, within a script of another: for commands
 * that a host keeps, such as a lease's. `script` stands on a command line: no secret may be in it.
 */
export function scriptAs(user: string, script: string): string {
  const name = quote(fromText(user));
  const words = quote(fromText(script));
  return `if [ "$(id -un)" = ${name} ]; then sh -c ${words}
elif [ "$(id -u)" = 0 ] && command -v runuser >/dev/null; then
  home=$(getent passwd ${name} 2>/dev/null | cut -d : -f 6)
  HOME=\${home:-/} runuser -u ${name} -- sh -c ${words}
else sudo -n -H -u ${name} -- sh -c ${words}
fi`;
}
