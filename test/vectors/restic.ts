import { readVectors } from './read.ts';

/** Objects of a repository that stock restic made. Bytes are base64. */
export interface ResticVectors {
  readonly password: string;
  readonly scrypt: { readonly N: number; readonly r: number; readonly p: number; readonly salt: string };
  readonly keyData: string;
  readonly masterKey: { readonly mac: { readonly k: string; readonly r: string }; readonly encrypt: string };
  readonly config: string;
  readonly configJson: string;
  readonly blobs: readonly { readonly id: string; readonly plainLength: number; readonly sealed: string }[];
}

export const RESTIC = readVectors<ResticVectors>('restic-0.19.1');
