import type { Catalogue } from "./content.server";

/** Of a picture's renditions, the one that shows it largest. */
const PICTURE_WIDTH = 1280;

/** A listing as data: amounts as decimal digits of minor units (ISO 4217), weights in grams, sizes as they are written. */
export function entryAsData(entry: Catalogue["entries"][number], origin: string) {
  const { tiers, pictures, facts, tradeFacts, variants, slug: _slug, textLang, ...own } = entry;
  return {
    ...own,
    ...(textLang === undefined ? {} : { textLang }),
    price: tiers.length === 0 ? "on-request" : "stated",
    tiers: tiers.map(({ minimumQuantity, amountMinor, currency, text, approximate }) => ({
      minimumQuantity,
      amountMinor,
      currency,
      text,
      approximate,
    })),
    variants,
    facts: [...facts, ...tradeFacts].map(({ label, value }) => ({ label, value })),
    pictures: pictures.map(({ sha256, alt }) => ({ url: `${origin}/media/${sha256}/${PICTURE_WIDTH}.jpeg`, alt })),
  };
}

/** The catalogue as JSON, for programs that lay it out themselves. */
export function catalogueAsJson(
  { entries, cover, hasSellers: _hasSellers, ...head }: Catalogue,
  origin: string,
): string {
  return JSON.stringify({
    ...head,
    cover: cover === undefined ? undefined : `${origin}/media/${cover}/${PICTURE_WIDTH}.jpeg`,
    listings: entries.map((entry) => entryAsData(entry, origin)),
  });
}
