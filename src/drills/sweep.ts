import type { EngineClient } from '../hosts/container-engine.ts';
import { removeContainers } from './drill-container.ts';
import { DRILL_LABEL, ENDS_LABEL } from './run-words.ts';

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
  const words = ['ps', '--all', '--no-trunc', '--filter', `label=${DRILL_LABEL}`];
  const left = await leftOf(client, { words: [...words, '--format', formatOf('.ID')], drillId }, signal);
  await removeContainers(client, left);
  return left.length;
}

/**
 * The same of volumes without a container: somebody has removed that without them. None of Podman's, which have no labels.
 * @returns how many are gone. @throws what the engine says.
 */
export async function sweepVolumes(
  client: EngineClient,
  drillId: string | null,
  signal: AbortSignal,
): Promise<number> {
  if (client.engine !== 'docker') return 0;
  const words = ['volume', 'ls', '--filter', `label=${DRILL_LABEL}`, '--filter', 'dangling=true'];
  const left = await leftOf(client, { words: [...words, '--format', formatOf('.Name')], drillId }, signal);
  const removed = left.map((name) =>
    client.ask('remove a volume that a drill left', ['volume', 'rm', name], signal).then(
      () => 1,
      () => 0, // another drill has it, or removes it
    ),
  );
  return (await Promise.all(removed)).reduce((sum, count) => sum + count, 0);
}

function formatOf(id: string): string {
  return `{{${id}}} {{.Label "${ENDS_LABEL}"}} {{.Label "${DRILL_LABEL}"}}`;
}

async function leftOf(
  client: EngineClient,
  { words, drillId }: { words: readonly string[]; drillId: string | null },
  signal: AbortSignal,
): Promise<string[]> {
  const text = await client.ask('look for what drills have left', words, signal);
  const nowSeconds = Date.now() / 1000;
  return text.split('\n').flatMap((line) => {
    const [id = '', ends, drill] = line.trim().split(' ');
    const isOver = Number(ends) < nowSeconds || (drillId !== null && drill === drillId);
    return ID.test(id) && isOver ? [id] : [];
  });
}
