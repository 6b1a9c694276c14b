import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../../bytestring.ts';
import type { DoltClient } from '../../databases/dolt/client.ts';
import { askServer } from '../../databases/dolt/server.ts';
import { stateIn, stateStatements } from '../../databases/dolt/state.ts';
import { requireSameState, storedBackup } from '../../databases/dolt/stored-backup.ts';
import { FINGERPRINT_VERSION, whyNotCompared } from '../../databases/fingerprint.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { parseDuration } from '../../duration.ts';
import { asUser } from '../../hosts/as-user.ts';
import type { RestoreStep, Site } from '../application.ts';
import { clientOf, serverUrl } from './access.ts';
import type { DoltMove } from './move.ts';

const ASK_EVERY_MS = 200;

/** The started server, as its administrator. */
function liveClient(site: Site, { server, account }: DoltMove): DoltClient {
  const url = serverUrl(server, account, { options: { globals: 'only' } });
  return clientOf({ ...site, host: asUser(site.host, account.user) }, url);
}

/** A process that is there need not listen yet. */
export function answerStep(move: DoltMove): RestoreStep {
  return {
    kind: 'run',
    title: 'wait until it answers',
    run: async (site) => {
      const { 'start-limit': limit } = move.account.settings;
      const giveUpMs = performance.now() + parseDuration(limit, 'start-limit');
      const client = liveClient(site, move);
      for (;;) {
        try {
          await askServer(client);
          return;
        } catch (error) {
          if (performance.now() > giveUpMs || !String(error).includes('connection refused')) throw error;
          await sleep(ASK_EVERY_MS, undefined, { signal: site.signal });
        }
      }
    },
  };
}

/** What the started server tells of each database, against what was saved: every branch, tag, stash, working set, and table. */
export function compareStep(move: DoltMove, backups: readonly DumpRecord[]): RestoreStep {
  return {
    kind: 'run',
    title: 'compare what the server tells with what was saved',
    run: async (site) => {
      const client = liveClient(site, move);
      for (const record of backups) await compareOne(client, record, site);
    },
  };
}

async function compareOne(client: DoltClient, record: DumpRecord, site: Site): Promise<void> {
  const { fingerprint } = record;
  const { outline } = storedBackup(record);
  const shown = displayText(outline.database);
  if (fingerprint === null || fingerprint.fingerprint_version !== FINGERPRINT_VERSION) {
    site.onWarning(`${shown}: ${whyNotCompared(fingerprint)}.`);
    return;
  }
  const rows = await client.query(`read the database ${JSON.stringify(shown)}`, stateStatements(outline));
  requireSameState(fingerprint, stateIn(rows), `the database ${JSON.stringify(shown)}`);
  site.onInfo(`${shown}: every branch, tag, stash and working set is as it was saved`);
}
