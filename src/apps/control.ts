import { setTimeout as sleep } from 'node:timers/promises';
import { displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { AS_A_PERSON } from '../hosts/as-a-person.ts';
import { askStatus, type Status } from '../hosts/ask-status.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import { CommandFailure, runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';
import { type Control, type RestoreStep, SETTLE_LIMIT_MS, type Site } from './application.ts';

const LOOK_EVERY_MS = 250;

/** What a control's status command says. */
export async function statusOf({ host, signal }: Site, { status }: Control): Promise<Status> {
  return status === null ? 'unknown' : askStatus(host, status, signal);
}

/** For a restore: stops the application, unless it is stopped; it stays so until the restore's own last step. */
export function stopStep(title: string, control: Control): RestoreStep {
  return {
    kind: 'run',
    title: `stop ${title}`,
    run: async (site) => {
      if ((await statusOf(site, control)) === 'stopped') return;
      for (const command of control.stop) await runCommand(site, `stop ${title}`, command);
      if (control.status !== null) await untilIt(site, control, { is: 'stopped', title });
    },
    runsAgain: async (site) => (await statusOf(site, control)) === 'runs',
  };
}

/** For a restore: starts the application, unless it runs. */
export function startStep(title: string, control: Control): RestoreStep {
  return {
    kind: 'run',
    title: `start ${title}`,
    starts: true,
    run: async (site) => {
      if ((await statusOf(site, control)) === 'runs') return;
      for (const command of control.start) await runCommand(site, `start ${title}`, command);
      if (control.status !== null) await untilIt(site, control, { is: 'runs', title });
    },
  };
}

/** For a restore: commands of an application's own. */
export function shellStep(title: string, script: string): RestoreStep {
  return { kind: 'run', title, run: (site) => runCommand(site, title, script) };
}

/** For a restore: all of `folder` belongs to `user`, and to that account's own group. */
export function ownerStep(user: string, folder: string): RestoreStep {
  const owner = quote(fromText(`${user}:`));
  return shellStep(`give it to ${displayText(user)}`, `chown -Rh ${owner} ${quote(fromText(folder))}/.`);
}

/** A user's or a vendor's command. What it leaves running may keep its output: it goes by a file. */
export async function runCommand({ host, signal }: Site, what: string, command: string): Promise<void> {
  const script = `
out=$(mktemp) || exit 1
(${AS_A_PERSON}; cd /
${command}
) </dev/null >"$out" 2>&1
code=$?
tail -n 20 "$out" >&2
rm -f "$out"
exit $code`;
  const output = await runToEnd(host, script, { signal });
  if (!isSuccess(output.exit)) throw new CommandFailure(what, host, output);
}

async function untilIt(
  site: Site,
  control: Control,
  { is, title }: { is: 'runs' | 'stopped'; title: string },
): Promise<void> {
  const giveUpMs = performance.now() + (control.settleMs ?? SETTLE_LIMIT_MS);
  for (;;) {
    const status = await statusOf(site, control);
    if (status === is) return;
    if (status === 'unknown' || performance.now() > giveUpMs) {
      const said =
        status === 'unknown'
          ? "can't say whether it runs"
          : `says that it ${status === 'runs' ? 'runs' : 'is stopped'}`;
      throw new HoldfastError(
        'command-failed',
        `Cannot ${is === 'runs' ? 'start' : 'stop'} ${displayText(title)} on "${site.host.name}": its status command ${said}, expected ` +
          `that it ${is === 'runs' ? 'runs' : 'is stopped'}. Look at it there, then restore again.`,
      );
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: site.signal });
  }
}
