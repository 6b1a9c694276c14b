import type { Host } from '../../hosts/host.ts';
import { SHELL_COMMAND, scriptLine } from '../../hosts/shell.ts';

/**
 * `host`, on which every script sees the mounts of process `pid`. The script goes there as every script does, on stdin.
 * Closing it leaves `host` open.
 */
export function inMountNamespace(host: Host, pid: number): Host {
  return {
    name: host.name,
    recordedName: host.recordedName,
    async start(script, options) {
      const command = await host.start(`exec nsenter -t ${pid} -m ${SHELL_COMMAND}`, options);
      command.stdin.write(scriptLine(script, { reportExit: false }));
      return command;
    },
    close: async () => {},
  };
}
