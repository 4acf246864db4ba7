import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { readPaper, type OpenedPaper } from "~/platform/private-files/private-files.server";
import { refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { inquiryOwner } from "../message-files.server";
import { ownedBy, recordedAsBuyer } from "./keys.server";

type Key = { inquiryId: string; fileId: string };
type Opened = Promise<Result<OpenedPaper, "paper-missing">>;

/** Opens a file of a thread for its buyer, who is written down; a file of another thread is missing. */
export async function readFileAsBuyer(
  db: Db,
  files: FileStore,
  inquirer: InquirerActor,
  { inquiryId, fileId }: Key,
  now = clock(),
): Opened {
  const isHers = await db
    .selectFrom("inquiries")
    .select("id")
    .where("id", "=", inquiryId)
    .where(ownedBy(inquirer, now))
    .executeTakeFirst();
  if (!isHers) return refused("paper-missing");
  return readPaper(db, files, recordedAsBuyer(inquirer.userId), { paperId: fileId, owner: inquiryOwner(inquiryId) });
}

/** Opens a file of a thread for the shop that it was written to. */
export async function readFileAsSeller(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  { inquiryId, fileId }: Key,
): Opened {
  const isHers = await db
    .selectFrom("inquiries")
    .select("id")
    .where("id", "=", inquiryId)
    .where("sellerId", "=", seller.sellerId)
    .where("status", "<>", "unconfirmed")
    .executeTakeFirst();
  if (!isHers) return refused("paper-missing");
  return readPaper(db, files, recordedAs(seller), { paperId: fileId, owner: inquiryOwner(inquiryId) });
}
