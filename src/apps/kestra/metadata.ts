import { parseBucket } from '../../buckets/bucket.ts';
import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { CommandFailure, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Facts, Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import { cliScript } from './command.ts';
import type { KestraSettings } from './settings.ts';
import type { Storage } from './storage.ts';

/** How many of each kind Kestra says that it saved, or brought back: `Flow` → 2. */
type Summary = Readonly<Record<string, number>>;

/**
 * Enterprise edition: Kestra’s own backup of its metadata, made while it is stopped, by a command line of its own. It is encrypted
 * by the key that Kestra has for it: another one would stand on a command line. The file is in the internal storage, and saved with it.
 *
 * @throws HoldfastError command-failed where it doesn't say what it has saved, application-unfit where that isn't there.
 */
export async function backUpMetadata(site: Site, settings: KestraSettings, storage: Storage): Promise<Facts> {
  const { metadata, tenant, 'include-data': includeData } = settings;
  if (metadata === 'none') return {};
  const words = [
    ...['backups', 'create', metadata.toUpperCase()],
    ...(tenant === undefined ? [] : ['--tenant', tenant]),
    ...(includeData ? ['--include-data'] : []),
  ];
  const said = await runCli(site, settings, { words, what: 'make Kestra’s own backup of its metadata' });
  const uri = /Backup created: (kestra:\/\/\/\S+)/.exec(said)?.[1];
  const summary = summaryIn(said, 'Backup summary');
  if (uri === undefined || summary === null)
    throw unsaid(
      site,
      `kestra ${words.join(' ')}`,
      said,
      '`Backup created: kestra:///…` and `Backup summary: […]`',
    );
  if (Object.values(summary).every((count) => count === 0))
    throw unsaid(site, `kestra ${words.join(' ')}`, said, 'a summary that counts something');
  await requireFile(site, storage, uri);
  site.onInfo(`Kestra’s own backup of its metadata: ${displayText(uri)} (${shown(summary)})`);
  return { metadata_uri: displayText(uri), metadata_summary: JSON.stringify(summary) };
}

/** @throws HoldfastError restore-mismatch where it brought back other than it had saved; command-failed. */
export async function restoreMetadata(
  site: Site,
  settings: KestraSettings,
  { uri, summary }: { uri: string; summary: string },
): Promise<void> {
  const { 'to-tenant': tenant } = settings;
  const words = ['backups', 'restore', uri, ...(tenant === undefined ? [] : ['--to-tenant', tenant])];
  const said = await runCli(site, settings, { words, what: 'give Kestra its own backup of its metadata' });
  const restored = summaryIn(said, 'Restore summary');
  if (restored === null) throw unsaid(site, 'kestra backups restore', said, '`Restore summary: […]`');
  const saved = JSON.parse(summary) as Summary;
  const keys = [...new Set([...Object.keys(saved), ...Object.keys(restored)])];
  const different = keys.filter((key) => (saved[key] ?? 0) !== (restored[key] ?? 0));
  if (different.length === 0) return;
  const differences = different.map(
    (key) => `${displayText(key)}: ${saved[key] ?? 0} saved, ${restored[key] ?? 0} restored`,
  );
  throw new HoldfastError(
    'restore-mismatch',
    `Cannot count Kestra’s metadata on "${site.host.name}" as restored: ${differences.join('; ')}, expected the same of each kind. See Kestra’s log.`,
  );
}

/** Kafka is filled again from the repository. */
export async function restoreQueue(site: Site, settings: KestraSettings, command: string): Promise<void> {
  await runCli(site, settings, { words: [command, 'restore-queue'], what: 'fill Kestra’s queue again' });
}

async function runCli(
  { host, signal }: Site,
  settings: KestraSettings,
  { words, what }: { words: readonly string[]; what: string },
): Promise<string> {
  const script = cliScript(settings, words);
  if (script === null) {
    throw new HoldfastError(
      'bad-input',
      `Cannot ${what} on "${host.name}": nobody says how its command line is called, expected the option command.`,
    );
  }
  const output = await runToEnd(host, script, { signal });
  if (!isSuccess(output.exit)) throw new CommandFailure(what, host, output);
  return output.stdout.toString('utf8');
}

/** `Backup summary: [Flow: 2, Trigger: 1]`; null: it isn't there, or isn't that. */
function summaryIn(said: string, title: string): Summary | null {
  const [, list] = new RegExp(`${title}: \\[([^\\]]*)\\]`).exec(said) ?? [];
  if (list === undefined) return null;
  const pairs = list.split(',').map((pair) => {
    const colon = pair.lastIndexOf(':');
    return [pair.slice(0, Math.max(0, colon)).trim(), pair.slice(colon + 1).trim()] as const;
  });
  if (pairs.some(([name, count]) => name === '' || !/^\d+$/.test(count))) return null;
  return Object.fromEntries(pairs.map(([name, count]) => [name, Number(count)]));
}

function shown(summary: Summary): string {
  return displayText(
    Object.entries(summary)
      .map(([key, count]) => `${key}: ${count}`)
      .join(', '),
  );
}

/** In the storage, below a tenant or at its root. */
async function requireFile(site: Site, storage: Storage, uri: string): Promise<void> {
  if (storage.kind === 'bucket') return requireObject(site, storage.url, uri);
  const path = quote(fromText(uri.slice('kestra://'.length)));
  const script = `cd ${quote(fromText(storage.path))} || exit 1
for file in .${path} ./*${path}; do [ ! -s "$file" ] || { echo y; exit 0; }; done; true`;
  if ((await linesOf(site, 'look for Kestra’s own backup', script))[0] === 'y') return;
  throw notThere(site, uri, storage.path);
}

async function requireObject(site: Site, url: string, uri: string): Promise<void> {
  const store = await parseBucket(url, 'the option bucket', site.env).open(site.onInfo);
  const path = uri.slice('kestra://'.length);
  try {
    for await (const page of store.list(site.signal))
      if (page.some(({ key, sizeBytes }) => key !== null && `/${key}`.endsWith(path) && sizeBytes > 0))
        return;
  } finally {
    store.close();
  }
  throw notThere(site, uri, url);
}

function notThere({ host }: Site, uri: string, place: string): HoldfastError {
  return new HoldfastError(
    'application-unfit',
    `Cannot save Kestra’s own backup of its metadata on "${host.name}": ${displayText(uri)} is not in ${displayText(place)}, expected it there. ` +
      'See whether that is the internal storage of this Kestra.',
  );
}

function unsaid({ host }: Site, command: string, said: string, expected: string): HoldfastError {
  const last = displayText(said.trim().split('\n').slice(-3).join(' | '));
  return new HoldfastError(
    'command-failed',
    `Cannot believe \`${displayText(command)}\` on "${host.name}": it exits 0 and prints ${last === '' ? 'nothing' : JSON.stringify(last)}, expected ${expected}. ` +
      'Run it there by hand to see why; only the Enterprise edition has it.',
  );
}
