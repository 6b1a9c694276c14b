/** What the process that speaks to GitHub's services is asked to do: one thing, once (toolkit.ts). */
export type ToolkitRequest =
  | {
      readonly do: 'upload-artifact';
      readonly name: string;
      /** Holds a named pipe with the artifact's name, into which standard input goes; or the whole file. */
      readonly folder: string;
      readonly isPipe: boolean;
      readonly retentionDays: number | null;
    }
  | {
      readonly do: 'download-artifact';
      readonly id: number;
      /** Empty: the artifact comes to be its one file. */
      readonly folder: string;
      /** `sha256:…`, or null if GitHub knows none. */
      readonly digest: string | null;
      /** Null: of this run. */
      readonly from: ArtifactOrigin | null;
    }
  | { readonly do: 'list-artifacts' }
  | { readonly do: 'delete-artifact'; readonly name: string }
  | { readonly do: 'restore-cache'; readonly key: string; readonly prefixes: readonly string[] }
  | { readonly do: 'save-cache'; readonly key: string };

/** Where an artifact is that isn't this run's. The token needs `actions: read` there. */
export interface ArtifactOrigin {
  readonly owner: string;
  readonly repository: string;
  readonly runId: number;
  readonly token: string;
}

/** All of standard input has been written: so many bytes. Without this its end is no end, but our death. */
export interface CompleteMessage {
  readonly completeBytes: number;
}

export interface UploadedArtifact {
  readonly id: number;
  readonly sizeBytes: number;
  /** SHA-256 of what was uploaded, in hex, as the client reckons it. */
  readonly digest: string;
}

export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  /** In milliseconds since 1970. */
  readonly createdMs: number | null;
  /** `sha256:…`, or null. */
  readonly digest: string | null;
}

/** What each request comes to. */
export interface ToolkitResults {
  readonly 'upload-artifact': UploadedArtifact;
  readonly 'download-artifact': { readonly isMismatch: boolean };
  readonly 'list-artifacts': readonly ListedArtifact[];
  readonly 'delete-artifact': null;
  /** The key of what was restored, or null. */
  readonly 'restore-cache': { readonly key: string | null };
  /** Whether it was saved. */
  readonly 'save-cache': { readonly isSaved: boolean };
}

export type ToolkitAnswer =
  | { readonly result: ToolkitResults[keyof ToolkitResults] }
  | { readonly failure: ToolkitFailure };

/** An error of GitHub's client, as far as it goes to another process. */
export interface ToolkitFailure {
  /** Such as `UsageError`. */
  readonly name: string;
  readonly message: string;
  /** Of HTTP, from the REST interface. */
  readonly status: number | null;
}
