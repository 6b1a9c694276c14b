import type { EngineClient } from '../hosts/container-engine.ts';
import { DRILL_LABEL, ENDS_LABEL, removeContainers } from './drill-container.ts';

const ID = /^[0-9a-f]{12,64}$/;

/**
 * Removes containers that drills have left (a machine that lost its power, an engine that was killed): those whose time is
 * over, and all of the drill `drillId`. Those of others that may still run are left alone.
 * @returns how many. @throws what the engine says.
 */
export async function sweepContainers(
  client: EngineClient,
  drillId: string | null,
  signal: AbortSignal,
): Promise<number> {
  const format = `{{.ID}} {{.Label "${ENDS_LABEL}"}} {{.Label "${DRILL_LABEL}"}}`;
  const words = ['ps', '--all', '--no-trunc', '--filter', `label=${DRILL_LABEL}`, '--format', format];
  const text = await client.ask('look for what drills have left', words, signal);
  const nowSeconds = Date.now() / 1000;
  const left = text.split('\n').flatMap((line) => {
    const [id = '', ends, drill] = line.trim().split(' ');
    const isOver = Number(ends) < nowSeconds || (drillId !== null && drill === drillId);
    return ID.test(id) && isOver ? [id] : [];
  });
  await removeContainers(client, left);
  return left.length;
}
