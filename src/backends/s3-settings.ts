/** How a repository in S3 is reached and written: each repository's own, so that one process can open two. */
export interface S3Settings {
  /** Default: the one that the address names, else AWS_DEFAULT_REGION, AWS_REGION, else the storage is asked. */
  readonly region?: string | undefined;
  /** Where the bucket stands in requests: in the host's name, or in the path. Default `auto`: by the host. */
  readonly bucketLookup?: 'auto' | 'dns' | 'path' | undefined;
  /** Operations that run at once. Default 5, as restic's. */
  readonly connections?: number | undefined;
  /** Of all that is saved but locks: AWS's words, such as `STANDARD_IA`. Default: the bucket's. */
  readonly storageClass?: string | undefined;
  /** Encryption at rest by the storage itself, beside ours. Default: the bucket's. */
  readonly sse?: 'AES256' | 'aws:kms' | undefined;
  /** Which of the storage's keys, with `aws:kms`. */
  readonly sseKmsKeyId?: string | undefined;
  /** Default: AWS's whole chain (environment, profile, single sign-on, web identity, role of the machine). */
  readonly credentials?: S3Credentials | undefined;
  /** Locks all that is saved, but for the repository's own locks, against removal. Default: nothing is locked. */
  readonly objectLock?: ObjectLock | undefined;
}

export type S3Credentials =
  | {
      readonly kind: 'keys';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string | undefined;
    }
  /** Of AWS's configuration files. */
  | { readonly kind: 'profile'; readonly name: string }
  | S3Role;

/** A role that is assumed with a token of an OIDC provider, again and again as it expires. */
export interface S3Role {
  readonly kind: 'role';
  readonly arn: string;
  /** Stands in the storage's own logs. */
  readonly sessionName: string;
  /** Where the role is asked for. Default: the bucket's region. */
  readonly region?: string | undefined;
  /** A fresh token each time. @throws HoldfastError. */
  readonly token: () => Promise<string>;
  /** Told each secret before its first use, so that it can be masked. */
  readonly onSecret?: ((secret: string) => void) | undefined;
}

/** S3 Object Lock. Nobody can end a lock of the mode `COMPLIANCE`; one of `GOVERNANCE` who has a right of its own for that. */
export interface ObjectLock {
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  /** From the moment at which an object is saved, or its lock extended. At least 1. */
  readonly days: number;
}
