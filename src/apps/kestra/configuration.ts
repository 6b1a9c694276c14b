import type { Site } from '../application.ts';
import { readText } from '../host-look.ts';
import type { KestraSettings } from './settings.ts';

/** What Kestra's own configuration says of where its things are. Null: it doesn't say. */
export interface KestraConfiguration {
  /** `postgres`, `mysql`, `h2`, `elasticsearch`, `memory`. */
  readonly repository: string | null;
  readonly queue: string | null;
  /** `local`, `s3`, `minio`, `gcs`, `azure`. */
  readonly storage: string | null;
  readonly basePath: string | null;
  /** `jdbc:postgresql://host:port/database`. */
  readonly jdbc: string | null;
  readonly user: string | null;
  /** Whether `kestra.encryption.secret-key` is there: what is encrypted can't be read without it. */
  readonly hasSecretKey: boolean;
}

/** Of the files that the settings name, the compose file before others, and before it what overrides it: the first that says something counts. */
export async function readConfiguration(
  site: Pick<Site, 'host' | 'signal'>,
  { compose, overrides, configuration }: KestraSettings,
): Promise<KestraConfiguration> {
  const files = [...overrides.toReversed(), ...(compose === undefined ? [] : [compose]), ...configuration];
  const said = new Map<string, string>();
  for (const file of files) {
    const text = await readText(site, file);
    for (const [key, value] of keysIn(text ?? '')) if (!said.has(key)) said.set(key, value);
  }
  const read = (key: string) => {
    const found = [...said].find(([one]) => one === key || one.endsWith(`.${key}`))?.[1] ?? null;
    // `${NAME}` is filled in by whoever starts it.
    return found === null || found === '' || found.includes('${') ? null : found;
  };
  const datasource = ['postgres', 'mysql', 'h2', 'default'].find(
    (one) => read(`datasources.${one}.url`) !== null,
  );
  return {
    repository: read('kestra.repository.type'),
    queue: read('kestra.queue.type'),
    storage: read('kestra.storage.type'),
    basePath: read('kestra.storage.local.base-path') ?? read('kestra.storage.local.basePath'),
    jdbc: datasource === undefined ? null : read(`datasources.${datasource}.url`),
    user: datasource === undefined ? null : read(`datasources.${datasource}.username`),
    hasSecretKey: [...said.keys()].some((key) => /(^|\.)kestra\.encryption\.secret-?key$/i.test(key)),
  };
}

const KEY = /^( *)["']?([A-Za-z0-9_.-]+)["']?\s*:(?:\s+(.*))?$/;

/**
 * The scalars of a YAML file of plain maps, by their dotted paths. Kestra's configuration stands in a compose file as a text
 * block of the same shape, which is taken for what it holds. Lists, anchors and flow style are passed over: what isn't found
 * here, a user says by a setting.
 */
export function keysIn(yaml: string): Map<string, string> {
  const found = new Map<string, string>();
  const open: { readonly indent: number; readonly path: string }[] = [];
  for (const line of yaml.split('\n')) {
    const [, space = '', key = '', rest = ''] = KEY.exec(line.replace(/\r$/, '')) ?? [];
    if (key === '') continue;
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const path = [open.at(-1)?.path, key].filter((part) => part !== undefined).join('.');
    open.push({ indent: space.length, path });
    const value = scalarIn(rest);
    if (value !== '' && !/^[|>&*[{!]/.test(rest.trim())) found.set(path, value);
  }
  return found;
}

function scalarIn(text: string): string {
  const [, double, single] = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(text.trim()) ?? [];
  return double ?? single ?? text.replace(/(^|\s)#.*$/, '').trim();
}
