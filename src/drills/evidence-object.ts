import { randomBytes } from 'node:crypto';
import { open, type RepositoryKey, seal } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import type { Envelope } from './dsse.ts';
import { PAYLOAD_TYPE } from './in-toto.ts';

/**
 * What lies beside a repository as evidence: `evidence-<repository>.<YYYYMMDDTHHMMSSZ>.<8 hex digits>`, an object sealed with
 * the repository's master key, as all in it is. The name says which repository's it is and when, and nothing else.
 */
const NAME = /^evidence-([0-9a-f]{16})\.(\d{8}T\d{6}Z)\.[0-9a-f]{8}$/;
const REPOSITORY_DIGITS = 16;

/** Version of the object's own layout. A reader refuses a higher one. */
const EVIDENCE_VERSION = 1;

/** Larger ones aren't ours: evidence is some kilobytes, a line a check. */
export const MAX_EVIDENCE_BYTES = 16 * 1024 * 1024;

export interface Evidence {
  readonly envelope: Envelope;
  /** The recovery sheet, as text; null if there is none. */
  readonly sheet: string | null;
}

export function evidenceName(repositoryId: string, timeMs: number): string {
  const time = new Date(timeMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `evidence-${repositoryId.slice(0, REPOSITORY_DIGITS)}.${time}.${randomBytes(4).toString('hex')}`;
}

/** Whether an object of this name is evidence on this repository. Those of others beside it aren't looked at. */
export function isEvidenceOf(repositoryId: string, name: string): boolean {
  return NAME.exec(name)?.[1] === repositoryId.slice(0, REPOSITORY_DIGITS);
}

export function sealEvidence(key: RepositoryKey, { envelope, sheet }: Evidence): Buffer {
  const json = JSON.stringify({ evidence_version: EVIDENCE_VERSION, envelope, sheet });
  return seal(key, Buffer.from(json, 'utf8'));
}

/** @throws HoldfastError repository-damaged for what this key hasn't sealed, or isn't evidence. */
export function openEvidence(key: RepositoryKey, sealed: Uint8Array, name: string): Evidence {
  const json = parsed(open(key, sealed, `the evidence ${name}`));
  const { evidence_version: version, envelope, sheet } = (json ?? {}) as Record<string, unknown>;
  if (
    version !== EVIDENCE_VERSION ||
    !isEnvelope(envelope) ||
    (sheet !== null && typeof sheet !== 'string')
  ) {
    throw new HoldfastError(
      'repository-damaged',
      `Cannot read the evidence ${name}: its version is ${JSON.stringify(version)}, expected ${EVIDENCE_VERSION}. Use the ` +
        'version of Holdfast that wrote it.',
    );
  }
  return { envelope, sheet };
}

/** Something else that this key has sealed may lie there under a name of ours. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function isEnvelope(value: unknown): value is Envelope {
  const { payloadType, payload, signatures } = (value ?? {}) as Record<string, unknown>;
  return (
    payloadType === PAYLOAD_TYPE &&
    typeof payload === 'string' &&
    Array.isArray(signatures) &&
    signatures.every((one) => typeof one?.keyid === 'string' && typeof one?.sig === 'string')
  );
}
