import {
  readSeedCatalogue,
  type SeedGood,
  type SeedListing,
  type SeedNames,
  type SeedSeller,
} from "~db/seed/catalogue";
import { makeRandom, type Random } from "~db/seed/pictures/contract";

export type BenchCatalogue = { sellers: SeedSeller[]; listings: SeedListing[] };

const LOCALES = ["az", "en", "ru"] as const;
const SENTENCES = 3;

/**
 * A large catalogue in the vocabulary of the seed, the same for the same sizes: each listing is a seed listing with
 * another's words in its title, sentences of its craft, and a place, price, stock and lead time of its own.
 */
export function makeCatalogue(listingCount: number, sellerCount: number): BenchCatalogue {
  const seed = readSeedCatalogue();
  const sellers = Array.from({ length: sellerCount }, (_, index) => sellerLike(seed.sellers, index));
  const bySeller = groupBy(seed.listings, ({ seller }) => seller);
  const words = titleWords(seed.listings);
  const sentences = groupBy(seed.listings, ({ category }) => category);
  const places = groupBy(seed.sellers, ({ region }) => region);
  const listings = Array.from({ length: listingCount }, (_, index): SeedListing => {
    const random = makeRandom(`bench/${index}`);
    const shop = sellers[index % sellers.length];
    const model = random.pick(bySeller.get(modelOf(shop?.id ?? "")) ?? seed.listings);
    const seller = shop?.id ?? model.seller;
    const other = random.pick(sentences.get(model.category) ?? [model]);
    const third = random.pick(seed.listings);
    const factor = random.between(0.5, 2);
    const home = scaled(model.price_azn, factor);
    const { place, region } = random.pick(places.get(model.region) ?? seed.sellers);
    const shared = {
      id: `b${index}`,
      sku: `B-${index}`,
      slug: `${model.slug.slice(0, 60).replace(/-+$/, "")}-b${index}`,
      seller,
      place,
      region,
      title: each((locale) => `${model.title[locale]}, ${random.pick(words[locale])} ${random.pick(words[locale])}`),
      description: each((locale) =>
        [model, other, third]
          .slice(0, random.whole(1, SENTENCES))
          .map(({ description }) => description[locale])
          .join(" "),
      ),
      price_azn: home,
      export_price: model.export_price && {
        ...scaled(model.export_price, factor),
        currency: model.export_price.currency,
      },
      lead_time_days: Math.max(1, model.lead_time_days + random.whole(-5, 20)),
      moq: random.next() < 0.7 ? model.moq : random.whole(1, 20),
    };
    if (model.kind === "service") return { ...model, ...shared };
    const isUnique = model.stock_type === "one_of_a_kind";
    return {
      ...model,
      ...shared,
      moq: isUnique ? 1 : shared.moq,
      materials: [...new Set([...model.materials, ...(other.kind === "goods" ? other.materials.slice(0, 1) : [])])],
      stock_quantity: stockOf(model.stock_type, random),
    };
  });
  return { sellers, listings };
}

function stockOf(type: SeedGood["stock_type"], random: Random): number {
  const quantities = { ready: random.whole(1, 80), made_to_order: 0, one_of_a_kind: 1 } as const;
  return quantities[type];
}

/** Seed id of the seller that a made one is like: `s01` of `s01-b40`. */
function modelOf(sellerId: string): string {
  return sellerId.split("-")[0] ?? "";
}

function sellerLike(seeds: readonly SeedSeller[], index: number): SeedSeller {
  const model = seeds[index % seeds.length];
  const other = seeds[(index * 7 + 3) % seeds.length];
  if (!model || !other) throw new Error("the seed has no sellers");
  const name = each((locale) => `${model.name[locale]} ${other.name[locale].split(" ")[0] ?? ""} ${index + 1}`);
  const slug = `${model.slug}-b${index}`;
  return {
    ...model,
    slug,
    name,
    id: `${model.id}-b${index}`,
    voen: String(8_000_000_000 + index),
    iban: `AZ${String(10 + (index % 89))}DEMO${String(index).padStart(20, "0")}`,
    email: `info@${slug}.example`,
    website: `https://${slug}.example`,
  };
}

/** Words of the titles, without the very short: what readers of each language look for. */
export function titleWords(listings: readonly SeedListing[]): Record<(typeof LOCALES)[number], string[]> {
  const wordsOf = (locale: (typeof LOCALES)[number]) =>
    [...new Set(listings.flatMap((listing) => wordsOfTitle(listing, locale)))].toSorted();
  return { az: wordsOf("az"), en: wordsOf("en"), ru: wordsOf("ru") };
}

/** The words of one title; the whole title when all of them are short. */
export function wordsOfTitle({ title }: SeedListing, locale: (typeof LOCALES)[number]): string[] {
  const text = title[locale].toLocaleLowerCase(locale);
  return text.match(/[\p{L}\p{M}]{4,}/gu) ?? [text];
}

function each(of: (locale: (typeof LOCALES)[number]) => string): SeedNames {
  return { az: of("az"), en: of("en"), ru: of("ru") };
}

function scaled({ min, max }: { min: number; max: number }, factor: number): { min: number; max: number } {
  return { min: Math.max(1, Math.round(min * factor)), max: Math.max(1, Math.round(max * factor)) };
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const group = found.get(keyOf(value));
    if (group) group.push(value);
    else found.set(keyOf(value), [value]);
  }
  return found;
}
