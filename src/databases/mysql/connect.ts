import type { Host } from '../../hosts/host.ts';
import type { MysqlAccess } from './access.ts';
import { readServerFacts, type ServerFacts } from './server.ts';
import { MysqlSession } from './session.ts';
import { findClient } from './tools.ts';

/** A server that answers. */
export interface Server {
  readonly facts: ServerFacts;
  /** Another session, that knows the settings; `signal` in place of the run's own, for what must be put right after it. */
  readonly open: (signal?: AbortSignal) => Promise<MysqlSession>;
}

/** @throws HoldfastError host-unsupported without a client, or for a server that is too old; command-failed. */
export async function connectServer(host: Host, access: MysqlAccess, signal: AbortSignal): Promise<Server> {
  const client = await findClient(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
  const openWith = async (ending: AbortSignal) => {
    const session = await MysqlSession.start(host, { access, client, signal: ending });
    try {
      return { session, facts: await readServerFacts(session) };
    } catch (error) {
      await session.close();
      throw error;
    }
  };
  const first = await openWith(signal);
  await first.session.close();
  return { facts: first.facts, open: async (other = signal) => (await openWith(other)).session };
}
