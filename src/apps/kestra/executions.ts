import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../databases/database.ts';
import { parseDuration } from '../../duration.ts';
import { HoldfastError } from '../../errors.ts';
import type { Facts, Site } from '../application.ts';
import { runningExecutions } from './database.ts';
import type { KestraSettings } from './settings.ts';

const LOOK_EVERY_MS = 5000;

/**
 * What becomes of executions that are under way, as the user says. Kestra itself takes up again what a stop has cut off.
 * @throws HoldfastError application-unfit where they are not to be cut off.
 */
export async function awaitExecutions(
  site: Site,
  settings: KestraSettings,
  database: Database | null,
): Promise<Facts> {
  const { 'running-executions': policy, 'executions-limit': limit } = settings;
  if (database?.select === undefined) {
    if (policy === 'go-on') return {};
    throw new HoldfastError(
      'bad-input',
      `Cannot see on "${site.host.name}" whether executions run: expected a PostgreSQL or MySQL database that can be asked with running-executions=${policy}. ` +
        'Say running-executions=go-on, and choose a quiet hour.',
    );
  }
  const limitMs = policy === 'wait' ? parseDuration(limit, 'executions-limit') : 0;
  const giveUpMs = performance.now() + limitMs;
  for (let told = false; ; told = true) {
    const count = await runningExecutions(site, database);
    if (count === 0) return { running_executions: '0' };
    const what = `${count} of its executions ${count === 1 ? 'is' : 'are'} under way`;
    if (policy === 'go-on') {
      site.onInfo(`Kestra: ${what}; it takes them up again when it is started.`);
      return { running_executions: String(count) };
    }
    if (policy === 'fail' || performance.now() >= giveUpMs) {
      throw new HoldfastError(
        'application-unfit',
        `Cannot back up Kestra on "${site.host.name}": ${what}${policy === 'wait' ? ` for ${limit}` : ''}, expected none. Choose a quieter hour, ` +
          'wait longer (executions-limit), or say running-executions=go-on.',
      );
    }
    if (!told) site.onInfo(`Kestra: waiting, since ${what}`);
    await sleep(Math.min(LOOK_EVERY_MS, Math.max(limitMs / 10, 50)), undefined, { signal: site.signal });
  }
}
