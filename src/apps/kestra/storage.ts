import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf, present } from '../host-look.ts';
import { firstContainer } from './command.ts';
import type { KestraConfiguration } from './configuration.ts';
import type { KestraSettings } from './settings.ts';

/** Where internal storage is: a folder of the host, or a bucket by its URL. */
export type Storage =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'bucket'; readonly url: string };

/**
 * @throws HoldfastError bad-input where nobody says: a database whose files aren't there is no backup. source-missing for a
 *   folder that isn't there.
 */
export async function storageOf(
  site: Site,
  settings: KestraSettings,
  configuration: KestraConfiguration,
): Promise<Storage> {
  if (settings.bucket !== undefined) return { kind: 'bucket', url: settings.bucket };
  const path = settings.storage ?? (await folderIn(site, settings, configuration));
  if ((await present(site, [`${path}/.`])).length > 0) return { kind: 'folder', path };
  throw new HoldfastError(
    'source-missing',
    `Cannot back up Kestra on "${site.host.name}": there is no folder ${displayText(path)}, expected its internal storage. See whether a disk isn’t ` +
      'mounted, or say where it is: storage=/FOLDER.',
  );
}

async function folderIn(
  site: Site,
  settings: KestraSettings,
  { storage, basePath }: KestraConfiguration,
): Promise<string> {
  if (storage !== null && storage !== 'local') {
    throw unknown(
      site,
      `kestra.storage.type is ${displayText(storage)}`,
      storage === 's3' || storage === 'minio'
        ? 'Give bucket=s3:https://HOST/BUCKET/PREFIX'
        : 'Only a folder and S3 can be saved: give bucket where the service speaks S3, too',
    );
  }
  if (basePath === null)
    throw unknown(site, 'nothing says where it is', 'Give storage=/FOLDER, or bucket=s3:…');
  if (settings.compose === undefined) return basePath;
  const mounts = await mountsOf(site, settings);
  const mount = mounts
    .filter(({ inside }) => basePath === inside || basePath.startsWith(`${inside}/`))
    .toSorted((a, b) => b.inside.length - a.inside.length)[0];
  if (mount !== undefined) return mount.outside + basePath.slice(mount.inside.length);
  throw unknown(
    site,
    `${displayText(basePath)} in the container is on no volume, and goes when the container does`,
    'Put it on a volume first',
  );
}

/** Volumes and folders of the host, where the first service's container has them. */
async function mountsOf(
  site: Site,
  settings: KestraSettings,
): Promise<{ readonly inside: string; readonly outside: string }[]> {
  const format = quote(fromText('{{range .Mounts}}{{.Destination}}{{"\\t"}}{{.Source}}{{"\\n"}}{{end}}'));
  const script = `${firstContainer(settings)}"$engine" inspect -f ${format} "$id" </dev/null`;
  const lines = await linesOf(site, 'ask for the volumes of Kestra’s container', script);
  return lines
    .map((line) => line.split('\t'))
    .filter(([inside, outside]) => inside?.startsWith('/') && outside?.startsWith('/'))
    .map(([inside = '', outside = '']) => ({ inside, outside }));
}

function unknown({ host }: Site, what: string, next: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot back up Kestra on "${host.name}": of its internal storage, ${what}, expected a folder of the host or a bucket: executions name files ` +
      `in it. ${next}.`,
  );
}
