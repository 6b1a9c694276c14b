import { sweepFolders } from '../drills/drill-folder.ts';
import { sweepContainers, sweepVolumes } from '../drills/sweep.ts';
import { teardownText } from '../drills/teardown-text.ts';
import { listInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { EngineClient, engineEnvironment } from '../hosts/container-engine.ts';
import { localHost } from '../hosts/local.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** In post: what ends with main's process may need a moment; what doesn't is removed here. */
export async function sweepDrill({ signal }: StageTools): Promise<void> {
  const drillId = unfinished.drillId();
  if (drillId === null) return;
  const engine = textInput('engine') === 'podman' ? 'podman' : 'docker';
  const client = new EngineClient(engine, localHost(), engineEnvironment(process.env));
  let folders = 0;
  let containers = 0;
  let volumes = 0;
  try {
    folders = await sweepFolders(client.host, drillId);
    if (listInput('image').length > 0) {
      containers = await sweepContainers(client, drillId, signal);
      volumes = await sweepVolumes(client, drillId, signal);
    }
  } finally {
    await client.host.close();
  }
  const found = teardownText({ containers, volumes, folders });
  log.info(`The step was cut off; ${found} of the drill removed.`);
}
