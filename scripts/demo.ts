/** `npm run demo`: the story is told by the scenes, in this order. Exit status 1 when anything wasn't as it must be. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { demoPage } from './demo/page.ts';
import { PLANTS, type Plant, type Scene } from './demo/scene.ts';
import { tellDocker } from './demo/scenes/docker.ts';
import { DRILL_PAGE, tellDrill } from './demo/scenes/drill.ts';
import { tellOverSsh } from './demo/scenes/over-ssh.ts';
import { tellPostgres } from './demo/scenes/postgres.ts';
import { tellStockRestic } from './demo/scenes/stock-restic.ts';
import { tellTicketShop } from './demo/scenes/ticket-shop.ts';
import { Story } from './demo/story.ts';

const HELP = `Usage: npm run demo -- [options]

  --step           wait for Enter before each step
  --quick          a smaller shop (also when CI is set)
  --short          the main story alone, without what else this machine has
  --keep           keep everything the demo made, not the page alone
  --plant FAULT    plant a fault that the demo must find; several: ${PLANTS.join(', ')}
  --program FILE   the program to show (default: dist/holdfast.js)
  --help           this`;

const { values: flags } = parseArgs({
  options: {
    step: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: (process.env['CI'] ?? '') !== '' },
    short: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    plant: { type: 'string', multiple: true, default: [] },
    program: { type: 'string', default: join(import.meta.dirname, '../dist/holdfast.js') },
    help: { type: 'boolean', default: false },
  },
});

if (flags.help) console.log(HELP);
else process.exitCode = await runDemo();

async function runDemo(): Promise<number> {
  const program = resolve(flags.program);
  if (!existsSync(program)) {
    console.error(`Cannot show ${program}: it isn't there. Run \`npm run build\` first.`);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
  const scene = setUpScene(folder, program, interruption());
  const broken = await tell(scene);
  const page = join(folder, 'page.html');
  writeFileSync(page, demoPage(scene, broken));
  if (!flags.keep) removeAllBut(folder, ['page.html', DRILL_PAGE]);
  return sayHowItEnded(scene, broken, page);
}

/** Aborts on Ctrl-C: the story then breaks off, and everything that was started is still taken down. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

function setUpScene(folder: string, program: string, signal: AbortSignal): Scene {
  // What the demo's commands make is theirs, whatever the umask of who runs it.
  process.umask(0o022);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(program, join(folder, 'bin/holdfast'));
  chmodSync(folder, 0o755); // where there is a server under another account, it must get in
  const { GITHUB_ACTIONS: _, ...own } = process.env; // in a workflow no recovery code would be shown
  const env = { ...own, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
  const write = (text: string) => void process.stdout.write(text);
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
  return {
    story: new Story({
      folder,
      env,
      write,
      colours,
      pause: flags.step ? waitForEnter : async () => {},
      signal,
    }),
    folder,
    env,
    quick: flags.quick,
    plants: flags.plant.map(parsePlant),
    figures: { backups: [], comparisons: [], timings: [] },
  };
}

function parsePlant(text: string): Plant {
  const plant = PLANTS.find((one) => one === text);
  if (plant === undefined) throw new Error(`Cannot plant ${text}: expected one of ${PLANTS.join(', ')}.`);
  return plant;
}

async function waitForEnter(): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question('\n   [Enter] ');
  terminal.close();
}

/** Null when the story came to its end; else what it broke off with. */
async function tell(scene: Scene): Promise<string | null> {
  console.log('Holdfast: a backup, a disaster and a restore. Every command below is run as it is shown, in');
  console.log(`${scene.folder}; \`holdfast\` is dist/holdfast.js of this checkout.`);
  try {
    const shop = await tellTicketShop(scene);
    if (flags.short) return null;
    await tellStockRestic(scene, shop);
    await tellOverSsh(scene, shop);
    await tellPostgres(scene);
    await tellDocker(scene);
    await tellDrill(scene, shop);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function removeAllBut(folder: string, kept: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function sayHowItEnded({ story, folder }: Scene, broken: string | null, page: string): number {
  const passed = story.checks.filter((check) => check.passed).length;
  console.log(`\nThe page to look at: ${page}`);
  const drillPage = join(folder, DRILL_PAGE);
  if (existsSync(drillPage)) console.log(`The drill’s own page: ${drillPage}`);
  if (flags.keep) console.log(`Everything is kept in: ${folder}`);
  if (broken === null && story.failures === 0) {
    console.log(`Restored and verified: all ${passed} checks passed.`);
    return 0;
  }
  for (const check of story.checks) if (!check.passed) console.log(`FAILED: ${check.text}`);
  if (broken !== null) console.log(`FAILED: ${broken}`);
  console.log(
    `The demo failed: ${passed} checks passed, ${story.failures + (broken === null ? 0 : 1)} failed.`,
  );
  return 1;
}
