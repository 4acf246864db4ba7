import { sql } from "kysely";
import type { ListingSnapshot } from "~/modules/catalog";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { inTransaction } from "~/platform/db/db.server";
import { done, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import type { AskRefusal, InquirySource } from "../types";
import { submitInquiry, type AskFrom } from "./submit-inquiry.server";

type Sample = {
  listingId: string;
  variantId: string | undefined;
  sellerId: string;
  source: InquirySource;
  sourceDetail: string | undefined;
};

/** What a tap on a listing's page names, as it is public at this moment. */
export async function findSampleListing(
  db: Db,
  { listing, variant: sku }: { listing: string; variant?: string | undefined },
): Promise<
  | { listingId: string; variantId: string | undefined; sku: string | undefined; slug: string; sellerId: string }
  | undefined
> {
  const row = await selectPublicListings(db)
    .select([
      "listings.id as listingId",
      "listings.sellerId",
      sql<ListingSnapshot["variants"]>`listing_publications.snapshot -> 'variants'`.as("variants"),
      sql<string>`listing_publications.snapshot ->> 'slug'`.as("slug"),
    ])
    .where("listings.id", "=", listing)
    .executeTakeFirst();
  if (!row) return undefined;
  const { variants, ...found } = row;
  const chosen = variants.length > 1 ? variants.find((one) => one.sku === sku) : undefined;
  return { ...found, variantId: chosen?.variantId, sku: chosen?.sku };
}

/**
 * Orders a sample by one tap: an inquiry of that kind for one piece, worded in the buyer's language. A sample that she asked
 * for and that is not finished is found instead of being asked for again.
 */
export async function orderSample(
  db: Db,
  from: AskFrom & { buyer: BuyerActor },
  formKey: FormKey,
  { listingId, variantId, sellerId, source, sourceDetail }: Sample,
  now = clock(),
): Promise<Result<{ inquiryId: string }, AskRefusal>> {
  const { buyer, reader } = from;
  return inTransaction(db, async (trx): Promise<Result<{ inquiryId: string }, AskRefusal>> => {
    // Two taps, in two windows too, come one after another.
    await trx.selectFrom("users").select("id").where("id", "=", buyer.userId).forUpdate().execute();
    const open = await trx
      .selectFrom("inquiries")
      .innerJoin("inquiryLines", "inquiryLines.inquiryId", "inquiries.id")
      .select("inquiries.id")
      .where("inquiries.buyerUserId", "=", buyer.userId)
      .where("inquiries.kind", "=", "sample")
      .where("inquiries.status", "in", ["open", "answered"])
      .where("inquiryLines.listingId", "=", listingId)
      .where("inquiryLines.variantId", "is not distinct from", variantId ?? null)
      .limit(1)
      .executeTakeFirst();
    if (open) return done({ inquiryId: open.id });
    return submitInquiry(
      trx,
      from,
      formKey,
      {
        kind: "sample",
        sellerId,
        lines: [{ listingId, variantId, quantity: 1 }],
        destination: reader.destination,
        neededBy: undefined,
        incoterm: undefined,
        target: undefined,
        message: m["inquiries.ask.sampleMessage"]({}, { locale: reader.lang }),
        name: undefined,
        email: undefined,
        company: undefined,
        source,
        sourceDetail,
      },
      now,
    );
  });
}
