import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * A short text that changes whenever a file below one of these paths is changed, added, moved or removed. Times of
 * files do not count: a fresh clone of the same content has the same stamp.
 *
 * @param paths files and folders, relative to `root`; what does not exist counts as empty
 * @param isLeftOut names paths, relative to `root`, that do not count
 */
export function contentStamp(root: string, paths: readonly string[], isLeftOut = (_path: string) => false): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesBelow(root, path, isLeftOut))
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(root: string, path: string, isLeftOut: (path: string) => boolean): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found || isLeftOut(path)) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesBelow(root, `${path}/${name}`, isLeftOut));
}
