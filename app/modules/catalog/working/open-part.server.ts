import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { categoryChoices, placeOptions, type Choice } from "../choices.server";
import { languageName } from "../format.server";
import { unitName } from "../unit-names.server";
import { parcelIncoterms } from "../parcel-incoterms.server";
import { headingIn, nameIn, referenceBook } from "../reference-book.server";
import { commissionFor, isOldForThePost, stopsOf, type Commission, type ListingStop } from "../restrictions";
import type { ListingKind } from "../types";
import { specialFactsOf, usualMaterials } from "./category-habits.server";
import { canEditListing } from "./listing-states";
import type { OriginalText, PartChoices } from "./part-views";
import { MOST_MATERIALS } from "./parts/about-schema.server";
import { WORKING_LANGUAGES } from "./parts/conditions-schema.server";
import type { FormValues, ListingPart } from "./parts/part";
import { EXPORT_CURRENCIES } from "../currencies";
import { GOOD_UNITS, SERVICE_UNITS } from "./parts/price-schema.server";
import type { ListingPage } from "./publish-needs";
import { findWorkingListing, type Working } from "./read-listing.server";
import { isOlderThanOriginal } from "./text-completeness";
import { storedPart } from "./save-part.server";

const PAGES: Readonly<Record<ListingKind, readonly ListingPage[]>> = {
  good: ["about", "pictures", "price", "stock", "export", "en", "ru"],
  service: ["about", "pictures", "price", "conditions", "en", "ru"],
};

/** Pages on which a listing of a kind is written, in the order in which they are gone through. */
export function pagesOf(kind: ListingKind): readonly ListingPage[] {
  return PAGES[kind];
}

/** The page after a part, or undefined after the last one. */
export function pageAfter(kind: ListingKind, page: ListingPage): ListingPage | undefined {
  return PAGES[kind][PAGES[kind].indexOf(page) + 1];
}

export function kindOf({ listing }: Working): ListingKind {
  return listing.kind === "service" ? "service" : "good";
}

export type OpenedPart = {
  title: string;
  kind: ListingKind;
  categoryId: string;
  pages: readonly ListingPage[];
  canEdit: boolean;
  values: FormValues;
  base: string;
  original: OriginalText;
  restrictions: Restrictions;
};

/** What keeps a good from leaving the country just so. */
export type Restrictions = {
  stops: ListingStop[];
  /** Who gives the certificate without which it does not leave; undefined when it needs none. */
  commission: Commission | undefined;
  isSpeciesCleared: boolean;
};

/** A part of a shop's own listing for its form; undefined when there is none, or its kind has no such part. */
export async function openListingPart(
  db: Db,
  key: { sellerId: string; listingId: string },
  part: ListingPart,
  now = clock(),
): Promise<OpenedPart | undefined> {
  const working = await findWorkingListing(db, key);
  if (!working) return undefined;
  const kind = kindOf(working);
  if (!PAGES[kind].includes(part)) return undefined;
  const original = working.texts.find(({ locale }) => locale === "az");
  const own = working.texts.find(({ locale }) => locale === part);
  return {
    title: original?.title ?? "",
    kind,
    categoryId: working.listing.categoryId,
    pages: PAGES[kind],
    canEdit: canEditListing(working),
    ...storedPart(working, part),
    restrictions: {
      stops: stopsOf(working.listing, now),
      commission:
        working.listing.needsCulturalCheck || isOldForThePost(working.listing.madeYear)
          ? commissionFor(working.listing.hsCode)
          : undefined,
      isSpeciesCleared: working.listing.speciesClearedAt !== null,
    },
    original: {
      title: original?.title ?? "",
      description: original?.description ?? "",
      deliverables: original?.deliverables ?? undefined,
      rights: original?.rights ?? undefined,
      isOlder: isOlderThanOriginal(own, original),
      isDraft: own?.isDraft ?? false,
    },
  };
}

const NOTHING: PartChoices = {
  categories: [],
  techniques: [],
  materials: [],
  usualMaterials: [],
  specialFacts: [],
  places: [],
  units: [],
  currencies: [],
  incoterms: [],
  languages: [],
  mostMaterials: MOST_MATERIALS,
};

/** What the fields of a part choose from, by name in the reader's language. */
export async function partChoices(
  db: Db,
  part: ListingPart,
  { kind, categoryId, values }: Pick<OpenedPart, "kind" | "categoryId" | "values">,
  lang: Locale,
): Promise<PartChoices> {
  const book = await referenceBook(db);
  const { compare } = new Intl.Collator(lang);
  const named = (entries: ReadonlyMap<string, Parameters<typeof nameIn>[0]>): Choice[] =>
    [...entries]
      .map(([value, names]) => ({ value, label: headingIn(names, lang) }))
      .toSorted((a, b) => compare(a.label, b.label));
  if (part === "about") {
    const [categories, places, usual] = await Promise.all([
      categoryChoices(db, lang),
      placeOptions(db, lang),
      usualMaterials(db, categoryId),
    ]);
    const [techniques, materials] = [named(book.techniques), named(book.materials)];
    return { ...NOTHING, categories, places, techniques, materials, usualMaterials: usual };
  }
  if (part === "price") {
    return {
      ...NOTHING,
      units: (kind === "good" ? GOOD_UNITS : SERVICE_UNITS).map((value) => ({ value, label: unitName(value) })),
      currencies: EXPORT_CURRENCIES.map((value) => ({ value, label: value })),
      incoterms: await parcelIncoterms(db, lang),
    };
  }
  if (part === "conditions") {
    const languages = WORKING_LANGUAGES.map((value) => ({ value, label: languageName(value, lang) }));
    return { ...NOTHING, languages };
  }
  if (part !== "export") return NOTHING;
  const { hsCode } = values;
  return {
    ...NOTHING,
    materials: named(book.materials),
    specialFacts: await specialFactsOf(db, { categoryId, hsCode: typeof hsCode === "string" ? hsCode : "" }),
  };
}
