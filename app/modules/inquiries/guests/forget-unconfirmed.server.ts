import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { destroyPapers, listOldOwners } from "~/platform/private-files/private-files.server";
import { inquiryOwner, FORM_FILES } from "../message-files.server";
import { CONFIRM_DAYS, DAY_MS } from "../rules";

/** Of each kind in one run; the next hour takes the rest. */
const AT_ONCE = 200;
/** A form that was not sent for so long is not sent any more, in milliseconds. */
const FORM_MS = DAY_MS;

/** Takes away what guests asked and did not confirm, and files of forms that were never sent. */
export async function forgetUnconfirmed(db: Db, files: FileStore, now = clock()): Promise<number> {
  const rows = await db
    .selectFrom("inquiries")
    .select("id")
    .where("status", "=", "unconfirmed")
    .where("createdAt", "<", new Date(now.getTime() - CONFIRM_DAYS * DAY_MS))
    .orderBy("createdAt")
    .limit(AT_ONCE)
    .execute();
  // The bytes of each are in the file store, which takes them away one by one.
  for (const { id } of rows) {
    await destroyPapers(db, files, inquiryOwner(id), now);
    await db.transaction().execute(async (trx) => {
      await trx
        .deleteFrom("inquiryMessageFiles")
        .where("messageId", "in", (eb) => eb.selectFrom("inquiryMessages").select("id").where("inquiryId", "=", id))
        .execute();
      await trx.deleteFrom("inquiries").where("id", "=", id).where("status", "=", "unconfirmed").execute();
    });
  }
  const left = await listOldOwners(db, FORM_FILES, new Date(now.getTime() - FORM_MS), AT_ONCE);
  for (const owner of left) await destroyPapers(db, files, owner, now);
  return rows.length;
}
