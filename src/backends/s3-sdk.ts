/**
 * What is taken of AWS's client, and the one file that imports it: it is bundled by itself (scripts/build.sh), so that who
 * has no repository in S3 never loads it. Nothing of ours may be here: a second copy of our errors would be other errors.
 */
export {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
export { fromWebToken } from '@aws-sdk/credential-provider-web-identity';
