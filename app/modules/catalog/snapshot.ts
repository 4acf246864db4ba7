import { LOCALES, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import { isOldForThePost } from "./restrictions";
import {
  PICTURE_ROLES,
  PRICE_KINDS,
  STOCK_POLICIES,
  type Dimensions,
  type ListingSnapshot,
  type ListingTexts,
  type PriceTier,
} from "./types";

/** A listing's working version as its tables hold it: what `snapshotOf` freezes. */
export type WorkingListing = {
  listing: {
    id: string;
    sellerId: string;
    kind: string;
    version: number;
    categoryId: string;
    techniqueId: string | null;
    placeId: string | null;
    regionId: string | null;
    originCountry: string | null;
    hsCode: string | null;
    priceKind: string;
    priceUnit: string;
    stockPolicy: string | null;
    monthlyCapacity: number | null;
    minimumOrderQuantity: number;
    leadTimeDays: number | null;
    netWeightGrams: number | null;
    lengthMm: number | null;
    widthMm: number | null;
    heightMm: number | null;
    packedWeightGrams: number | null;
    packedLengthMm: number | null;
    packedWidthMm: number | null;
    packedHeightMm: number | null;
    isOpenToExport: boolean;
    incotermCode: string | null;
    incotermPlace: string | null;
    rightsBasis: string | null;
    hasFoodContact: boolean;
    isForChildren: boolean;
    restrictedMaterial: string | null;
    woodSpecies: string[];
    claimedIndication: string | null;
    needsCulturalCheck: boolean;
    madeYear: number | null;
    heritageElementId: string | null;
    deliveryMode: string | null;
    turnaroundDays: number | null;
    revisionsIncluded: number | null;
    fileFormats: string[];
    handoverChannel: string | null;
    timeZone: string | null;
    workingLanguages: string[];
    rightsKind: string | null;
  };
  slug: string;
  texts: {
    locale: string;
    title: string;
    description: string;
    deliverables: string | null;
    rights: string | null;
    isDraft: boolean;
  }[];
  materialIds: string[];
  fibres: { fibre: string; percent: number }[];
  tiers: { side: string; minimumQuantity: number; amountMinor: string; currency: string }[];
  variants: {
    variantId: string;
    sku: string;
    names: { locale: string; name: string }[];
    /** Empty: what the listing costs. */
    homeTiers: PriceTier[];
    exportTiers: PriceTier[];
  }[];
  pictures: {
    mediaId: string;
    sha256: string;
    view: string;
    width: number;
    height: number;
    placeholder: string;
    dominantColour: string;
    variantId: string | null;
  }[];
};

/**
 * The frozen form of a working version. Draft translations stay out; a price on request keeps its figures to itself.
 *
 * @throws Error when the listing has no Azerbaijani text, which is the original of every listing
 */
export function snapshotOf(working: WorkingListing): ListingSnapshot {
  const { listing } = working;
  const isOnRequest = listing.priceKind === "on_request";
  const isOpenToExport = listing.isOpenToExport && lackingExportFacts(listing).length === 0;
  const size = dimensions(listing.lengthMm, listing.widthMm, listing.heightMm);
  const packedSize = dimensions(listing.packedLengthMm, listing.packedWidthMm, listing.packedHeightMm);
  return {
    listingId: listing.id,
    version: listing.version,
    sellerId: listing.sellerId,
    slug: working.slug,
    kind: listing.kind === "service" ? "service" : "good",
    categoryId: listing.categoryId,
    ...optional({ techniqueId: listing.techniqueId }),
    materialIds: working.materialIds,
    fibres: working.fibres,
    ...optional({
      placeId: listing.placeId,
      regionId: listing.regionId,
      originCountry: listing.originCountry,
      hsCode: listing.hsCode,
    }),
    texts: textsOf(working),
    pictures: working.pictures.map(({ view, variantId, ...picture }) => ({
      ...picture,
      view: oneOf(PICTURE_ROLES, view),
      ...optional({ variantId }),
    })),
    priceKind: oneOf(PRICE_KINDS, listing.priceKind),
    priceUnit: listing.priceUnit,
    homeTiers: isOnRequest ? [] : tiersOf(working, "home"),
    exportTiers: isOnRequest || !isOpenToExport ? [] : tiersOf(working, "export"),
    isOpenToExport,
    ...(listing.incotermCode !== null && listing.incotermPlace !== null
      ? { incoterm: { code: listing.incotermCode, place: listing.incotermPlace } }
      : {}),
    ...(listing.stockPolicy === null ? {} : { stockPolicy: oneOf(STOCK_POLICIES, listing.stockPolicy) }),
    ...optional({ monthlyCapacity: listing.monthlyCapacity }),
    minimumOrderQuantity: listing.minimumOrderQuantity,
    ...optional({ leadTimeDays: listing.leadTimeDays, netWeightGrams: listing.netWeightGrams }),
    ...(size ? { size } : {}),
    ...optional({ packedWeightGrams: listing.packedWeightGrams }),
    ...(packedSize ? { packedSize } : {}),
    variants: working.variants.map(({ variantId, sku, names, homeTiers, exportTiers }) => {
      const texts = byLocale(names.map(({ locale, name }) => [locale, name] as const));
      return {
        variantId,
        sku,
        ...(texts ? { names: texts } : {}),
        ...(!isOnRequest && homeTiers.length > 0 ? { homeTiers } : {}),
        ...(!isOnRequest && isOpenToExport && exportTiers.length > 0 ? { exportTiers } : {}),
      };
    }),
    ...(listing.rightsBasis === null ? {} : { rightsBasis: oneOf(RIGHTS_BASES, listing.rightsBasis) }),
    hasFoodContact: listing.hasFoodContact,
    isForChildren: listing.isForChildren,
    ...optional({ restrictedMaterial: listing.restrictedMaterial }),
    woodSpecies: listing.woodSpecies,
    ...optional({ claimedIndication: listing.claimedIndication }),
    needsCulturalCheck: listing.needsCulturalCheck || isOldForThePost(listing.madeYear),
    ...optional({ madeYear: listing.madeYear, heritageElementId: listing.heritageElementId }),
    ...(listing.kind === "service" ? { service: serviceOf(listing) } : {}),
  };
}

/** Without these nobody can fill in a customs form (CN22/CN23: tariff number, weight, country of origin). */
export const EXPORT_FACTS = ["hsCode", "weight", "origin"] as const;
export type ExportFact = (typeof EXPORT_FACTS)[number];

type ExportColumns = Pick<
  WorkingListing["listing"],
  "kind" | "hsCode" | "netWeightGrams" | "packedWeightGrams" | "originCountry"
>;

/** What keeps a good closed to export, though its seller would send it abroad; a service crosses borders without papers. */
export function lackingExportFacts(listing: ExportColumns): ExportFact[] {
  if (listing.kind === "service") return [];
  const isKnown: Readonly<Record<ExportFact, boolean>> = {
    hsCode: listing.hsCode !== null,
    weight: listing.netWeightGrams !== null || listing.packedWeightGrams !== null,
    origin: listing.originCountry !== null,
  };
  return EXPORT_FACTS.filter((fact) => !isKnown[fact]);
}

const RIGHTS_BASES = ["own_design", "licence", "traditional_pattern"] as const;
const DELIVERY_MODES = ["remote", "in_person", "mixed"] as const;
const RIGHTS_KINDS = ["none", "transfer", "license", "nonexclusive"] as const;

function serviceOf(listing: WorkingListing["listing"]): NonNullable<ListingSnapshot["service"]> {
  return {
    ...(listing.deliveryMode === null ? {} : { deliveryMode: oneOf(DELIVERY_MODES, listing.deliveryMode) }),
    ...optional({ turnaroundDays: listing.turnaroundDays, revisionsIncluded: listing.revisionsIncluded }),
    fileFormats: listing.fileFormats,
    ...optional({ handoverChannel: listing.handoverChannel, timeZone: listing.timeZone }),
    workingLanguages: listing.workingLanguages,
    ...(listing.rightsKind === null ? {} : { rightsKind: oneOf(RIGHTS_KINDS, listing.rightsKind) }),
  };
}

function textsOf({ listing, texts }: WorkingListing): LocaleTexts<ListingTexts> {
  const found = byLocale(
    texts
      .filter((text) => !text.isDraft)
      .map(({ locale, title, description, deliverables, rights }) => {
        return [locale, { title, description, ...optional({ deliverables, rights }) }] as const;
      }),
  );
  if (!found) throw new Error(`listing ${listing.id} has no text in Azerbaijani`);
  return found;
}

function byLocale<Text>(texts: readonly (readonly [string, Text])[]): LocaleTexts<Text> | undefined {
  const found: Partial<Record<Locale, Text>> = {};
  for (const locale of LOCALES) {
    const text = texts.find(([of]) => of === locale);
    if (text) found[locale] = text[1];
  }
  const { az, ...others } = found;
  return az === undefined ? undefined : { az, ...others };
}

function tiersOf({ tiers }: WorkingListing, side: "home" | "export"): PriceTier[] {
  return tiers
    .filter((tier) => tier.side === side)
    .map(({ minimumQuantity, amountMinor, currency }) => ({ minimumQuantity, amountMinor, currency }))
    .toSorted((a, b) => a.minimumQuantity - b.minimumQuantity);
}

function dimensions(lengthMm: number | null, widthMm: number | null, heightMm: number | null): Dimensions | undefined {
  return lengthMm === null || widthMm === null || heightMm === null ? undefined : { lengthMm, widthMm, heightMm };
}

type Present<Values> = { [Key in keyof Values]?: NonNullable<Values[Key]> };

/** The given values without those that are null: absent and null are one thing in a snapshot. */
function optional<Values extends Record<string, unknown>>(values: Values): Present<Values> {
  // Object.entries forgets which value belongs to which key.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Present<Values>;
}

function oneOf<const Known extends string>(known: readonly Known[], value: string): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`"${value}" is none of ${known.join(", ")}`);
  return found;
}
