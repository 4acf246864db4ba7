import { sql } from "kysely";
import { findOwnerName } from "~/modules/accounts/index.server";
import { HOME_COUNTRY, type ListingSnapshot } from "~/modules/catalog";
import {
  countedIn,
  findSdrRate,
  incotermPlaceIn,
  referenceBook,
  type ReferenceBook,
} from "~/modules/catalog/index.server";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { LOCALES, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import { readOrder } from "../reading/record.server";

type Words = Partial<Record<Locale, string>>;

/** What an order and its shop have for the order's documents; undefined when it is not this shop's. */
export async function findDocumentData(db: Db, sellerId: string, orderId: string, second: Locale) {
  const order = await readOrder(db, orderId, (eb) => eb("orders.sellerId", "=", sellerId));
  if (!order) return undefined;
  const [shop, book, published, rates, sdr] = await Promise.all([
    findShop(db, sellerId),
    referenceBook(db),
    listPublished(db, orderId),
    findRates(db, orderId),
    findSdrRate(db, order.currency),
  ]);
  if (!shop) return undefined;
  const owner = await findOwnerName(db, shop.teamId);
  const translated = second === "az" ? undefined : shop.translations[second];
  const place = book.places.get(shop.placeId)?.names;
  const seller = {
    name: translated?.name ?? shop.name,
    street: shop.street,
    postalCode: shop.postalCode,
    city: place?.[second] ?? place?.az,
    country: HOME_COUNTRY,
    taxId: shop.voen,
    phone: shop.phone,
    email: shop.email,
  };
  const address = order.address ?? undefined;
  const where = {
    street: address && [address.line1, address.line2].filter(Boolean).join(", "),
    postalCode: address?.postalCode,
    city: address?.city,
    country: order.destination,
  };
  const reached = { phone: order.phone ?? undefined, email: order.guestEmail ?? order.accountEmail ?? undefined };
  const buyer = {
    name: order.buyerName ?? undefined,
    business: order.company ?? undefined,
    ...where,
    taxId: order.taxNumber ?? undefined,
    ...reached,
    isBusiness: order.company !== null,
  };
  const snapshots = new Map(published.map(({ lineId, snapshot }) => [lineId, snapshot]));
  return {
    order: { ...order, incotermPlace: order.incotermPlace && placeInBoth(order.incotermPlace, book, second) },
    /** A term's place that a form names, in the document's languages. */
    writtenInBoth: (named: string) => placeInBoth(named, book, second),
    rates,
    sdr,
    seller,
    buyer,
    consignee: { name: address?.recipient ?? order.buyerName ?? undefined, ...where, ...reached },
    signatory: { name: owner, position: everyLanguage((locale) => m["documents.specimen.owner"]({}, { locale })) },
    lines: order.lines.map((line, at) => ({
      sku: line.sku ?? `L${at + 1}`,
      description: wordsOf(line.titles),
      materials: namesOf((snapshots.get(line.lineId)?.materialIds ?? []).map((id) => book.materials.get(id))),
      hsCode: line.hsCode ?? undefined,
      originCountry: line.originCountry ?? undefined,
      quantity: line.quantity,
      unit: everyLanguage((locale) => runWithLocale(locale, () => countedIn(line.priceUnit))),
      unitPriceMinor: line.unitMinor,
      netGrams: line.netWeightGrams === null ? undefined : line.netWeightGrams * line.quantity,
      needsCulturalCheck: line.needsCertificate,
    })),
  };
}
export type OrderDocumentData = NonNullable<Awaited<ReturnType<typeof findDocumentData>>>;

/** A term's place in the two languages of a document; once where both write it alike. */
function placeInBoth(place: string, book: ReferenceBook, second: Locale): string {
  const written = (["az", second] as const).map((locale) => incotermPlaceIn(place, book, { locale, isBuyer: false }));
  return [...new Set(written)].join(" / ");
}

const wordsOf = (texts: LocaleTexts<string>): Words => Object.fromEntries(LOCALES.map((one) => [one, texts[one]]));
const everyLanguage = (say: (locale: Locale) => string | undefined): Words =>
  Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)]));

/** Names of several things in each language; none where a name is missing. */
function namesOf(names: readonly (Words | undefined)[]): Words | undefined {
  if (names.length === 0) return undefined;
  return everyLanguage((locale) => {
    const own = names.flatMap((name) => name?.[locale] ?? []);
    return own.length === names.length ? own.join(", ") : undefined;
  });
}

/** What was published when it was ordered. */
function listPublished(db: Db, orderId: string) {
  return (
    db
      .selectFrom("orderLines")
      .innerJoin("listingPublications", (join) =>
        join
          .onRef("listingPublications.listingId", "=", "orderLines.listingId")
          .onRef("listingPublications.version", "=", "orderLines.listingVersion"),
      )
      .where("orderLines.orderId", "=", orderId)
      // Only `publishListing` writes it.
      .select((eb) => [
        "orderLines.id as lineId",
        eb.ref("listingPublications.snapshot").$castTo<ListingSnapshot>().as("snapshot"),
      ])
      .execute()
  );
}

/** AZN millionths of the order's currency on the day whose list was locked on it. */
async function findRates(db: Db, orderId: string): Promise<{ aznMillionths: bigint; on: string } | undefined> {
  const row = await db
    .selectFrom("orders")
    .where("id", "=", orderId)
    .select([
      sql<string | null>`rates -> 'aznMillionths' ->> currency`.as("millionths"),
      sql<string | null>`rates ->> 'quotedOn'`.as("on"),
      "currency",
    ])
    .executeTakeFirst();
  if (!row?.on) return undefined;
  const millionths = row.currency === "AZN" ? "1000000" : row.millionths;
  return millionths === null ? undefined : { aznMillionths: BigInt(millionths), on: row.on };
}
