import { createHash } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProblem } from "./start-problem";

/**
 * A folder of the system's temporary directory that belongs to us and to this project alone. Others may walk through it
 * (a database user has to), but neither list nor write it.
 *
 * @param project the folder it stands for; the same project finds the same folder again
 */
export function privateTemporaryFolder(project: string): string {
  const mark = createHash("sha256").update(realpathSync(project)).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `karvan-${process.getuid?.() ?? "user"}-${mark}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw startProblem(
      `The temporary folder ${folder} belongs to somebody else.`,
      "Delete it, or set TMPDIR to a folder of your own.",
    );
  }
  chmodSync(folder, 0o711);
  return folder;
}
