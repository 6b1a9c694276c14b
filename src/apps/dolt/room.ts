import { displayText, fromText } from '../../bytestring.ts';
import { dumpNameOf } from '../../databases/dump-name.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import { linesOf } from '../host-look.ts';

/** Shell: prints how many KiB are free where `$1` is or will be. */
export const FREE = `free_at() {
  at=$1
  while [ ! -d "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
  df -Pk "$at" | tail -n 1 | awk '{ print $(NF - 2) }'
}
`;

/**
 * The staging folder must be one that the server's account can write, and that no database is in. The first backup of a database takes there about what
 * the database takes; from then on what is new, which nobody knows before: then Dolt itself says that there is no room.
 * @param own The host as that account.
 * @throws HoldfastError bad-input, no-permission, no-space.
 */
export async function requireStaging(
  own: { host: Host; signal: AbortSignal },
  options: {
    readonly staging: string;
    readonly dataFolder: string;
    readonly databases: readonly string[];
    readonly user: string;
    readonly checkRoom: boolean;
  },
): Promise<void> {
  const { staging, dataFolder, databases, user, checkRoom } = options;
  const { host } = own;
  if (`${staging}/`.startsWith(`${dataFolder}/`)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot keep Dolt's backups in ${staging}: it is in the data directory ${dataFolder}, expected a folder outside of it, where no database of the server's is. ` +
        'Name another one: staging=/var/backups/dolt.',
    );
  }
  const folder = quote(fromText(staging));
  const script = `${FREE}[ -d ${folder} ] && [ -w ${folder} ] && [ -x ${folder} ] || { echo none; exit 0; }
need=0
set -- ${quoteAll(databases.flatMap((name) => [name, dumpNameOf(name, 'backup')]).map(fromText))}
while [ $# -gt 1 ]; do
  noms=${quote(fromText(dataFolder))}/$1/.dolt/noms
  if [ -d "$noms" ] && [ ! -e ${folder}/"$2"/manifest ]; then need=$((need + $(du -sk "$noms" | cut -f 1))); fi
  shift 2
done
echo $need
free_at ${folder}`;
  const [need = '', free] = await linesOf(own, 'look at the staging folder', script);
  if (need === 'none') {
    throw new HoldfastError(
      'no-permission',
      `Cannot keep Dolt's backups in ${staging} on "${host.name}": there is no such folder that the server's account ${JSON.stringify(displayText(user))} can write, expected one. ` +
        `Make it: install -d -m 700 -o ${displayText(user)} ${staging}. Or name another: staging.`,
    );
  }
  const freeKib = Number(free);
  if (!checkRoom || Number(need) <= freeKib) return;
  throw new HoldfastError(
    'no-space',
    `Cannot keep Dolt's backups in ${staging} on "${host.name}": ${freeKib} KiB are free there, expected about ${Number(need)} KiB for the databases that have no backup there yet. ` +
      'Make room, or name a folder on another disk (staging). check-room=false tries it all the same.',
  );
}

/**
 * Room for a restore: the largest dump is unpacked in the work folder, and all of them go into the data directory.
 * @throws HoldfastError no-space.
 */
export async function requireRestoreRoom(
  site: { host: Host; signal: AbortSignal },
  needs: readonly { readonly folder: string; readonly bytes: number }[],
): Promise<void> {
  const words = quoteAll(needs.map(({ folder }) => fromText(folder)));
  const script = `${FREE}for folder in ${words}; do free_at "$folder"; done`;
  const free = await linesOf(site, 'ask how much room there is', script);
  for (const [i, { folder, bytes }] of needs.entries()) {
    const needKib = Math.ceil(bytes / 1024);
    if (needKib <= Number(free[i])) continue;
    throw new HoldfastError(
      'no-space',
      `Cannot restore Dolt to "${site.host.name}": ${Number(free[i])} KiB are free in ${folder}, expected ${needKib} KiB at least. Make room, or name another place ` +
        '(work-folder, data-dir). check-room=false tries it all the same.',
    );
  }
}
