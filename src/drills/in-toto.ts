/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** What DSSE calls the payload. */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** The subjects that a snapshot is known by. Its ID is the SHA-256 of its file. */
export function subjectsOf(snapshot: { id: string; tree: string; manifestSha256: string | null }): Subject[] {
  const named = [
    ['snapshot', snapshot.id],
    ['tree', snapshot.tree],
    ['manifest', snapshot.manifestSha256],
  ] as const;
  return named.flatMap(([name, sha256]) => (sha256 === null ? [] : [{ name, digest: { sha256 } }]));
}
