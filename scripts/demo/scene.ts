import type { Comparison } from './fingerprint.ts';
import type { Story } from './story.ts';

/** What a planted fault does, so that the demo can be seen to fail. */
export type Plant = 'damaged-file' | 'lost-order';
export const PLANTS: readonly Plant[] = ['damaged-file', 'lost-order'];

export interface BackupFigures {
  readonly name: string;
  readonly files: number;
  readonly treeBytes: number;
  /** As the command says it: a host's bytes, rounded as for a person. */
  readonly readBytes: number;
  readonly addedBytes: number;
  readonly storedBytes: number;
  readonly milliseconds: number;
}

/** What was measured on the way, for the page. */
export interface Figures {
  readonly backups: BackupFigures[];
  readonly comparisons: { readonly name: string; readonly comparison: Comparison }[];
  readonly timings: { readonly name: string; readonly milliseconds: number }[];
}

/** What every scene works with. */
export interface Scene {
  readonly story: Story;
  /** The demo's own folder; commands run in it. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly quick: boolean;
  readonly plants: readonly Plant[];
  readonly figures: Figures;
}
