import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import type { JobHandlers } from "~/platform/jobs/worker.server";
import { freezeFile } from "./frozen-file.server";

/** What the worker runs for this room. */
export function documentJobs(db: Db, files: () => FileStore): Required<Pick<JobHandlers, "set-document">> {
  return { "set-document": async ({ documentId }) => void (await freezeFile(db, files(), documentId)) };
}
