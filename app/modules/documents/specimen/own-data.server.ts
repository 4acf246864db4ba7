import { findOwnerName } from "~/modules/accounts/index.server";
import { countedIn, referenceBook, selectPublicListings } from "~/modules/catalog/index.server";
import { HOME_COUNTRY, type ListingSnapshot } from "~/modules/catalog";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { Line, Party, Signatory, Words } from "../input";

/** What a shop has of its own for its documents: itself, who signs, and some of its public goods. */
export type OwnData = { seller: Party; signatory: Signatory; lines: Line[]; incoterm?: string; incotermPlace?: string };

const MOST_LINES = 3;

/** @returns undefined when there is no such shop */
export async function findOwnData(db: Db, sellerId: string, second: Locale): Promise<OwnData | undefined> {
  const [shop, book] = await Promise.all([findShop(db, sellerId), referenceBook(db)]);
  if (!shop) return undefined;
  const [owner, listings] = await Promise.all([findOwnerName(db, shop.teamId), listGoods(db, sellerId)]);
  const translated = second === "az" ? undefined : shop.translations[second];
  const place = book.places.get(shop.placeId)?.names;
  return {
    seller: {
      name: translated?.name ?? shop.name,
      street: shop.street,
      postalCode: shop.postalCode,
      city: place?.[second] ?? place?.az,
      country: HOME_COUNTRY,
      taxId: shop.voen,
      phone: shop.phone,
      email: shop.email,
    },
    signatory: { name: owner, position: everyLanguage((locale) => m["documents.specimen.owner"]({}, { locale })) },
    lines: listings.map(({ snapshot }) => ({
      sku: snapshot.variants[0]?.sku,
      description: everyLanguage((locale) => snapshot.texts[locale]?.title),
      materials: namesOf(snapshot.materialIds.map((id) => book.materials.get(id))),
      hsCode: snapshot.hsCode,
      originCountry: snapshot.originCountry,
      quantity: snapshot.minimumOrderQuantity,
      unit: everyLanguage((locale) => runWithLocale(locale, () => countedIn(snapshot.priceUnit))),
      unitPriceMinor: priceOf(snapshot.exportTiers),
      netGrams:
        snapshot.netWeightGrams === undefined ? undefined : snapshot.netWeightGrams * snapshot.minimumOrderQuantity,
    })),
    ...(listings[0]?.snapshot.incoterm && {
      incoterm: listings[0].snapshot.incoterm.code,
      incotermPlace: listings[0].snapshot.incoterm.place,
    }),
  };
}

function everyLanguage(say: (locale: Locale) => string | undefined): Words {
  return Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)]));
}

/** Names of several things in each language; none where a name is missing. */
function namesOf(names: readonly (Partial<Record<Locale, string>> | undefined)[]): Words | undefined {
  if (names.length === 0) return undefined;
  return everyLanguage((locale) => {
    const own = names.flatMap((name) => name?.[locale] ?? []);
    return own.length === names.length ? own.join(", ") : undefined;
  });
}

/** A specimen is in euros: prices in another currency are not turned into it. */
function priceOf(tiers: readonly { amountMinor: string; currency: string }[]): bigint | undefined {
  const [first] = tiers;
  return first?.currency === "EUR" ? BigInt(first.amountMinor) : undefined;
}

function listGoods(db: Db, sellerId: string) {
  return (
    selectPublicListings(db)
      .where("listings.sellerId", "=", sellerId)
      .where("listings.kind", "=", "good")
      // Only `publishListing` writes it.
      .select((eb) => eb.ref("listingPublications.snapshot").$castTo<ListingSnapshot>().as("snapshot"))
      .orderBy("listingPublications.publishedAt", "desc")
      .orderBy("listings.id")
      .limit(MOST_LINES)
      .execute()
  );
}
