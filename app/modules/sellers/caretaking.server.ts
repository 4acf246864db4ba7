import type { Db, Trx } from "~/platform/db/db.server";

/** A shop that staff fill for its maker, as the list of them shows it. */
export type ShopInCare = {
  sellerId: string;
  name: string;
  teamId: string;
  /** The maker's number. */
  phone: string | undefined;
  since: Date;
  staffId: string;
  staffName: string;
  /** Whether its caretaker works in it just now. */
  isCurrent: boolean;
};

function selectInCare(db: Db | Trx) {
  return db
    .selectFrom("caretakings")
    .innerJoin("sellers", "sellers.id", "caretakings.sellerId")
    .innerJoin("users", "users.id", "caretakings.staffId")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "caretakings.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .where("caretakings.endedAt", "is", null)
    .select([
      "caretakings.sellerId",
      "caretakings.phone",
      "caretakings.since",
      "caretakings.staffId",
      "caretakings.isCurrent",
      "users.name as staffName",
      "sellerTexts.name",
      "sellers.organisationId",
    ]);
}

type Row = Omit<ShopInCare, "teamId" | "phone"> & { phone: string | null; organisationId: string | null };

const shopOf = ({ organisationId, phone, ...row }: Row): ShopInCare => ({
  ...row,
  teamId: organisationId ?? "",
  phone: phone ?? undefined,
});

/** Shops that are in somebody's care, the latest first; everybody of the desk sees whose. */
export async function listShopsInCare(
  db: Db,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: ShopInCare[]; total: number }> {
  const [rows, { count }] = await Promise.all([
    selectInCare(db)
      .orderBy("caretakings.since", "desc")
      .orderBy("caretakings.id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    db
      .selectFrom("caretakings")
      .where("endedAt", "is", null)
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(shopOf), total: Number(count) };
}

/** A shop in the care of this person; anybody else's is missing. @param lock keeps it hers until the transaction ends */
export async function findShopInCare(
  db: Db | Trx,
  { sellerId, staffId }: { sellerId: string; staffId: string },
  { lock = false }: { lock?: boolean } = {},
): Promise<ShopInCare | undefined> {
  const row = await selectInCare(db)
    .where("caretakings.sellerId", "=", sellerId)
    .where("caretakings.staffId", "=", staffId)
    .$if(lock, (query) => query.forUpdate("caretakings"))
    .executeTakeFirst();
  return row && shopOf(row);
}

/** Whether somebody of staff has ever filled a shop: she does not judge her own words. */
export async function hasFilled(
  db: Db | Trx,
  { sellerId, staffId }: { sellerId: string; staffId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("caretakings")
    .select("id")
    .where("sellerId", "=", sellerId)
    .where("staffId", "=", staffId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Shops that one of staff has filled, over the years of her work. */
const MOST_FILLED = 1_000;

/** All shops that somebody of staff has ever filled, the latest first. */
export async function listFilled(db: Db, staffId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("caretakings")
    .select("sellerId")
    .where("staffId", "=", staffId)
    .orderBy("since", "desc")
    .orderBy("id")
    .limit(MOST_FILLED)
    .execute();
  return rows.map(({ sellerId }) => sellerId);
}

/** Ends the care of a shop whose maker has taken it over: its caretaker is out at her next click. */
export async function endCare(trx: Trx, sellerId: string, now: Date): Promise<void> {
  await trx
    .updateTable("caretakings")
    .set({ endedAt: now, phone: null, isCurrent: false })
    .where("sellerId", "=", sellerId)
    .where("endedAt", "is", null)
    .execute();
}

/** Works in one shop, or in none. */
export async function chooseCurrent(trx: Trx, staffId: string, sellerId: string | undefined): Promise<void> {
  await trx
    .updateTable("caretakings")
    .set({ isCurrent: false })
    .where("staffId", "=", staffId)
    .where("isCurrent", "is", true)
    .execute();
  if (sellerId === undefined) return;
  await trx
    .updateTable("caretakings")
    .set({ isCurrent: true })
    .where("staffId", "=", staffId)
    .where("sellerId", "=", sellerId)
    .where("endedAt", "is", null)
    .execute();
}

/** Takes the numbers of somebody who goes away out of shops that were to be hers. */
export async function erasePersonalData(trx: Trx, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await trx
    .updateTable("caretakings")
    .set({ phone: null })
    .where("phone", "in", [...contacts])
    .execute();
}
