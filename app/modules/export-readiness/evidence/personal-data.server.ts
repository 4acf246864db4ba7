import type { Db, Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { destroyPapers, listOldOwners } from "~/platform/private-files/private-files.server";
import { clock } from "~/platform/clock.server";

const MOST = 1_000;

/** Papers that a person has brought for her shop; the papers themselves are the shop's. */
export async function listPersonalData(db: Db, userId: string) {
  const papers = await db
    .selectFrom("evidence")
    .select(["documentType", "status", "issuedOn", "expiresOn", "submittedAt"])
    .where("submittedBy", "=", userId)
    .orderBy("submittedAt")
    .orderBy("id")
    .limit(MOST)
    .execute();
  return { papers };
}

/** Papers stay their shop's; who brought them is known no more. */
export async function erasePersonalData(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable("evidence").set({ submittedBy: null }).where("submittedBy", "=", userId).execute();
}

/** Owners looked at in one run. */
const MOST_OWNERS = 5_000;

/**
 * Destroys the files of sellers that are no more: their rows go with the seller, the bytes lie outside of the database.
 *
 * @returns how many files were destroyed
 */
export async function destroyLeftEvidence(db: Db, files: FileStore, now = clock()): Promise<number> {
  const owners = await listOldOwners(db, "evidence", now, MOST_OWNERS);
  if (owners.length === 0) return 0;
  const rows = await db
    .selectFrom("sellers")
    .select("id")
    .where(
      "id",
      "in",
      owners.map(({ id }) => id),
    )
    .execute();
  const there = new Set(rows.map(({ id }) => id));
  let destroyed = 0;
  for (const owner of owners) if (!there.has(owner.id)) destroyed += await destroyPapers(db, files, owner, now);
  return destroyed;
}
