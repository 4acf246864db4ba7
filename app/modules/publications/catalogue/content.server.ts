import { createHash } from "node:crypto";
import {
  documentName,
  findShopPictures,
  formatDay,
  languageName,
  listPrintEntries,
  type PrintEntry,
} from "~/modules/catalog/index.server";
import { findCollection } from "~/modules/curation/index.server";
import { findSellerAtSlug } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { pathsFor, type Paths } from "~/platform/http/paths";
import { choiceInAddress, type Reader } from "~/platform/i18n/reader";
import type { CatalogueRequest } from "../types";

/** Raised when the catalogue is laid out otherwise: old editions are of another content then. */
const DESIGN = 1;

/** Everything that a catalogue says, in the reader's words. */
export type Catalogue = {
  title: string;
  subtitle: string | undefined;
  /** What the seller or the curators say of it. */
  text: string | undefined;
  /** Language of title and text when it is not the reader's. */
  textLang: string | undefined;
  /** Digest of the cover's picture. */
  cover: string | undefined;
  about: { label: string; value: string }[];
  /** Address of the public page. */
  url: string;
  /** Several sellers: each listing says whose it is. */
  hasSellers: boolean;
  lang: CatalogueRequest["lang"];
  destination: string;
  currency: string;
  /** Which day's rates the approximate prices are at; undefined when there are none. */
  ratesOn: string | undefined;
  entries: (PrintEntry & { url: string })[];
};

type Question = { request: CatalogueRequest; origin: string; today: string };

/** The content of a catalogue; undefined when its seller or collection is not public, or nothing of it is. */
export async function readCatalogue(db: Db, { request, origin, today }: Question): Promise<Catalogue | undefined> {
  const { lang, destination, currency } = request;
  const reader: Reader = { lang, destination, currency, ...choiceInAddress(lang, { destination, currency }) };
  const [heading, { entries, quotedOn }] = await Promise.all([
    findHeading(db, request, today),
    listPrintEntries(db, reader, request.listingIds, today),
  ]);
  if (!heading || entries.length === 0) return undefined;
  const paths = pathsFor(reader);
  const hasRates = entries.some(({ tiers }) => tiers.some(({ approximate }) => approximate !== undefined));
  const { page, cover, ...words } = heading;
  return {
    ...words,
    cover: cover ?? entries.find(({ pictures }) => pictures.length > 0)?.pictures[0]?.sha256,
    url: `${origin}${page(paths)}`,
    hasSellers: request.kind !== "seller",
    lang,
    destination,
    currency,
    ratesOn: hasRates ? quotedOn : undefined,
    entries: entries.map((entry) => ({ ...entry, url: `${origin}${paths.listing(entry.slug)}` })),
  };
}

/** What tells one content from another: the same digest, the same catalogue. */
export function digestOf(catalogue: Catalogue): string {
  return createHash("sha256")
    .update(JSON.stringify([DESIGN, catalogue]))
    .digest("hex");
}

type Heading = Pick<Catalogue, "title" | "subtitle" | "text" | "textLang" | "about" | "cover"> & {
  page: (paths: Paths) => string;
};

async function findHeading(db: Db, request: CatalogueRequest, today: string): Promise<Heading | undefined> {
  if (request.kind === "seller") return sellerHeading(db, request, today);
  if (request.kind === "collection") return collectionHeading(db, request);
  return {
    title: m["publications.saved.title"](),
    subtitle: undefined,
    text: undefined,
    textLang: undefined,
    cover: undefined,
    about: [],
    page: (paths) => paths.home(),
  };
}

async function sellerHeading(
  db: Db,
  { subjectId = "", lang }: CatalogueRequest,
  today: string,
): Promise<Heading | undefined> {
  const address = await db
    .selectFrom("sellerSlugs")
    .select("slug")
    .where("sellerId", "=", subjectId)
    .where("isCurrent", "=", true)
    .executeTakeFirst();
  const found = address && (await findSellerAtSlug(db, { slug: address.slug, locale: lang, today }));
  if (found?.kind !== "found") return undefined;
  const { seller } = found;
  const { cover } = await findShopPictures(db, seller.sellerId);
  const place = seller.placeName === seller.regionName ? seller.placeName : `${seller.placeName}, ${seller.regionName}`;
  const about: [string, string | undefined][] = [
    [m["publications.about.place"](), place],
    [m["sellers.fact.founded"](), seller.foundedYear?.toString()],
    [m["sellers.languages"](), seller.languages.map((language) => languageName(language, lang)).join(", ")],
    [m["publications.about.level"](), seller.level && LEVELS[seller.level]()],
    ...seller.badges.map(({ documentType, checkedOn }): [string, string] => [
      documentName(documentType),
      m["publications.about.checkedOn"]({ day: formatDay(checkedOn, lang) }),
    ]),
    [m["publications.about.email"](), seller.email],
    [m["publications.about.phone"](), seller.phone],
    [m["publications.about.website"](), seller.website],
  ];
  return {
    title: seller.name,
    subtitle: seller.tagline ?? place,
    text: seller.story,
    textLang: seller.storyLocale === lang ? undefined : seller.storyLocale,
    cover: cover?.sha256,
    about: about.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    page: (paths) => paths.seller(seller.slug),
  };
}

const LEVELS = { ready: m["readiness.meaning.ready"], exporting: m["readiness.meaning.exporting"] } as const;

async function collectionHeading(db: Db, { subjectId = "", lang }: CatalogueRequest): Promise<Heading | undefined> {
  const row = await db.selectFrom("collections").select("slug").where("id", "=", subjectId).executeTakeFirst();
  const collection = row && (await findCollection(db, { slug: row.slug, locale: lang }));
  if (!collection) return undefined;
  return {
    title: collection.title,
    subtitle: undefined,
    text: collection.introduction,
    textLang: collection.textLang,
    cover: undefined,
    about: [],
    page: (paths) => paths.collection(collection.slug),
  };
}
