import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { findShop, slugOf } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { LOCALES } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { HOME_COUNTRY } from "../offer";
import { isListingCategory, referenceBook } from "../reference-book.server";
import { LISTING_KINDS, STOCK_POLICIES } from "../types";
import { categoryId, LONGEST_TITLE, title } from "./parts/about-schema.server";
import { optionalChoice, optionalNumber, optionalPrice } from "./parts/mend.server";
import { needsCertificate } from "./needs-certificate.server";
import { findWorkingListing } from "./read-listing.server";

/** Listings that one shop may have, archived ones among them: more than any workshop makes, fewer than a robot would. */
const MOST_LISTINGS = 5_000;

/** The first page of a listing: all that its publication needs, but for the picture. */
export const createListingInput = z
  .object({
    kind: z.enum(LISTING_KINDS, { error: () => m["catalog.mend.choice"]() }),
    title,
    categoryId,
    price: optionalPrice,
    stockPolicy: optionalChoice(STOCK_POLICIES),
    stock: optionalNumber({ least: 0, most: 1_000_000 }),
    leadTimeDays: optionalNumber({ least: 0, most: 730 }),
  })
  .superRefine((input, context) => {
    if (input.kind === "good" && input.stockPolicy === undefined) {
      context.addIssue({ code: "custom", path: ["stockPolicy"], message: m["catalog.mend.stockPolicy"]() });
    }
    if (input.stockPolicy === "made_to_order" && input.leadTimeDays === undefined) {
      context.addIssue({ code: "custom", path: ["leadTimeDays"], message: m["catalog.mend.leadTime"]() });
    }
    if (input.stockPolicy === "one_of_a_kind" && (input.stock ?? 0) > 1) {
      context.addIssue({ code: "custom", path: ["stock"], message: m["catalog.mend.oneOfAKind"]() });
    }
  });

export type CreateListing = z.output<typeof createListingInput>;
export type CreateRefusal = "category-missing" | "too-many" | "suspended";

/** Begins a listing as a draft, which nobody but its team sees. Without a price it is on request. */
export function createListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  input: CreateListing,
  now = clock(),
): Promise<Result<{ listingId: string }, CreateRefusal>> {
  type Created = Result<{ listingId: string }, CreateRefusal>;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Promise<Created> => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop || shop.status === "suspended") return refused("suspended");
    const book = await referenceBook(trx);
    if (!isListingCategory(book, input.categoryId, input.kind)) return refused("category-missing");
    if (await hasTooMany(trx, sellerId)) return refused("too-many");
    const listingId = randomUUID();
    const isGood = input.kind === "good";
    await trx
      .insertInto("listings")
      .values({
        id: listingId,
        sellerId,
        kind: input.kind,
        status: "draft",
        categoryId: input.categoryId,
        placeId: shop.placeId,
        originCountry: isGood ? HOME_COUNTRY : null,
        priceKind: input.price ? "fixed" : "on_request",
        priceUnit: isGood ? "piece" : "project",
        stockPolicy: isGood ? (input.stockPolicy ?? null) : null,
        leadTimeDays: input.leadTimeDays ?? null,
        turnaroundDays: isGood ? null : (input.leadTimeDays ?? null),
        needsCulturalCheck: await needsCertificate(trx, { ...input, hsCode: null }),
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await trx.insertInto("listingTexts").values({ listingId, locale: "az", title: input.title }).execute();
    await giveSlug(trx, listingId, input.title, now);
    await trx
      .insertInto("listingVariants")
      .values({
        listingId,
        position: 0,
        sku: `${listingId.slice(0, 6).toUpperCase()}-1`,
        stockQuantity: isGood ? (input.stock ?? (input.stockPolicy === "one_of_a_kind" ? 1 : 0)) : 0,
      })
      .execute();
    if (input.price) {
      const tier = { listingId, side: "home", minimumQuantity: 1, amountMinor: input.price, currency: "AZN" };
      await trx.insertInto("priceTiers").values(tier).execute();
    }
    await audit(trx, { userId, isCaretaker }, "create-listing", listingId, { kind: input.kind, title: input.title });
    return done({ listingId });
  });
}

/** Copies of what a listing says; sold pieces, publications and addresses stay the first one's. */
const COPIED: readonly { table: string; columns: string }[] = [
  { table: "listing_materials", columns: "material_id, position" },
  { table: "listing_fibres", columns: "fibre, percent" },
];

