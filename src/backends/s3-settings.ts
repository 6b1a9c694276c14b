/** How a repository in S3 is reached: each repository's own, so that one process can open two. */
export interface S3Settings {
  /** Default: the one that the address names, else AWS_DEFAULT_REGION, AWS_REGION, else the storage is asked. */
  readonly region?: string | undefined;
  /** Default: AWS's whole chain (environment, profile, single sign-on, web identity, role of the machine). */
  readonly credentials?: S3Credentials | undefined;
}

export type S3Credentials =
  | {
      readonly kind: 'keys';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string | undefined;
    }
  /** Of AWS's configuration files. */
  | { readonly kind: 'profile'; readonly name: string };
