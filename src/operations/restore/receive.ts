import { displayText, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { type Output, runToEnd } from '../../hosts/output.ts';
import { RECEIVED_NAME, type SendOptions, sendTar } from './send.ts';
import type { SendItem } from './send-order.ts';
import { asItsRun, failureIn, type Workspace } from './workspace.ts';

/** `received` is the last member: with it missing the stream was cut, which tar takes for a good end. */
export function unpackScript({ script }: Unpacker, receivedName: string = RECEIVED_NAME): string {
  return `
rm -f ${receivedName}
${script} || exit
cat ${receivedName}`;
}

export interface ReceiveOptions extends SendOptions {
  readonly onWarning: (message: string) => void;
}

/** Words of tar that mean that it gave up on something, although it may go on and end well. */
const MAX_WARNINGS = 20;

/**
 * Unpacks what `windows` gives in the workspace, as one tar stream.
 * @throws HoldfastError no-space, no-permission, command-failed, host-silent …; cancelled.
 */
export async function receive(
  workspace: Workspace,
  windows: AsyncIterable<SendItem[]>,
  options: ReceiveOptions,
): Promise<void> {
  const script = asItsRun(workspace, unpackScript(options.unpacker));
  const output = await runToEnd(workspace.host, script, {
    stdin: (write) => sendTar(windows, write, workspace.token, options),
    hasLargeInput: true,
    signal: options.signal,
  });
  judge(workspace, output, options);
}

/** @throws HoldfastError as `receive`, unless a tar that unpacked by `unpackScript` got all. */
export function judge(
  workspace: Workspace,
  output: Output,
  options: Pick<ReceiveOptions, 'onWarning'>,
): void {
  if (!isSuccess(output.exit)) throw failureIn(workspace, 'unpack what is restored', output);
  for (const line of warningsOf(output.stderr)) options.onWarning(`tar on ${workspace.host.name}: ${line}`);
  if (fromBytes(output.stdout) !== workspace.token) throw cutOff(workspace);
}

function warningsOf(stderr: Buffer): string[] {
  const lines = stderr.toString('utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .slice(0, MAX_WARNINGS)
    .map(displayText);
}

function cutOff({ host }: Workspace): HoldfastError {
  return new HoldfastError(
    'host-silent',
    `Cannot restore on "${host.name}": its tar ended before all was sent to it. The connection was cut; restore again to go on.`,
  );
}
