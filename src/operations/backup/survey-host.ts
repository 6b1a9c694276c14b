import { readAccounts } from '../../files/accounts.ts';
import { chooseReader, probeHost } from '../../files/probe.ts';
import { readsAttributes } from '../../files/read-files.ts';
import type { Host } from '../../hosts/host.ts';
import type { Reporter } from '../progress.ts';
import type { HostSurvey } from './run.ts';

/** What must be known of the host before its application is held. */
export async function surveyHost(host: Host, reporter: Reporter, signal: AbortSignal): Promise<HostSurvey> {
  const accounts = readAccounts(host, signal);
  accounts.catch(() => {}); // met below; a host that can't be asked what it has says so first
  const probe = await probeHost(host, signal);
  const hostClockNs = clockFrom(probe.clockNs);
  const reader = chooseReader(host, probe);
  if (!readsAttributes(reader)) reporter.onWarning(NO_ATTRIBUTES);
  return { probe, hostClockNs, reader, accounts: await accounts };
}

const NO_ATTRIBUTES =
  "Extended attributes, access lists and capabilities are not saved: the host's tar doesn't give them. Install GNU tar " +
  'there, then back up once without a parent.';

/** A clock that said `atNs` a moment ago, carried on by our own. */
function clockFrom(atNs: bigint): () => bigint {
  const heardMs = performance.now();
  return () => atNs + BigInt(Math.floor(performance.now() - heardMs)) * 1_000_000n;
}
