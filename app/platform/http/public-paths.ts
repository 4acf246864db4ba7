import { LOCALES, type Locale } from "~/platform/i18n/locales";

/**
 * Where the reader is: language, and destination and currency only when they are not what the language gives by itself.
 * They travel in every link, so that a shared cache may keep a page by its URL alone.
 */
export type PathContext = { lang: Locale; to: string | undefined; cur: string | undefined };

export type Query = Record<string, string | number | undefined>;

/** Pages of plain text that every footer links to. */
export const TEXT_PAGES = ["about", "contact", "terms", "privacy", "shipping", "returns", "complaints"] as const;
export type TextPage = (typeof TEXT_PAGES)[number];

/** Paths of the readers that were served last: every card of every list asks for them, and they are many functions. */
export function keptPaths<Made>(make: (context: PathContext) => Made): (context: PathContext) => Made {
  const kept = new Map<string, Made>();
  return (context) => {
    const key = JSON.stringify([context.lang, context.to, context.cur]);
    const made = kept.get(key) ?? make(context);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
}

const MOST_KEPT = 500;

/** What an address asks for, behind its path; what is undefined or empty is not asked. */
function tailOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.append(key, String(value));
  }
  return search.size > 0 ? `?${search.toString()}` : "";
}

/** Writes an address in a reader's language with what she chose, which her query may name otherwise. */
export type At = (path: string, query?: Query, hash?: string) => string;

export function addressesOf({ lang, to, cur }: PathContext): At {
  const ownTail = tailOf({ to, cur });
  return (path, query = {}, hash = "") => {
    const isPlain = Object.keys(query).length === 0;
    const tail = isPlain ? ownTail : tailOf({ ...query, to: query.to ?? to, cur: query.cur ?? cur });
    return `/${lang}${path}${tail}${hash}`;
  };
}

/** The addresses that public pages lead to; what they load knows no others. */
export const publicPathsFor = keptPaths((context) => {
  const { lang } = context;
  const at = addressesOf(context);
  return {
    cart: (query: Query = {}) => at("/cart", query),
    putInCart: () => at("/cart/put"),
    home: () => at(""),
    search: (query: Query = {}) => at("/search", query),
    category: (id: string) => at(`/categories/${id}`),
    categories: () => at("/categories"),
    region: (id: string) => at(`/regions/${id}`),
    regions: () => at("/regions"),
    craft: (id: string) => at(`/crafts/${craftSlug(id)}`),
    listing: (slug: string, query: Query = {}) => at(`/listings/${slug}`, query),
    sellers: (query: Query = {}) => at("/sellers", query),
    seller: (slug: string) => at(`/sellers/${slug}`),
    collections: () => at("/collections"),
    collection: (slug: string) => at(`/collections/${slug}`),
    /** The page of a catalogue, or the file that ends so. */
    catalogue: (of: CatalogueAddress, format?: string, query: Query = {}) =>
      at(`${catalogueFolder(of)}/catalogue${format === undefined ? "" : `.${format}`}`, query),
    text: (page: TextPage) => at(`/${page}`),
    preferences: () => `/${lang}/preferences`,
    enterDemo: () => `/dev/enter?lang=${lang}`,
    mailboxOfDemo: (page = 1) => `/dev/mailbox?lang=${lang}${page > 1 ? `&page=${page}` : ""}`,
    login: (query: Query = {}) => at("/login", query),
    account: () => at("/account"),
    openShop: () => at("/seller/open"),
    reportListing: (slug: string, query: Query = {}) => at(`/listings/${slug}/report`, query),
    orderSample: () => at("/inquiries/sample"),
    newInquiry: (query: Query = {}) => at("/inquiries/new", query),
    passports: (query: Query = {}) => at("/passports", query),
    passport: (code: string) => at(`/passports/${code}`),
    listingView: (slug: string) => `/${lang}/listings/${slug}/view`,
    saved: (query: Query = {}) => at("/account/saved", query),
    unsave: () => at("/account/saved/remove"),
  };
});

export type PublicPaths = ReturnType<typeof publicPathsFor>;

/** Whose catalogue, as addresses have it. */
export type CatalogueAddress = { kind: "seller" | "collection"; slug: string } | { kind: "saved" };

function catalogueFolder(of: CatalogueAddress): string {
  return of.kind === "saved" ? "/account/saved" : `/${of.kind}s/${of.slug}`;
}

/** A technique's id in a URL: `wheel_throwing` is `wheel-throwing`. */
export function craftSlug(techniqueId: string): string {
  return techniqueId.replaceAll("_", "-");
}

export function techniqueOfSlug(slug: string): string {
  return slug.replaceAll("-", "_");
}

/** Same-origin address of a published picture; files never change under their name. */
export function mediaPath(sha256: string, width: number, format: "avif" | "webp" | "jpeg"): string {
  return `/media/${sha256}/${width}.${format}`;
}

/** The part of an address before its question. */
export function pathnameOf(href: string): string {
  return href.split("?")[0] ?? href;
}

/** The same page in another language, everything else in the URL kept. */
export function inLanguage(pathname: string, search: string, lang: Locale): string {
  const [, first = "", ...rest] = pathname.split("/");
  const tail = LOCALES.some((locale) => locale === first) ? rest : [first, ...rest].filter(Boolean);
  return `/${[lang, ...tail].join("/")}${search}`;
}
