import type { Db, Trx } from "~/platform/db/db.server";

const MOST_DOCUMENTS = 1_000;

/** Documents that were made out to a person, with what they say, for her copy of her data. */
export async function listPersonalData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const tradeDocuments = await db
    .selectFrom("tradeDocuments")
    .select(["kind", "reference", "issuedOn", "data"])
    .where("buyerUserId", "=", userId)
    .orderBy("issuedAt")
    .orderBy("id")
    .limit(MOST_DOCUMENTS)
    .execute();
  return { tradeDocuments };
}

/**
 * Parts a person's account from documents. The documents themselves stay, with the names in them: seller and buyer have to
 * keep their books, and who asks for them later finds what was issued and nothing else. Nothing leads from them to an
 * account, or back, any more.
 */
export async function erasePersonalData(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable("tradeDocuments").set({ buyerUserId: null }).where("buyerUserId", "=", userId).execute();
  await trx.updateTable("tradeDocuments").set({ issuedBy: null }).where("issuedBy", "=", userId).execute();
}
