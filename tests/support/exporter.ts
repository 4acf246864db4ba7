import { isVoen } from "~/modules/sellers";
import { publishListing } from "~/modules/catalog/index.server";
import {
  makeApprovedSeller,
  makeListing,
  makeSellerActor,
  type ListingOptions,
  type SellerOptions,
} from "~db/factories";
import { testDb } from "./database";

export const PASSPORT_NOW = new Date("2026-11-27T08:00:00Z");

let lastVoen = 1_400_000_000;

/** The next number that passes its check. */
function nextVoen(): string {
  do lastVoen += 1;
  while (!isVoen(String(lastVoen)));
  return String(lastVoen);
}

/** A published good of which export papers have every fact. */
export async function publishExportGood(sellerId: string, options: ListingOptions = {}): Promise<string> {
  const { listingId } = await makeListing(testDb, {
    sellerId,
    incoterm: { code: "FCA", place: "Bakı" },
    exportTiers: [{ amountMinor: 3_000, currency: "EUR" }],
    ...options,
  });
  await testDb
    .updateTable("listings")
    .set({ packedLengthMm: 200, packedWidthMm: 200, packedHeightMm: 100, copperWeightGrams: 300 })
    .where("id", "=", listingId)
    .execute();
  await testDb.transaction().execute((trx) => publishListing(trx, listingId, PASSPORT_NOW));
  return listingId;
}

/** A shop that meets everything that Georgia demands, by its listing and by its own word. */
export async function makeExporter(options: Omit<SellerOptions, "status"> = {}) {
  const { sellerId, slug } = await makeApprovedSeller(testDb, {
    name: { az: "Mis Ocağı", en: "Copper Hearth", ru: "Медный очаг" },
    targetMarkets: ["GE"],
    languages: ["az", "ru"],
    ...options,
  });
  await testDb.updateTable("sellers").set({ voen: nextVoen(), foundedYear: 1998 }).where("id", "=", sellerId).execute();
  const listingId = await publishExportGood(sellerId);
  await confirmRule(sellerId, "GE", "GE-G1");
  return { sellerId, slug, listingId, seller: await makeSellerActor(testDb, sellerId) };
}

export async function confirmRule(
  sellerId: string,
  marketId: string,
  ruleId: string,
  side: "seller" | "staff" = "seller",
): Promise<void> {
  await testDb
    .insertInto("marketConfirmations")
    .values({ sellerId, marketId, ruleId, side, confirmedAt: PASSPORT_NOW })
    .execute();
}

/** The papers with which a seller of copper meets what the European Union demands. */
export const EU_PAPERS = [
  { documentType: "product_safety_file", issuedOn: "2026-06-01", expiresOn: "2027-05-31" },
  { documentType: "eu_rp_mandate", issuedOn: "2026-03-01", expiresOn: "2027-02-28" },
] as const;

export function passportsOf(sellerId: string) {
  return testDb
    .selectFrom("exportPassports")
    .select(["id", "code", "marketId", "validUntil", "issuedAt", "revokedAt"])
    .where("sellerId", "=", sellerId)
    .orderBy("issuedAt")
    .orderBy("id")
    .execute();
}
