import { env } from "~/platform/env.server";
import type { Settings } from "~/platform/settings.server";
import { localFiles } from "./local.server";
import type { FileStore } from "./port";
import type { S3Settings } from "./s3.server";

/** The file store that the settings name. */
export function filesFrom(settings: Settings): FileStore {
  if (settings.FILES_PROVIDER === "local") return localFiles(settings.FILES_DIR);
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) {
    throw new Error("FILES_PROVIDER is s3, but its bucket or keys are not set");
  }
  return s3FilesWhenNeeded({
    ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT }),
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

/** Amazon's library is large and speaks at its loading: only processes that store there load it, at their first file. */
function s3FilesWhenNeeded(settings: S3Settings): FileStore {
  let store: Promise<FileStore> | undefined;
  const open = () => (store ??= import("./s3.server").then(({ s3Files }) => s3Files(settings)));
  return {
    put: async (...given) => (await open()).put(...given),
    read: async (key) => (await open()).read(key),
    has: async (key) => (await open()).has(key),
    remove: async (key) => (await open()).remove(key),
  };
}

let opened: FileStore | undefined;

/** The file store of this process, opened at its first use. */
export function files(): FileStore {
  opened ??= filesFrom(env);
  return opened;
}