/** Begins another listing that says what this one says; only its pictures and its stock are to be made anew. */
export function duplicateListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  originalId: string,
  now = clock(),
): Promise<Result<{ listingId: string }, "listing-missing" | "too-many" | "shop-suspended">> {
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    // The shop is held, so that two copies at once do not pass the limit together.
    const shop = await findShop(trx, sellerId, { lock: true });
    if (shop?.status === "suspended") return refused("shop-suspended");
    const original = await findWorkingListing(trx, { listingId: originalId, sellerId });
    if (!original) return refused("listing-missing");
    if (await hasTooMany(trx, sellerId)) return refused("too-many");
    const listingId = randomUUID();
    await copyListingRow(trx, originalId, listingId, now);
    for (const { table, columns } of COPIED) {
      await sql`
        insert into ${sql.table(table)} (listing_id, ${sql.raw(columns)})
        select ${listingId}, ${sql.raw(columns)} from ${sql.table(table)} where listing_id = ${originalId}`.execute(
        trx,
      );
    }
    for (const locale of LOCALES) {
      // What a list of many tells a copy by, until it has a title of its own.
      const mark = ` ${m["catalog.copyMark"]({}, { locale })}`;
      await sql`
        insert into listing_texts (listing_id, title, ${TEXT_COLUMNS})
        select ${listingId}, left(title, ${LONGEST_TITLE - mark.length}::int) || ${mark}, ${TEXT_COLUMNS}
        from listing_texts where listing_id = ${originalId} and locale = ${locale}`.execute(trx);
    }
    await sql`
      insert into price_tiers (listing_id, side, minimum_quantity, amount_minor, currency)
      select ${listingId}, side, minimum_quantity, amount_minor, currency
      from price_tiers where listing_id = ${originalId} and variant_id is null`.execute(trx);
    await sql`
      insert into listing_variants (listing_id, position, sku)
      values (${listingId}, 0, ${`${listingId.slice(0, 6).toUpperCase()}-1`})`.execute(trx);
    await giveSlug(trx, listingId, original.slug, now);
    await audit(trx, { userId, isCaretaker }, "duplicate-listing", listingId, { original: originalId });
    return done({ listingId });
  });
}

const TEXT_COLUMNS = sql.raw(
  "locale, description, deliverables, rights, is_draft, translates_version, changed_version",
);

const ROW_COLUMNS = sql.raw(
  `seller_id, kind, version, category_id, technique_id, place_id, origin_country, hs_code, price_kind, price_unit, stock_policy,
   monthly_capacity, minimum_order_quantity, lead_time_days, net_weight_grams, length_mm, width_mm, height_mm,
   packed_weight_grams, packed_length_mm, packed_width_mm, packed_height_mm, is_open_to_export, incoterm_code,
   incoterm_place, rights_basis, has_food_contact, is_for_children, made_year, restricted_material, wood_species,
   wood_origin, copper_weight_grams, copper_value_minor, copper_value_currency, needs_cultural_check, delivery_mode, turnaround_days, revisions_included,
   file_formats, handover_channel, time_zone, working_languages, rights_kind`,
);

async function copyListingRow(trx: Trx, from: string, to: string, now: Date): Promise<void> {
  await sql`
    insert into listings (id, status, created_at, updated_at, ${ROW_COLUMNS})
    select ${to}, 'draft', ${now}, ${now}, ${ROW_COLUMNS} from listings where id = ${from}`.execute(trx);
}

async function hasTooMany(trx: Trx, sellerId: string): Promise<boolean> {
  const { count } = await trx
    .selectFrom("listings")
    .where("sellerId", "=", sellerId)
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return count >= BigInt(MOST_LISTINGS);
}

/** The title as an address; a few letters behind it when another listing has that, or takes it at this moment. */
async function giveSlug(trx: Trx, listingId: string, text: string, now: Date): Promise<void> {
  const slug = slugOf(text, "listing");
  const row = { listingId, isCurrent: true, createdAt: now };
  const given = await trx
    .insertInto("listingSlugs")
    .values({ ...row, slug })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("slug")
    .executeTakeFirst();
  if (given) return;
  const longer = `${slug}-${randomBytes(3).toString("hex")}`;
  await trx
    .insertInto("listingSlugs")
    .values({ ...row, slug: longer })
    .execute();
}

type Who = Parameters<typeof recordedAs>[0];

function audit(trx: Trx, by: Who, action: string, listingId: string, after: Record<string, unknown>) {
  return recordAudit(trx, {
    actor: recordedAs(by),
    action,
    subject: { kind: "listing", id: listingId },
    after,
  });
}
