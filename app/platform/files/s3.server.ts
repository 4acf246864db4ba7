import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { contentTypeOf } from "./content-types";
import { assertKey, type FileStore } from "./port";

export type S3Settings = {
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Files in an S3-compatible bucket that nobody reads but we. */
export function s3Files({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new S3Client({
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Storage other than Amazon's refuses the SDK's newer default of a checksum on everything.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => {
    assertKey(key);
    return { Bucket: bucket, Key: key };
  };
  return {
    put: async (key, content, contentType) => {
      await client.send(new PutObjectCommand({ ...at(key), Body: content, ContentType: contentType }));
    },
    read: async (key) => {
      const found = await client.send(new GetObjectCommand(at(key))).catch(undefinedWhenMissing);
      if (!found?.Body) return undefined;
      const content = Buffer.from(await found.Body.transformToByteArray());
      return { content, contentType: found.ContentType ?? contentTypeOf(key) };
    },
    has: async (key) => (await client.send(new HeadObjectCommand(at(key))).catch(undefinedWhenMissing)) !== undefined,
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

/** A missing bucket is a fault, not a missing file. */
function undefinedWhenMissing(error: unknown): undefined {
  if (error instanceof NoSuchKey || error instanceof NotFound) return undefined;
  throw error;
}
