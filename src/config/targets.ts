import type { HostSection } from '../hosts/host-section.ts';
import type { RetentionSection } from '../retention/policy-section.ts';
import type { Path } from './finding.ts';
import type { ConfigFile } from './schema/file.ts';
import type { StorageSection } from './schema/storage.ts';
import type { TargetSection } from './schema/target.ts';

/** A target with what `defaults` say for it, and what its names stand for. Null: it isn't said, or there is no such. */
export interface Target {
  readonly name: string;
  /** Its profile's name; null: none. */
  readonly application: string | null;
  readonly settings: TargetSection;
  readonly host: HostSection | null;
  /** As its snapshots have it. */
  readonly hostname: string | null;
  readonly storage: StorageSection | null;
  readonly copyTo: StorageSection | null;
  readonly policy: RetentionSection | null;
  /** Where a key of it is said: in the target, or in the defaults; of one that isn't said, the target. */
  pathOf(key: keyof TargetSection): Path;
}

/** All targets, in the file's order. */
export function targetsOf(config: ConfigFile): Target[] {
  return Object.entries(config.targets).map(([name, own]) => targetOf(config, name, own));
}

function targetOf(config: ConfigFile, name: string, own: TargetSection): Target {
  const defaults = config.defaults ?? {};
  const settings = { ...defaults, ...own };
  const host = at(config.hosts, settings.host);
  return {
    name,
    application: settings.application ?? null,
    settings,
    host,
    hostname: host === null ? null : (host.name ?? settings.host ?? null),
    storage: at(config.storage, settings.storage),
    copyTo: at(config.storage, settings['copy-to']),
    policy: at(config.retention ?? {}, settings.retention),
    pathOf: (key) => {
      if (own[key] !== undefined) return ['targets', name, key];
      return defaults[key] !== undefined ? ['defaults', key] : ['targets', name];
    },
  };
}

/** Null: nothing is named, or there is no such. */
export function at<T>(sections: Readonly<Record<string, T>>, name: string | undefined): T | null {
  return name !== undefined && Object.hasOwn(sections, name) ? (sections[name] ?? null) : null;
}
