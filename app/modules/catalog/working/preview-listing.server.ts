import { selectClosure, selectRouteOptions } from "~/modules/sellers/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { offeredListing, type OfferedListing } from "../listing-page.server";
import { currentRates } from "../rates.server";
import { referenceBook } from "../reference-book.server";
import { snapshotOf } from "../snapshot";
import { findWorkingListing } from "./read-listing.server";

type Question = { reader: Reader; quantity: number | undefined; variant: string | undefined; now: Date };

/** A shop's own listing as a reader would see it if it were published as it is written. */
export async function previewListing(
  db: Db,
  key: { sellerId: string; listingId: string },
  { reader, quantity, variant, now }: Question,
): Promise<OfferedListing | undefined> {
  const working = await findWorkingListing(db, key);
  if (!working) return undefined;
  const [seller, rates, book] = await Promise.all([
    db
      .selectFrom("sellers")
      .where("sellers.id", "=", key.sellerId)
      .select([
        "sellers.dispatchDays",
        selectRouteOptions(reader.destination).as("options"),
        selectClosure().as("closure"),
      ])
      .executeTakeFirstOrThrow(),
    currentRates(db),
    referenceBook(db),
  ]);
  const snapshot = snapshotOf(working);
  const stockQuantity = working.variants.reduce((sum, one) => sum + one.stockQuantity, 0);
  const stockOfVariants = Object.fromEntries(
    working.variants.map(({ variantId, stockQuantity: count }) => [variantId, count]),
  );
  const row = { snapshot, stockQuantity, stockOfVariants, ...seller };
  return offeredListing({ snapshot, row, reader, rates, book, quantity, variant, today: dayInBaku(now) }).view;
}
