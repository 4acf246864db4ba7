import fc from "fast-check";
import { supplyOf } from "~/modules/catalog/index.server";
import type { DeliveryOption, ListingSnapshot, Supply } from "~/modules/catalog";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makePublishedListing,
  type ListingOptions,
  type SellerOptions,
} from "~db/factories";
import { testDb } from "~tests/support/database";

/** A listing with all that the rules decide by. */
export type KnownListing = {
  snapshot: ListingSnapshot;
  supply: Supply;
  level: string | undefined;
  publishedAt: Date;
  /** Ways to each country. */
  ways: ReadonlyMap<string, readonly DeliveryOption[]>;
  markets: readonly string[];
};

type SellerSpec = Pick<SellerOptions, "level" | "dispatchDays" | "routes" | "completedMarkets">;
type ListingSpec = { seller: number; publishedDaysAgo: number; options: ListingOptions };
export type CatalogueSpec = { sellers: SellerSpec[]; listings: ListingSpec[] };

export const COUNTRIES = ["AZ", "DE", "FR", "US", "JP"] as const;
export const CATEGORIES = ["copperware", "ironwork", "carpets-pile", "silk-fabric"] as const;
export const SERVICE_CATEGORIES = ["craft-workshops", "translation"] as const;
export const TECHNIQUES = ["hammering", "forging", "kilim"] as const;
export const MATERIALS = ["copper", "tin", "wool", "silk"] as const;
export const PLACES = ["baki-seher", "naxcivan-seher", "culfa"] as const;
/** Rates are known for the first three. */
export const CURRENCIES = ["EUR", "USD", "RUB", "GEL"] as const;
export const WORDS = ["mis", "sini", "fincan", "xalça", "ipək", "kilim", "şamdan", "dəmir", "qutu", "naxışlı"] as const;

const zone = fc.record({
  countries: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 4 }),
  daysMax: fc.integer({ min: 1, max: 40 }),
  maximumGrams: fc.option(fc.constantFrom(400, 1000, 5000), { nil: undefined }),
});

const seller: fc.Arbitrary<SellerSpec> = fc.record({
  level: fc.constantFrom(undefined, "exploring" as const, "preparing" as const, "ready" as const, "exporting" as const),
  dispatchDays: fc.integer({ min: 0, max: 12 }),
  completedMarkets: fc.uniqueArray(fc.constantFrom("EU", "US", "JP")),
  routes: fc.array(
    fc.record({
      service: fc.constantFrom("post" as const, "courier" as const, "pick_up" as const, "digital" as const),
      zones: zone.map((one) => [one]),
      isActive: fc.constantFrom(true, true, true, false),
    }),
    { maxLength: 4 },
  ),
});

const tiers = (currency: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 2, max: 30 }), currency, fc.boolean())
    .map(([amountMinor, minimumQuantity, of, hasTwo]) => [
      { amountMinor, currency: of },
      ...(hasTwo ? [{ amountMinor: Math.ceil(amountMinor / 2), minimumQuantity, currency: of }] : []),
    ]);

const title = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));

const listing: fc.Arbitrary<ListingOptions> = fc
  .record({
    isService: fc.constantFrom(false, false, false, true),
    title,
    description: title,
    category: fc.constantFrom(...CATEGORIES),
    serviceCategory: fc.constantFrom(...SERVICE_CATEGORIES),
    techniqueId: fc.option(fc.constantFrom(...TECHNIQUES)),
    materialIds: fc.uniqueArray(fc.constantFrom(...MATERIALS)),
    placeId: fc.option(fc.constantFrom(...PLACES)),
    priceKind: fc.constantFrom("tiers" as const, "tiers" as const, "on_request" as const),
    homeTiers: tiers(fc.constant("AZN")),
    exportTiers: tiers(fc.constantFrom(...CURRENCIES)),
    isOpenToExport: fc.constantFrom(true, true, false),
    stockPolicy: fc.constantFrom("in_stock" as const, "made_to_order" as const, "one_of_a_kind" as const),
    stock: fc.integer({ min: 0, max: 30 }),
    monthlyCapacity: fc.option(fc.integer({ min: 0, max: 20 })),
    minimumOrderQuantity: fc.constantFrom(1, 1, 5, 20, 60),
    leadTimeDays: fc.integer({ min: 0, max: 60 }),
    packedWeightGrams: fc.option(fc.constantFrom(300, 900, 4000)),
    deliveryMode: fc.constantFrom("remote" as const, "in_person" as const, "mixed" as const),
  })
  .map(({ isService, category, serviceCategory, techniqueId, materialIds, stockPolicy, stock, ...rest }) =>
    isService
      ? { ...rest, kind: "service", categoryId: serviceCategory }
      : { ...rest, kind: "good", categoryId: category, techniqueId, materialIds, stockPolicy, stock },
  );

export const catalogue: fc.Arbitrary<CatalogueSpec> = fc.record({
  sellers: fc.array(seller, { minLength: 3, maxLength: 3 }),
  listings: fc.array(
    fc.record({
      seller: fc.nat({ max: 2 }),
      // Several on one day, so that the last resort of every order is needed.
      publishedDaysAgo: fc.nat({ max: 6 }),
      options: listing,
    }),
    { minLength: 15, maxLength: 30, size: "max" },
  ),
});

/** Puts a catalogue in the place of the one before. */
export async function makeCatalogue({ sellers, listings }: CatalogueSpec): Promise<KnownListing[]> {
  await testDb.updateTable("listings").set({ status: "archived" }).where("status", "=", "published").execute();
  const made = await Promise.all(sellers.map((spec) => makeApprovedSeller(testDb, spec)));
  return Promise.all(
    listings.map(async ({ seller: position, publishedDaysAgo, options }) => {
      const spec = sellers[position] ?? {};
      const publishedAt = new Date(FACTORY_NOW.getTime() - publishedDaysAgo * 86_400_000);
      const sellerId = made[position]?.sellerId ?? "";
      const { snapshot } = await makePublishedListing(testDb, { ...options, sellerId, publishedAt });
      const stockQuantity = typeof options.stock === "number" ? options.stock : 0;
      return {
        snapshot,
        supply: supplyOf({ snapshot, stockQuantity, dispatchDays: spec.dispatchDays ?? 0 }),
        level: spec.level,
        publishedAt,
        ways: waysOf(spec),
        markets: spec.completedMarkets ?? [],
      };
    }),
  );
}

function waysOf({ routes = [] }: SellerSpec): Map<string, DeliveryOption[]> {
  const found = new Map<string, DeliveryOption[]>();
  for (const { service = "post", zones } of routes.filter(({ isActive }) => isActive)) {
    for (const { countries, daysMax = 7, maximumGrams } of zones) {
      for (const country of countries) {
        const option = { service, daysMin: 1, daysMax, rates: [], ...(maximumGrams ? { maximumGrams } : {}) };
        found.set(country, [...(found.get(country) ?? []), option]);
      }
    }
  }
  return found;
}
