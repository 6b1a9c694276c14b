#!/usr/bin/env node
// The command line. Plain JavaScript that old Nodes can parse, so that they get an answer instead of a stack trace.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_NODE = 24;
// A checkout brings its own Node.
const ownNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) {
  // In the user's own folder: bytecode out of a shared /tmp could be somebody else's.
  const cacheHome = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const ours = join(cacheHome, 'holdfast');
  // Node makes folders above, too, and never ends where one says "no such file" to whatever is made in it, as /proc does.
  for (const folder of [cacheHome, ours]) tryToMake(folder);
  if (existsSync(ours)) module.enableCompileCache(join(ours, 'compile-cache'));
  const { runCli } = await import('./bundle/index.js');
  await runCli();
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
} else {
  console.error(
    `Cannot run holdfast on Node ${process.versions.node}: expected ${NEEDED_NODE} or newer. ` +
      'Install it from https://nodejs.org, or run `npm ci` in the checkout, which brings it.',
  );
  process.exitCode = 1;
}

function tryToMake(folder) {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {}
}
