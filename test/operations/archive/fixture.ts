import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Opening } from '../../../src/archive/age.ts';
import type { ArchiveStore } from '../../../src/archive/archive-store.ts';
import { type ArchiveFilter, resolveArchive } from '../../../src/archive/find-archives.ts';
import { openFolderStore } from '../../../src/archive/folder-store.ts';
import { fromText } from '../../../src/bytestring.ts';
import { configuredSheet } from '../../../src/config/recovery-sheet.ts';
import type { Target } from '../../../src/config/targets.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { type ArchiveOptions, type ArchiveResult, archive } from '../../../src/operations/archive.ts';
import type { Reporter } from '../../../src/operations/progress.ts';
import { type RestoreOptions, type RestoreResult, restore } from '../../../src/operations/restore.ts';
import { readArchive } from '../../../src/operations/restore-archive/archive-contents.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { DEFAULT_OPTIONS } from '../restore/harness.ts';

const ANY: ArchiveFilter = { target: null, host: null };

/** A folder to save, a folder of archives beside it, and a key to them. */
export class ArchiveFixture {
  readonly files: BackupFixture;
  readonly store: ArchiveStore;
  readonly identity: string;
  readonly recipient: string;
  readonly warnings: string[] = [];

  private constructor(files: BackupFixture, identity: string, recipient: string) {
    this.files = files;
    this.identity = identity;
    this.recipient = recipient;
    this.store = openFolderStore(`${files.folder}/store`);
  }

  static async create(files?: BackupFixture): Promise<ArchiveFixture> {
    const made = files ?? (await BackupFixture.create());
    const identity = await generateX25519Identity();
    await made.sh(`mkdir store; printf '%s\\n' '# a key' ${identity} > key`);
    return new ArchiveFixture(made, identity, await identityToRecipient(identity));
  }

  get opening(): Opening {
    return { identities: [this.identity], passphrase: null };
  }

  get options(): ArchiveOptions {
    return { ...this.files.options, sealing: { kind: 'recipients', recipients: [this.recipient] } };
  }

  async archive(
    options: Partial<ArchiveOptions> = {},
    on: { host?: Host; signal?: AbortSignal; store?: ArchiveStore } = {},
  ): Promise<ArchiveResult> {
    const host = on.host ?? localHost();
    const signal = on.signal ?? new AbortController().signal;
    try {
      return await archive(
        host,
        on.store ?? this.store,
        { ...this.options, ...options },
        this.reporter,
        signal,
      );
    } finally {
      if (on.host === undefined) await host.close();
    }
  }

  /** Restores by ourselves below the folder `name` of the fixture. */
  async restore(
    name: string,
    options: Partial<RestoreOptions> = {},
    on: { host?: Host; spec?: string; opening?: Opening; store?: ArchiveStore } = {},
  ): Promise<RestoreResult> {
    const host = on.host ?? localHost();
    const { signal } = new AbortController();
    try {
      const store = on.store ?? this.store;
      const found = await resolveArchive(store, on.spec ?? 'latest', ANY, signal);
      const opening = on.opening ?? this.opening;
      const contents = await readArchive({ ...found, store, opening }, this.reporter, signal);
      const whole = {
        ...DEFAULT_OPTIONS,
        snapshot: contents.snapshot,
        target: fromText(`${this.files.folder}/${name}`),
        ...options,
      };
      return await restore(host, contents, whole, this.reporter, signal);
    } finally {
      if (on.host === undefined) await host.close();
    }
  }

  /** Restores by hand into the folder `name` of the fixture, by the recovery sheet, to the letter but for the names. */
  async restoreByHand(name: string, { archiveFile }: ArchiveResult): Promise<void> {
    const storage = { archives: `${this.files.folder}/store`, recipients: ['age1…'] };
    const target = { name: 'wiki', hostname: 'web', storage, copyTo: null, settings: {} };
    const sheet = configuredSheet(target as unknown as Target);
    const commands = [...sheet.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, lines = '']) => lines).join('\n');
    await this.files.sh(
      commands
        .replaceAll('recovered', name)
        .replace('KEY-FILE', '../key')
        .replace('../ARCHIVE', `../store/${archiveFile}`),
    );
  }

  async remove(): Promise<void> {
    await this.files.remove();
  }

  get reporter(): Reporter {
    return {
      onProgress: () => {},
      onWarning: (message) => this.warnings.push(message),
      onInfo: () => {},
    };
  }
}
