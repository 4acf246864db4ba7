/** A stored file being read. */
export type StoredFile = { content: Buffer; contentType: string };

/**
 * Where files are kept. Keys are ASCII and made from the content, so a file never changes under its key. Everything is
 * private: nobody reads a file but through a handler of ours.
 */
export type FileStore = {
  /** Writes a file whole or not at all; the same key again replaces it. */
  put: (key: string, content: Buffer, contentType: string) => Promise<void>;
  /** Undefined when there is no such file. */
  read: (key: string) => Promise<StoredFile | undefined>;
  has: (key: string) => Promise<boolean>;
  /** Removing what is not there is no fault. */
  remove: (key: string) => Promise<void>;
};

const KEY = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-_.][a-z0-9]+)*)*$/;
const LONGEST_KEY = 200;

/** @throws RangeError for a key that is not plain ASCII words, dots and slashes: it could leave the folder or the bucket */
export function assertKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key)) throw new RangeError(`not a file key: ${JSON.stringify(key)}`);
}
