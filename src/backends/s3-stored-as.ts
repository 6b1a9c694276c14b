import type { ServerSideEncryption, StorageClass } from '@aws-sdk/client-s3';
import type { S3Settings } from './s3-settings.ts';

/** What a PUT, or the beginning of an upload in parts, says of how the storage keeps the object. Nothing: as the bucket has it. */
export function storedAs({ storageClass, sse, sseKmsKeyId }: S3Settings): {
  StorageClass?: StorageClass;
  ServerSideEncryption?: ServerSideEncryption;
  SSEKMSKeyId?: string;
} {
  return {
    ...(storageClass === undefined ? {} : { StorageClass: storageClass as StorageClass }),
    ...(sse === undefined ? {} : { ServerSideEncryption: sse }),
    ...(sseKmsKeyId === undefined ? {} : { SSEKMSKeyId: sseKmsKeyId }),
  };
}
