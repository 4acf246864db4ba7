import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { contentTypeOf } from "./content-types";
import { assertKey, type FileStore } from "./port";

/** Files in one folder, readable by this user only: for the demo, for work and for tests. */
export function localFiles(folder: string): FileStore {
  const root = resolve(folder);
  const pathOf = (key: string) => {
    assertKey(key);
    return join(root, key);
  };
  return {
    put: async (key, content) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Written beside and moved over: a reader, or a start after a crash, never sees half a file.
      const draft = `${path}.${randomBytes(6).toString("hex")}`;
      await writeFile(draft, content, { mode: 0o600, flush: false });
      await rename(draft, path);
    },
    read: async (key) => {
      const content = await readFile(pathOf(key)).catch(undefinedWhenMissing);
      return content && { content, contentType: contentTypeOf(key) };
    },
    has: async (key) => (await stat(pathOf(key)).catch(undefinedWhenMissing)) !== undefined,
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function undefinedWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}
