import type { AuditActor } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { readPaper, type OpenedPaper } from "~/platform/private-files/private-files.server";
import type { Result } from "~/platform/result";
import { paperOwner } from "./shop-facts.server";

/** Opens a paper of this shop for somebody, who is written down; another shop's paper is missing. */
export function readShopPaper(
  db: Db,
  files: FileStore,
  reader: AuditActor,
  { sellerId, paperId }: { sellerId: string; paperId: string },
): Promise<Result<OpenedPaper, "paper-missing">> {
  return readPaper(db, files, reader, { paperId, owner: paperOwner(sellerId) });
}
