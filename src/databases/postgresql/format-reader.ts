import { Walk } from '../walk.ts';
import { CustomArchive } from './archive.ts';
import type { DumpFormat } from './choices.ts';
import type { DumpContents } from './contents.ts';
import { DUMP_END, PlainDump } from './plain.ts';
import { TarArchive } from './tar-archive.ts';

/** Reads a dump along as it streams. Both throw BrokenDump. */
export interface FormatReader {
  push(bytes: Uint8Array): void;
  /** To be called when the stream has ended: judges whether that is a dump's end. */
  finish(): void;
}

export function formatReader(format: DumpFormat, contents: DumpContents): FormatReader {
  switch (format) {
    case 'plain':
      return new PlainDump(contents, DUMP_END);
    case 'custom': {
      const archive = new CustomArchive(contents);
      return along(new Walk(archive.walk()), archive);
    }
    case 'tar': {
      const archive = new TarArchive(contents);
      return along(new Walk(archive.walk()), archive);
    }
  }
}

function along(walk: Walk<unknown>, archive: { finish(): void }): FormatReader {
  return { push: (bytes) => void walk.push(bytes), finish: () => archive.finish() };
}
